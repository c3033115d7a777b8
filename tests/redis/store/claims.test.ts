import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/day.ts';
import {
  COMMUNITY,
  claimOf,
  freshStore,
  makeDaily,
  NOON,
  postedRound,
  roundOf,
  TODAY,
} from './rows.ts';

describe('a claim', () => {
  it('is refused where another daily of the community asks the same card', async () => {
    const { store } = freshStore();
    const [one, two] = [await makeDaily(store), await makeDaily(store)];
    for (const daily of [one, two]) await store.ledger.callForward(daily, { day: TODAY, at: NOON });
    expect(await claimOf(store, one, roundOf(one))).not.toBeNull();
    expect(await claimOf(store, two, roundOf(two))).toBeNull();
  });

  it('is refused where the number was given to another round since it was read', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    const tomorrow = '2026-11-24' as Day;
    await store.ledger.callForward(daily, { day: tomorrow, at: NOON });
    const read = await store.ledger.situation(COMMUNITY, daily.id, tomorrow);
    if (!read) throw new Error('no occurrence');
    await postedRound(store, daily);
    const stale = roundOf(daily, read.lastNumber + 1, tomorrow);
    expect(await claimOf(store, daily, stale, read.occurrence)).toBeNull();
  });
});
