import { describe, expect, it } from 'vitest';
import { plusDays } from '../../../src/core/day.ts';
import { cardId, dailyId } from '../../../src/core/ids.ts';
import {
  COMMUNITY,
  claimOf,
  freshStore,
  makeDaily,
  NOON,
  postedRound,
  readRound,
  roundOf,
  TODAY,
} from './rows.ts';

describe('the dailies', () => {
  it('get one id each, however many are made at once', async () => {
    const { store } = freshStore();
    const made = await Promise.all(Array.from({ length: 12 }, () => makeDaily(store)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(12);
    expect(await store.dailies.list(COMMUNITY)).toHaveLength(12);
  });

  it('of one name are made once, by any number of processes', async () => {
    const { store } = freshStore();
    const like = await makeDaily(store);
    const draft = { ...like, named: 'morning' };
    const made = await Promise.all(
      Array.from({ length: 12 }, () => store.dailies.createNamed(draft)),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
    const dailies = await store.dailies.list(COMMUNITY);
    expect(dailies.map(({ named }) => named)).toEqual([null, 'morning']);
    const [, morning] = dailies;
    if (!morning) throw new Error('none');
    await store.dailies.remove(morning, NOON);
    expect((await store.dailies.createNamed(draft))?.id).toBe(morning.id);
  });

  it('that were removed are continued once, and no others', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    expect(await store.dailies.continueAs(daily, daily.id)).toBeNull();
    await store.dailies.remove(daily, NOON);
    expect(await store.dailies.removed(COMMUNITY)).toEqual(['d1']);
    const again = await Promise.all([1, 2, 3].map(() => store.dailies.continueAs(daily, daily.id)));
    expect(again.filter(Boolean)).toHaveLength(1);
    expect(await store.dailies.removed(COMMUNITY)).toEqual([]);
    expect(await store.dailies.continueAs(daily, dailyId.of('d2'))).toBeNull();
    const due = await store.ledger.due(COMMUNITY, NOON + 1);
    expect(due).toEqual([{ kind: 'plan', daily: 'd1', at: daily.since }]);
  });

  it('written by an earlier release are read, planned and changed', async () => {
    const { store, redis, prefix } = freshStore();
    const daily = await makeDaily(store);
    const { course: _, organiser: __, named: ___, ...old } = daily;
    const { dates: ____, months: _____, ...schedule } = old.schedule;
    const text = JSON.stringify({ ...old, schedule });
    await redis.hset(`${prefix}:{${COMMUNITY}}:dailies`, 'd1', text);
    const read = await store.dailies.get(COMMUNITY, daily.id);
    expect(read).toEqual(daily);
    if (!read) throw new Error('none');
    await store.ledger.plan([{ daily: read, dues: [], through: NOON, againAt: NOON + 1 }]);
    const [look] = await store.ledger.look([COMMUNITY], NOON + 1);
    expect(look?.toPlan.map(({ through }) => through)).toEqual([NOON]);
    expect(await store.dailies.replace(read, { ...read, paused: true, revision: 2 }, null)).toBe(
      true,
    );
    expect(await store.dailies.get(COMMUNITY, daily.id)).toMatchObject({
      paused: true,
      named: null,
    });
  });

  it('that are edited move the close of the round that was read, not of one that was opened since', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    const read = await postedRound(store, daily, 1);
    const made = roundOf(daily, 2, plusDays(TODAY, 1));
    const since = { ...made, card: { ...made.card, id: cardId.of('another') } };
    await store.ledger.callForward(daily, { day: since.day, at: NOON });
    expect(await claimOf(store, daily, since)).not.toBeNull();
    const changed = { ...daily, since: NOON - 1, revision: 2 };
    expect(await store.dailies.replace(daily, changed, NOON + 5, read.id)).toBe(true);
    expect((await readRound(store, read)).closesAt).toBe(NOON + 5);
    expect((await readRound(store, since)).closesAt).toBe(since.closesAt);
    expect(await store.dailies.replace(changed, { ...changed, paused: true }, NOON + 6)).toBe(true);
    expect((await readRound(store, since)).closesAt).toBe(NOON + 6);
  });
});
