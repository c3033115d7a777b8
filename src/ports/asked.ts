import type { Instant } from '../core/day.ts';
import type { CardId, CommunityId, DeckId, RoundId } from '../core/ids.ts';
import type { MessageAddress } from './platform.ts';

/** Where questions that were asked are found again; kept as long as their rounds. */
export interface Asked {
  /** The round whose question stands, or stood, at this message; null for any other message. */
  at(community: CommunityId, message: MessageAddress): Promise<RoundId | null>;
  /** The latest round that asked the card. */
  ofCard(community: CommunityId, deck: DeckId, card: CardId): Promise<RoundId | null>;
  /** The rounds that take answers at `now` and ask a card of this id, in any daily. */
  openWith(community: CommunityId, card: CardId, now: Instant): Promise<readonly RoundId[]>;
}
