import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, nextHour } from '../../../src/core/day.ts';
import { channelId, communityId, dailyId, memberId, roundId } from '../../../src/core/ids.ts';
import { type Credits, creditAll, streakDifferences } from '../../../src/core/recount.ts';
import { answerTo, closingTime, type Round } from '../../../src/core/round.ts';
import {
  creditRound,
  NO_STREAK,
  replayStreak,
  type Streak,
  streakNow,
} from '../../../src/core/streak.ts';
import { always, singleCard } from './made-up.ts';
import { diary } from './streak-diary.ts';
import { anyHistory, noVoid, roundsUpTo } from './streak-history.ts';

const card = singleCard(4, 0);
const [ada, bob] = [memberId.of('ada'), memberId.of('bob')];
const right = { mark: 'right', credit: 1 } as const;

/** Every zone of the machine, and some that moved by whole days or skipped midnight. */
const ZONES = [
  ...Intl.supportedValuesOf('timeZone'),
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'America/Sao_Paulo',
  'Africa/Cairo',
];
const anyZone = fc.constantFrom(...ZONES);
/** Years with leap days, year ends, and every change of the clocks. */
const anyMoment = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-12-31') });

/** Questions at the same hour of the clocks of a zone, each open until the next. */
function roundsIn(zone: string, hour: number, from: number, count: number): Round[] {
  const opens = [nextHour(zone, hour, from)];
  while (opens.length <= count) opens.push(nextHour(zone, hour, opens.at(-1) ?? from));
  return opens.slice(0, count).map((openedAt, at) => ({
    id: roundId.of('AbCdEfGh0123'),
    community: communityId.of('recorder:invariants'),
    channel: channelId.of('study'),
    daily: dailyId.of('d1'),
    number: at + 1,
    day: '2026-01-01' as Round['day'],
    zone: zone as Round['zone'],
    card,
    openedAt,
    closesAt: closingTime(openedAt, opens[at + 1] ?? null, 168 * HOUR),
    exam: null,
    closed: false,
  }));
}

function answered(round: Round, receivedAt: number): boolean {
  const response = { kind: 'choice', picks: [0] } as const;
  const given = { member: ada, event: 'e', response, receivedAt };
  return typeof answerTo(round, given) !== 'string';
}

/** Rounds answered by ada and bob, counted as they come and noted for a recount. */
function playedBy(
  credited: readonly [readonly number[], readonly number[]],
  forgiven: ReadonlySet<number>,
) {
  const stored = new Map<typeof ada, Streak>();
  const credits: Credits = new Map();
  for (const number of roundsUpTo(60)) {
    const members = [ada, bob].filter((_, at) => credited[at]?.includes(number));
    const answers = members.map((member) => ({ member, verdict: right }));
    creditAll(credits, { streakCounts: 'correct' }, number, answers);
    for (const member of members) {
      const next = creditRound(stored.get(member) ?? NO_STREAK, number, forgiven);
      if (next) stored.set(member, next);
    }
  }
  return { stored, credits };
}

describe('S1 the invariants of a streak', () => {
  it('I1 the same answers in any order, with any repeats, make the same streak', () => {
    const scrambled = anyHistory.chain((history) => {
      const twice = [...history.credited, ...history.credited];
      const order = fc.shuffledSubarray(twice, { minLength: twice.length });
      return fc.record({ history: fc.constant(history), order });
    });
    always(
      fc.property(scrambled, ({ history, order }) => {
        expect(replayStreak(order, history.voided)).toEqual(diary(history));
      }),
    );
  });

  it('I2 a round raises it by at most 1, the next one by exactly 1, and a gap without freezes gives 1', () => {
    always(
      fc.property(anyHistory, fc.integer({ min: 1, max: 9 }), ({ credited, voided }, gap) => {
        const before = replayStreak(credited, voided);
        const again = replayStreak([...credited, before.last], voided);
        expect(again).toEqual(before);
        const next = creditRound(before, before.last + 1, voided);
        expect(next?.current).toBe(before.current + 1);
        const later = creditRound(before, before.last + 1 + gap, noVoid);
        expect(later?.current).toBe(gap > before.freezes ? 1 : before.current + 1);
      }),
    );
  });

  it('I3 0 ≤ current ≤ longest ≤ rounds credited, and the longest never falls', () => {
    always(
      fc.property(anyHistory, ({ credited, voided }) => {
        let longest = 0;
        for (const count of credited.keys()) {
          const streak = replayStreak(credited.slice(0, count + 1), voided);
          expect(streak.current).toBeGreaterThanOrEqual(1);
          expect(streak.current).toBeLessThanOrEqual(streak.longest);
          expect(streak.longest).toBeLessThanOrEqual(count + 1);
          expect(streak.longest).toBeGreaterThanOrEqual(longest);
          longest = streak.longest;
        }
      }),
    );
  });

  it('I4 counted answer by answer it is what a recount of the log makes, whoever answered', () => {
    const logs = fc.record({ ada: anyHistory, bob: anyHistory });
    always(
      fc.property(logs, ({ ada: history, bob: other }) => {
        const { voided } = history;
        const { stored, credits } = playedBy([history.credited, other.credited], voided);
        expect(streakDifferences(stored, credits, voided)).toEqual([]);
        stored.set(ada, NO_STREAK);
        expect(streakDifferences(stored, credits, voided)).toEqual([
          { member: ada, before: NO_STREAK, after: diary(history) },
        ]);
      }),
    );
  });

  it('I5 a freeze is used once, for a miss, by whoever held it; used and left are what was granted', () => {
    always(
      fc.property(anyHistory, ({ credited, voided }) => {
        let [held, used, lost] = [0, 0, 0];
        for (const [at, number] of credited.entries()) {
          const streak = replayStreak(credited.slice(0, at + 1), voided);
          expect(streak.covered.length).toBeLessThanOrEqual(held);
          for (const miss of streak.covered) {
            expect(credited.includes(miss) || voided.has(miss) || miss >= number).toBe(false);
          }
          used += streak.covered.length;
          const earned = (at + 1) % 7 === 0 ? 1 : 0;
          lost += held - streak.covered.length + earned - streak.freezes;
          held = streak.freezes;
        }
        expect(used + held + lost).toBe(Math.floor(credited.length / 7));
        expect(lost).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('I6 days without a question do not exist, and rounds that we spoiled break nothing', () => {
    always(
      fc.property(anyHistory, ({ credited }) => {
        const last = credited.at(-1) ?? 0;
        const ours = new Set(roundsUpTo(last + 5).filter((number) => !credited.includes(number)));
        const streak = replayStreak(credited, ours);
        expect(streak.current).toBe(credited.length);
        expect(streakNow(streak, last + 5, ours)).toEqual({
          current: credited.length,
          waiting: [],
          broken: false,
        });
      }),
    );
  });

  it('I7 I9 in every zone, through every change of the clocks, the question decides, not the time of day', () => {
    const seen = fc.record({
      zone: anyZone,
      hour: fc.integer({ min: 0, max: 23 }),
      from: anyMoment,
      shares: fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), {
        minLength: 2,
        maxLength: 6,
      }),
    });
    always(
      fc.property(seen, ({ zone, hour, from, shares }) => {
        const rounds = roundsIn(zone, hour, from, shares.length);
        let streak = NO_STREAK;
        for (const [at, round] of rounds.entries()) {
          const length = round.closesAt - round.openedAt;
          const receivedAt = Math.floor(round.openedAt + length * (shares[at] ?? 0));
          expect(answered(round, receivedAt)).toBe(true);
          expect(answered(round, round.closesAt - 1)).toBe(true);
          expect(answered(round, round.closesAt)).toBe(false);
          streak = creditRound(streak, round.number, noVoid) ?? streak;
        }
        expect(streak.current).toBe(rounds.length);
      }),
    );
  });

  it('I8 a member who is erased changes nobody else', () => {
    always(
      fc.property(anyHistory, anyHistory, ({ credited, voided }, other) => {
        const credits: Credits = new Map([
          [ada, [...credited]],
          [bob, [...other.credited]],
        ]);
        credits.delete(bob);
        const stored = new Map([[ada, replayStreak(credited, voided)]]);
        expect(streakDifferences(stored, credits, voided)).toEqual([]);
      }),
    );
  });
});

describe('the next full hour', () => {
  it('is later, at most a day and a few hours off, and shows that hour unless the clocks jump over it', () => {
    const asked = fc.record({
      zone: anyZone,
      hour: fc.integer({ min: 0, max: 23 }),
      after: anyMoment,
    });
    always(
      fc.property(asked, ({ zone, hour, after }) => {
        const at = nextHour(zone, hour, after);
        expect(at).toBeGreaterThan(after);
        expect(at - after).toBeLessThanOrEqual(26 * HOUR);
        const shown = new Intl.DateTimeFormat('en-US', {
          timeZone: zone,
          hour: 'numeric',
          hourCycle: 'h23',
        }).format(at);
        expect([hour, (hour + 1) % 24]).toContain(Number(shown));
      }),
    );
  });
});
