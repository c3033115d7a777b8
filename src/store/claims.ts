import type { Occurrence } from '../core/daily.ts';
import type { Instant } from '../core/day.ts';
import type { CommunityId } from '../core/ids.ts';
import { type Round, STRAGGLERS } from '../core/round.ts';
import type { ClaimedOccurrence, Ledger } from '../ports/ledger.ts';
import type { MessageAddress } from '../ports/platform.ts';
import { type Database, scriptNamed } from './database.ts';
import { openEntryOf } from './rounds.ts';
import {
  askedAtField,
  askedCardField,
  postEntry,
  writeOccurrence,
  writeOpenRound,
  writeRound,
} from './rows.ts';
import type { Wake } from './wake.ts';

type Claims = Pick<Ledger, 'claim' | 'posted' | 'unknown' | 'release' | 'skip'>;

/** Who sends a question, and what became of it. Each write compares the row, so that a lost claim writes nothing. */
export function createClaims(db: Database, wake: Wake): Claims {
  const claimOccurrence = scriptNamed('claim-occurrence');
  const endOccurrence = scriptNamed('end-occurrence');
  const recordPost = scriptNamed('record-post');

  const occurrencesKey = (community: CommunityId, daily: string): string =>
    db.key(community, 'occurrences', daily);

  /**
   * @param message null where nobody knows whether it stands
   * @param remindAt null where nobody is to be reminded
   */
  async function record(
    claimed: ClaimedOccurrence,
    state: Occurrence['state'],
    round: Round,
    message: MessageAddress | null,
    remindAt: Instant | null,
  ): Promise<boolean> {
    const { community } = round;
    const key = (...parts: string[]): string => db.key(community, ...parts);
    const closeDue = round.closesAt + STRAGGLERS;
    const done = await db.run(
      recordPost,
      [
        occurrencesKey(community, claimed.daily),
        key('posting'),
        key('round', round.id),
        key('due'),
        key('numbers'),
        key('asked', round.card.deck),
        key('rounds', round.daily),
        key('days-posted'),
        key('forgiven'),
        key('excused'),
        key('asked-where'),
      ],
      [
        claimed.day,
        writeOccurrence(claimed),
        writeOccurrence({ ...claimed, state }),
        claimed.daily,
        postEntry(claimed.daily, claimed.day),
        round.id,
        message ?? '',
        round.number,
        round.card.id,
        closeDue,
        remindAt ?? '',
        askedCardField(round.card.deck, round.card.id),
        message === null ? '' : askedAtField(message),
      ],
    );
    await wake.by(community, remindAt ?? closeDue);
    return done === 1;
  }

  async function end(
    read: Occurrence,
    state: Occurrence['state'],
    community: CommunityId,
    dueAgain: Instant | null,
  ): Promise<boolean> {
    const key = (...parts: string[]): string => db.key(community, ...parts);
    const round = read.state.kind === 'sending' ? read.state.round : null;
    const done = await db.run(
      endOccurrence,
      [
        occurrencesKey(community, read.daily),
        key('posting'),
        key('open'),
        key('round', round ?? 'none'),
        key('due'),
        key('answers', round ?? 'none'),
      ],
      [
        read.day,
        writeOccurrence(read),
        writeOccurrence({ ...read, state }),
        read.daily,
        dueAgain ?? '',
        postEntry(read.daily, read.day),
        round ?? '',
      ],
    );
    if (dueAgain !== null) await wake.by(community, dueAgain);
    return done === 1;
  }

  /** Nobody sends under a first claim that was not confirmed: should it stand, it need not run out and be examined. */
  async function unsent(
    { state, ...row }: ClaimedOccurrence,
    community: CommunityId,
    cause: unknown,
  ): Promise<never> {
    if (state.attempt === 1) {
      const pending = { kind: 'pending', tries: state.tries ?? 0 } as const;
      await end({ ...row, state }, pending, community, state.since).catch(() => false);
    }
    throw cause;
  }

  return {
    async claim(read, sending, round, leaseEnd) {
      const { community } = round;
      const row: ClaimedOccurrence = { ...read, state: sending, fence: (read.fence ?? 0) + 1 };
      const claiming = db.run(
        claimOccurrence,
        [
          occurrencesKey(community, read.daily),
          db.key(community, 'posting'),
          db.key(community, 'open'),
          db.key(community, 'round', round.id),
          db.key(community, 'due'),
          db.key(community, 'numbers'),
        ],
        [
          read.day,
          writeOccurrence(read),
          writeOccurrence(row),
          read.daily,
          leaseEnd,
          postEntry(read.daily, read.day),
          round.id,
          writeOpenRound({ closesAt: round.closesAt, daily: round.daily, card: round.card.id }),
          writeRound(round),
          round.number,
          sending.attempt === 1 ? '' : openEntryOf(round),
        ],
      );
      const claimed = await claiming.catch((cause) => unsent(row, community, cause));
      return claimed === 1 ? row : null;
    },

    posted: (claimed, round, message, remindAt) =>
      record(claimed, { kind: 'posted', round: round.id }, round, message, remindAt),
    unknown: (claimed, round, reason) =>
      record(claimed, { kind: 'unknown', round: round.id, reason }, round, null, null),
    release: (claimed, community, tries, at) =>
      end(claimed, { kind: 'pending', tries }, community, at),
    skip: (read, community, reason) => end(read, { kind: 'skipped', reason }, community, null),
  };
}
