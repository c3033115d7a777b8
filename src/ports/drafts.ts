import type { FormIntent } from '../chat/intent.ts';
import type { CommunityId, MemberId } from '../core/ids.ts';

/** A form that was refused, as its member filled it in. */
export type Draft = Pick<FormIntent, 'form' | 'subject' | 'values'>;

/** The latest of each member, for a quarter of an hour. */
export interface Drafts {
  keep(community: CommunityId, member: MemberId, draft: Draft): Promise<void>;
  get(community: CommunityId, member: MemberId): Promise<Draft | null>;
}
