import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Daily, dueToPlan } from '../../../src/core/daily.ts';
import { type Day, HOUR, plusDays } from '../../../src/core/day.ts';
import { cardId, communityId } from '../../../src/core/ids.ts';
import type { Store } from '../../../src/ports/store.ts';
import { freshStore, makeDaily, NOON, roundOf, TODAY } from './rows.ts';

const OTHERS = communityId.of('recorder:others');

/** What several processes do at once: to which daily, and for which day or how far ahead. */
const anyDeed = fc.record({
  deed: fc.constantFrom('plan', 'plan', 'call forward', 'change', 'post', 'post'),
  place: fc.nat({ max: 2 }),
  after: fc.nat({ max: 2 }),
});

/** Posts the day's question where nobody has; true where it did. */
async function post(store: Store, daily: Daily, day: Day): Promise<boolean> {
  const { community, id } = daily;
  const found = await store.ledger.situation(community, id, day);
  if (!found) return false;
  const made = roundOf(daily, found.lastNumber + 1, day);
  const card = { ...made.card, id: cardId.of(`card-${made.id}`) };
  const round = { ...made, community, card };
  const claim = { round: round.id, attempt: 1, owner: 'me', since: NOON, firstSent: NOON } as const;
  if (found.occurrence.state.kind !== 'pending') return false;
  const state = { kind: 'sending', ...claim } as const;
  const claimed = await store.ledger.claim(found.occurrence, state, round, NOON + HOUR);
  return claimed !== null && store.ledger.posted(claimed, round, `at ${day}` as never, null);
}

/** The days that the ledger says were posted; each of its rows is this daily's, and of a day of its own. */
async function postedDays(store: Store, { community, id }: Daily): Promise<Day[]> {
  const rows = await store.ledger.occurrences(community, id);
  expect(new Set(rows.map(({ day }) => day)).size).toBe(rows.length);
  expect(rows.filter(({ daily }) => daily !== id)).toEqual([]);
  return rows.filter(({ state }) => state.kind === 'posted').map(({ day }) => day);
}

it('Q1 an occurrence is its community, daily and date: one row and one post, whoever plans, calls and posts it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeed, { minLength: 1, maxLength: 16 }), async (deeds) => {
      const { store } = freshStore();
      const own = await makeDaily(store);
      const dailies = [own, await makeDaily(store)];
      dailies.push(await store.dailies.create({ ...own, community: OTHERS }));
      const posted: string[] = [];

      async function act({ deed, place, after }: (typeof deeds)[number]): Promise<void> {
        const daily = dailies[place] as Daily;
        const [day, now] = [plusDays(TODAY, after), NOON + after * 24 * HOUR];
        switch (deed) {
          case 'plan':
            return store.ledger.plan([
              { daily, dues: dueToPlan(daily, NOON, now, null), through: now, againAt: now + HOUR },
            ]);
          case 'call forward':
            return void (await store.ledger.callForward(daily, { day, at: now }));
          case 'post':
            if (await post(store, daily, day)) posted.push(`${place} ${day}`);
            return;
          case 'change': {
            const changed = { ...daily, since: NOON, revision: daily.revision + 1 };
            if (await store.dailies.replace(daily, changed, null)) dailies[place] = changed;
          }
        }
      }
      // Half at once and half one after the other: some meet, some come late.
      await Promise.all(deeds.slice(0, deeds.length / 2).map(act));
      for (const each of deeds.slice(deeds.length / 2)) await act(each);

      expect(new Set(posted).size).toBe(posted.length);
      const standing: string[] = [];
      for (const [place, daily] of dailies.entries()) {
        const days = await postedDays(store, daily);
        standing.push(...days.map((day) => `${place} ${day}`));
      }
      expect(standing.sort()).toEqual(posted.sort());
    }),
    { numRuns: 60 },
  );
});
