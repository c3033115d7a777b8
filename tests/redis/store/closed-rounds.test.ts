import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenSpan } from '../../../src/core/asked-board.ts';
import type { Daily } from '../../../src/core/daily.ts';
import { type Day, plusDays } from '../../../src/core/day.ts';
import type { Round } from '../../../src/core/round.ts';
import type { Store } from '../../../src/ports/store.ts';
import { otherKinds } from '../../conversations/small-deck.ts';
import { COMMUNITY, freshStore, makeDaily, postedRound, roundOf, TODAY } from './rows.ts';

/** A daily whose rounds lie some days apart, the last one possibly open; void where it says so. */
const anyDaily = fc.record({
  gaps: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 9 }),
  voids: fc.array(fc.nat({ max: 9 }), { maxLength: 2 }),
  lastIsOpen: fc.boolean(),
  isRemoved: fc.boolean(),
});

const anySpan: fc.Arbitrary<OpenSpan> = fc.record({
  first: fc.option(fc.integer({ min: -3, max: 50 }).map((days) => plusDays(TODAY, days))),
  last: fc.option(fc.integer({ min: -3, max: 50 }).map((days) => plusDays(TODAY, days))),
});

const within = (day: Day, { first, last }: OpenSpan): boolean =>
  (first === null || day >= first) && (last === null || day <= last);

/** Posts the rounds of a daily; those that count, in the end. */
async function lived(
  store: Store,
  isVoid: (round: Round) => Promise<unknown>,
  { gaps, voids, lastIsOpen, isRemoved }: Parameters<Parameters<typeof anyDaily.map>[0]>[0],
): Promise<Round[]> {
  const daily: Daily = await makeDaily(store);
  const counted: Round[] = [];
  let day = TODAY;
  for (const [at, gap] of gaps.entries()) {
    day = plusDays(day, gap);
    const round = await postedRound(store, daily, at + 1, day);
    if (lastIsOpen && at === gaps.length - 1) break;
    await store.rounds.close(round);
    if (voids.includes(at)) await isVoid(round);
    else counted.push(round);
  }
  if (isRemoved) await store.dailies.remove(daily, 0);
  return counted;
}

describe('the closed rounds of a span', () => {
  it('are those of its days in all dailies, without the open, the void and those of other days', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          anyDaily.filter((daily) => !daily.lastIsOpen),
          { maxLength: 2 },
        ),
        anyDaily,
        fc.array(anySpan, { minLength: 1, maxLength: 6 }),
        async (dailies, last, spans) => {
          const { store, redis, prefix } = freshStore();
          const isVoid = ({ id }: Round) =>
            redis.hset(`${prefix}:{${COMMUNITY}}:round:${id}`, 'void', '1');
          const rounds: Round[] = [];
          for (const daily of [...dailies, last])
            rounds.push(...(await lived(store, isVoid, daily)));
          for (const span of spans) {
            const found = await store.rounds.closedIn(COMMUNITY, span);
            const expected = rounds.filter(({ day }) => within(day, span));
            expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('know where they were asked and whether members graded themselves', async () => {
    const { store, redis, prefix } = freshStore();
    const daily = await makeDaily(store);
    const round = await postedRound(store, daily);
    await store.rounds.close(round);
    const flash = { ...roundOf(daily, 2), card: otherKinds.flash };
    const key = `${prefix}:{${COMMUNITY}}`;
    await redis.hset(`${key}:round:${flash.id}`, 'data', JSON.stringify(flash));
    await redis.zadd(`${key}:rounds:${daily.id}`, 2, flash.id);
    expect(await store.rounds.closedIn(COMMUNITY, { first: null, last: null })).toEqual([
      { id: round.id, channel: 'study', selfGraded: false },
      { id: flash.id, channel: 'study', selfGraded: true },
    ]);
  });
});

describe('the streaks of a daily', () => {
  it('come with the rounds that they stand by', async () => {
    const { store, redis, prefix } = freshStore();
    const daily = await makeDaily(store);
    const first = await postedRound(store, daily);
    await store.rounds.close(first);
    await postedRound(store, daily, 2, plusDays(TODAY, 1));
    await redis.hset(`${prefix}:{${COMMUNITY}}:streaks:${daily.id}`, 'ada', '2 2 2 2 0');
    const found = await store.streaks.ofDaily(COMMUNITY, daily.id);
    expect(found.latestClosed).toBe(1);
    expect(found.unclosed).toEqual([2]);
    expect([...found.streaks]).toMatchObject([['ada', { current: 2, last: 2 }]]);
    expect(await store.streaks.ofDaily(COMMUNITY, 'd9' as never)).toEqual({
      streaks: new Map(),
      latestClosed: 0,
      unclosed: [],
    });
  });
});
