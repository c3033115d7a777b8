import type { TopicRecord } from '../core/choice-of-card.ts';
import type { DailyId, DeckId, MemberId, TopicId } from '../core/ids.ts';
import type { StreakDifference } from '../core/recount.ts';
import type { BoardName } from '../core/standings.ts';
import type { Streak } from '../core/streak.ts';
import type { DailyBooks } from '../ports/books.ts';
import type { PostedRound } from '../ports/rounds.ts';

/** Something that was counted and is not what the log makes of it. */
export interface Difference {
  /** `streak of ada in d1`. */
  readonly what: string;
  readonly stored: string;
  readonly recomputed: string;
  /** How it is put right; null where a person has to look. */
  readonly repair: Repair | null;
}

export type Repair =
  /** Streaks, and answers that an older key graded. */
  | { readonly kind: 'recount'; readonly daily: DailyId }
  | {
      readonly kind: 'board';
      readonly board: BoardName;
      readonly member: MemberId;
      readonly points: number;
    }
  | {
      readonly kind: 'topic';
      readonly deck: DeckId;
      readonly topic: TopicId;
      readonly more: TopicRecord;
    };

/** Sums of fractions differ by their order. */
const ROUNDING = 1e-6;

const streakInWords = ({ current, longest, last, freezes }: Streak): string =>
  `${current} up to question ${last}, longest ${longest}, freezes ${freezes}`;

export function streakDifference(
  daily: DailyId,
  { member, before, after }: StreakDifference,
): Difference {
  return {
    what: `streak of ${member} in ${daily}`,
    stored: streakInWords(before),
    recomputed: streakInWords(after),
    repair: { kind: 'recount', daily },
  };
}

/** Answers whose verdict is older than the round's key. */
export function gradingDifference(daily: DailyId, number: number, old: number): Difference {
  return {
    what: `grading of question ${number} of ${daily}`,
    stored: `${old} answers by an older key`,
    recomputed: '0',
    repair: { kind: 'recount', daily },
  };
}

export function boardDifferences(
  board: BoardName,
  stored: ReadonlyMap<MemberId, number>,
  taken: ReadonlyMap<MemberId, number>,
): Difference[] {
  return [...new Set([...stored.keys(), ...taken.keys()])].flatMap((member) => {
    const [was, is] = [stored.get(member) ?? 0, taken.get(member) ?? 0];
    if (was === is) return [];
    return [
      {
        what: `points of ${member} on ${board}`,
        stored: String(was),
        recomputed: String(is),
        repair: { kind: 'board', board, member, points: is - was },
      },
    ];
  });
}

const NO_RECORD: TopicRecord = { answers: 0, credit: 0 };

export function topicDifferences(
  deck: DeckId,
  stored: ReadonlyMap<TopicId, TopicRecord>,
  taken: ReadonlyMap<TopicId, TopicRecord>,
): Difference[] {
  const inWords = ({ answers, credit }: TopicRecord): string =>
    `${answers} answers, credit ${Number(credit.toFixed(3))}`;
  return [...new Set([...stored.keys(), ...taken.keys()])].flatMap((topic) => {
    const [was, is] = [stored.get(topic) ?? NO_RECORD, taken.get(topic) ?? NO_RECORD];
    const more = { answers: is.answers - was.answers, credit: is.credit - was.credit };
    if (more.answers === 0 && Math.abs(more.credit) < ROUNDING) return [];
    return [
      {
        what: `topic ${topic} of ${deck}`,
        stored: inWords(was),
        recomputed: inWords(is),
        repair: { kind: 'topic', deck, topic, more },
      },
    ];
  });
}

const toLook = (what: string, stored: unknown, recomputed: unknown): Difference => ({
  what,
  stored: String(stored),
  recomputed: String(recomputed),
  repair: null,
});

/** Numbers, closes and days of a daily against its rounds. A forgiven number needs no round: its fate is unknown. */
export function counterDifferences(
  daily: DailyId,
  books: DailyBooks,
  rounds: readonly PostedRound[],
  forgiven: ReadonlySet<number>,
): Difference[] {
  const posted = rounds.filter(({ message }) => message !== null);
  const numbers = new Set(posted.map(({ number }) => number));
  const found: Difference[] = [];
  const highest = Math.max(0, ...numbers);
  if (books.lastNumber < highest) {
    found.push(toLook(`latest number of ${daily}`, books.lastNumber, highest));
  }
  for (let number = 1; number <= books.lastNumber; number++) {
    if (numbers.has(number) || forgiven.has(number)) continue;
    found.push(toLook(`question ${number} of ${daily}`, 'counted', 'no such round'));
  }
  const closed = Math.max(0, ...posted.filter((each) => each.closed).map(({ number }) => number));
  const isExplained = books.latestClosed > closed && forgiven.has(books.latestClosed);
  if (books.latestClosed !== closed && !isExplained) {
    found.push(toLook(`latest closed question of ${daily}`, books.latestClosed, closed));
  }
  return [...found, ...dayDifferences(daily, books, posted)];
}

function dayDifferences(
  daily: DailyId,
  { occurrences, lastPosted }: DailyBooks,
  posted: readonly PostedRound[],
): Difference[] {
  const asked = new Set(posted.map(({ day }) => day));
  const found = occurrences
    .filter(({ day, state }) => state.kind === 'posted' && !asked.has(day))
    .map(({ day }) => toLook(`occurrence ${day} of ${daily}`, 'posted', 'no round'));
  const again = posted.filter(({ day }, at) => posted[at - 1]?.day === day);
  found.push(...again.map(({ day }) => toLook(`day ${day} of ${daily}`, 'asked again', 'once')));
  const latest = posted.at(-1)?.day;
  if (latest !== undefined && (lastPosted === null || lastPosted < latest)) {
    found.push(toLook(`day posted last of ${daily}`, lastPosted ?? 'none', latest));
  }
  return found;
}
