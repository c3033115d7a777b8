import type { Instant } from '../core/day.ts';
import type { CommunityId, DeckId, MemberId, RoundId } from '../core/ids.ts';
import type { Disputed } from '../core/ruling.ts';

/** What organisers say of an appeal. */
export type Decision = 'accepted' | 'rejected';

/** A claim that somebody made, and what became of it; one for all equal answers to a card. */
export interface Appeal extends Disputed {
  /** 1, 2, 3 … within the community. */
  readonly number: number;
  /** The question whose answer it was made on first. */
  readonly round: RoundId;
  readonly at: Instant;
  readonly state: 'open' | Decision;
}

/** `erasing`: everything about the member is being erased. */
export type Appealed =
  | { readonly kind: 'opened' | 'joined' | 'decided'; readonly appeal: Appeal }
  | { readonly kind: 'erasing' };

/** Appeals of a community and how they were decided. */
export interface Rulings {
  /** Opens an appeal, or joins the one that is open for an equal answer; what was decided stays so. */
  appeal(
    community: CommunityId,
    member: MemberId,
    claim: Disputed & Pick<Appeal, 'round' | 'at'>,
  ): Promise<Appealed>;
  get(community: CommunityId, number: number): Promise<Appeal | null>;
  /** Oldest first, at most 100. */
  open(community: CommunityId): Promise<readonly Appeal[]>;
  /** Every appeal that there ever was, by number. */
  all(community: CommunityId): Promise<readonly Appeal[]>;
  /** The accepted ones on cards of a deck, by number. */
  accepted(community: CommunityId, deck: DeckId): Promise<readonly Appeal[]>;
  /**
   * Decides an open appeal; what follows from it is due. Those who appealed wait to be told. Null where somebody else
   * decided it since it was read.
   */
  decide(community: CommunityId, read: Appeal, as: Decision, at: Instant): Promise<Appeal | null>;
  /** Members to be told of the decision; none once it is settled. Twice is once, even where they were told already. */
  toTell(community: CommunityId, number: number, members: readonly MemberId[]): Promise<void>;
  /** Those who were or wait to be told of a decision that is not settled. */
  heard(community: CommunityId, number: number): Promise<readonly MemberId[]>;
  /** Takes one of them, before they are told: a crash costs a notice and never doubles one. Null for nobody. */
  nextToTell(community: CommunityId, number: number): Promise<MemberId | null>;
  /** Puts one back whom {@link nextToTell} gave and who was certainly not told; not one who was erased since. */
  tellAgain(community: CommunityId, number: number, member: MemberId): Promise<void>;
  /** Nothing follows from the decision any more. */
  settled(community: CommunityId, number: number): Promise<void>;
}
