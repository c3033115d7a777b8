import type { Instant } from '../core/day.ts';
import type { CardId, CommunityId, DeckId, MemberId } from '../core/ids.ts';
import type { ReportReason } from '../core/report.ts';

/** What a member says of a card. */
export interface CardReport {
  readonly deck: DeckId;
  readonly card: CardId;
  readonly reason: ReportReason;
  readonly at: Instant;
}

/** One report of each member on each card. */
export interface Reports {
  /** Takes the place of the member's earlier one. False where everything about them is being erased. */
  put(community: CommunityId, member: MemberId, report: CardReport): Promise<boolean>;
  /** All of a community, in no order. */
  all(community: CommunityId): Promise<readonly CardReport[]>;
}
