import type { CommunityId, MemberId } from '../core/ids.ts';

/** Members whom organisers appointed to be organisers too. */
export interface Appointed {
  /** A to Z. */
  list(community: CommunityId): Promise<readonly MemberId[]>;
  has(community: CommunityId, member: MemberId): Promise<boolean>;
  /** False where they were appointed already. */
  add(community: CommunityId, member: MemberId): Promise<boolean>;
  /** False where they were not. */
  remove(community: CommunityId, member: MemberId): Promise<boolean>;
}
