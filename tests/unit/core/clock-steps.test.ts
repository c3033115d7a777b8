import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Daily, dueToPlan, type Occurrence, tooLate } from '../../../src/core/daily.ts';
import { type Day, HOUR, type Instant, MINUTE, SECOND } from '../../../src/core/day.ts';
import { dueAfter } from '../../../src/core/schedule.ts';
import { always } from './made-up.ts';
import { anyDaily, NOVEMBER } from './made-up-dailies.ts';

const CATCH_UP = 6 * HOUR;

/** The ledger of one daily, as planners and workers keep it: rows are written once, and each ends once. */
class SmallLedger {
  readonly rows = new Map<
    Day,
    { at: Instant; state: 'pending' | 'posted' | 'skipped'; seen: Instant | null }
  >();
  private through: Instant;
  private last: Day | null = null;
  private readonly daily: Daily;

  constructor(daily: Daily) {
    this.daily = daily;
    this.through = daily.since;
  }

  tick(now: Instant): void {
    const dues = dueToPlan(this.daily, this.through, now, this.last);
    for (const { day, at } of dues) {
      if (!this.rows.has(day)) this.rows.set(day, { at, state: 'pending', seen: null });
    }
    this.through = dues.at(-1)?.at ?? this.through;
    for (const [day, row] of this.rows) {
      if (row.state !== 'pending' || row.at > now) continue;
      const occurrence = { daily: this.daily.id, day, at: row.at, state: { kind: 'pending' } };
      row.seen = now;
      row.state = tooLate(this.daily, occurrence as Occurrence, now, CATCH_UP)
        ? 'skipped'
        : 'posted';
      if (row.state === 'posted') this.last = day;
    }
  }
}

/** Moments that the clocks of the processes show one after the other: minutes go by, some step, two are skewed. */
const shownTimes = fc
  .array(
    fc.oneof(
      {
        weight: 20,
        arbitrary: fc.integer({ min: 1, max: 40 }).map((quarters) => quarters * 15 * MINUTE),
      },
      { weight: 3, arbitrary: fc.constantFrom(HOUR, -HOUR, 24 * HOUR) },
      { weight: 5, arbitrary: fc.constantFrom(2 * SECOND, -2 * SECOND) },
    ),
    { minLength: 5, maxLength: 80 },
  )
  .map((steps) => {
    let now = NOVEMBER;
    return steps.map((step) => {
      now += step;
      return now;
    });
  });

/** Due times up to the latest moment shown that have no row, or another end than the clock then gave them. */
function lossesIn(ledger: SmallLedger, daily: Daily, latest: Instant): Day[] {
  const losses: Day[] = [];
  for (const due of dueAfter(daily.schedule, daily.since)) {
    if (due.at > latest) break;
    const row = ledger.rows.get(due.day);
    const occurrence = { daily: daily.id, ...due, state: { kind: 'pending' } } as Occurrence;
    const fate = tooLate(daily, occurrence, row?.seen ?? 0, CATCH_UP) ? 'skipped' : 'posted';
    if (row?.at !== due.at || row.state !== fate) losses.push(due.day);
  }
  return losses;
}

describe('Q10 clocks that step or differ', () => {
  it('bring no date twice, in order, and lose none that could be posted when it was first seen due', () => {
    always(
      fc.property(anyDaily, shownTimes, (daily, times) => {
        const ledger = new SmallLedger(daily);
        for (const now of times) ledger.tick(now);
        const latest = Math.max(...times);
        const posted = [...ledger.rows].filter(([, { state }]) => state === 'posted');
        const days = posted.map(([day]) => day);
        expect(days).toEqual([...new Set(days)].sort());
        expect(lossesIn(ledger, daily, latest)).toEqual([]);
      }),
    );
  });

  it('post each date once where no step is longer than the limit', () => {
    always(
      fc.property(
        anyDaily,
        fc.array(fc.constantFrom(HOUR, -HOUR, 2 * SECOND, -2 * SECOND, 4 * HOUR), {
          maxLength: 60,
        }),
        (daily, steps) => {
          const ledger = new SmallLedger(daily);
          let now = daily.since;
          for (const step of steps) {
            now += step;
            ledger.tick(now);
          }
          expect([...ledger.rows.values()].filter(({ state }) => state === 'skipped')).toEqual([]);
        },
      ),
    );
  });
});
