import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Daily } from '../../../src/core/daily.ts';
import { dueToPlan } from '../../../src/core/daily.ts';
import { type Day, HOUR, plusDays } from '../../../src/core/day.ts';
import { communityId } from '../../../src/core/ids.ts';
import { freshStore, makeDaily, NOON, TODAY } from './rows.ts';

const OTHERS = communityId.of('recorder:others');

/** What several processes do in any order: which daily, and which day or how far ahead. */
const anyDeed = fc.record({
  deed: fc.constantFrom('plan', 'call forward', 'change'),
  place: fc.nat({ max: 2 }),
  after: fc.nat({ max: 3 }),
});

it('Q1 an occurrence is its community, daily and date: one row, however often and by whomever it is planned', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeed, { minLength: 1, maxLength: 12 }), async (deeds) => {
      const { store, redis, prefix } = freshStore();
      const own = [await makeDaily(store), await makeDaily(store)] as const;
      const other = await store.dailies.create({ ...own[0], community: OTHERS });
      const dailies: Daily[] = [...own, other];
      expect(own[0].id).toBe(other.id);

      await Promise.all(
        deeds.map(async ({ deed, place, after }) => {
          const daily = dailies[place] as Daily;
          const now = NOON + after * 24 * HOUR;
          if (deed === 'plan') {
            const dues = dueToPlan(daily, daily.since, now, null);
            await store.ledger.plan(daily, dues, now, now + HOUR);
          } else if (deed === 'call forward') {
            await store.ledger.callForward(daily, { day: plusDays(TODAY, after), at: now });
          } else {
            const changed = { ...daily, since: now, revision: daily.revision + 1 };
            if (await store.dailies.replace(daily, changed, null)) dailies[place] = changed;
          }
        }),
      );

      const touched = new Set(deeds.map(({ place }) => place));
      for (const [place, { community, id }] of dailies.entries()) {
        const rows = await store.ledger.occurrences(community, id);
        const days = rows.map(({ day }) => day);
        expect(new Set<Day>(days).size).toBe(days.length);
        expect(rows.every(({ daily }) => daily === id)).toBe(true);
        if (!touched.has(place)) expect(rows).toEqual([]);
        const due = await store.ledger.due(community, NOON + 1_000 * HOUR);
        const posts = due.flatMap((work) =>
          work.kind === 'post' && work.daily === id ? work.day : [],
        );
        expect(posts.sort()).toEqual(days);
      }
      const keys = await redis.keys(`${prefix}:*:occurrences:*`);
      expect(keys.every((key) => /\{recorder:(rows|others)\}:occurrences:d[12]$/.test(key))).toBe(
        true,
      );
    }),
    { numRuns: 40 },
  );
});
