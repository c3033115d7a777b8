import { describe, expect, it } from 'vitest';
import { memberId } from '../../../src/core/ids.ts';
import { NO_STREAK } from '../../../src/core/streak.ts';
import { answerBy, COMMUNITY, freshStore, makeDaily, postedRound } from './rows.ts';

describe('keys', () => {
  it('carry the tag of their community, every one but the wake-up list', async () => {
    const { store, redis, prefix } = freshStore();
    const round = await postedRound(store, await makeDaily(store));
    const after = { ...NO_STREAK, current: 1, longest: 1, last: 1, credited: 1 };
    await store.answers.commit(COMMUNITY, [
      { round, answer: answerBy('ada'), before: NO_STREAK, after, forgiven: new Set() },
    ]);
    await store.rounds.close(round);
    const keys = await redis.keys(`${prefix}*`);
    expect(keys.length).toBeGreaterThan(10);
    const untagged = keys.filter((key) => !key.startsWith(`${prefix}:{${COMMUNITY}}:`));
    expect(untagged).toEqual([`${prefix}:wake`]);
  });
});

describe('a board', () => {
  async function boardWith(points: Readonly<Record<string, number>>) {
    const { store, redis, prefix } = freshStore();
    const key = `${prefix}:{${COMMUNITY}}:board:all`;
    for (const [member, score] of Object.entries(points)) await redis.zadd(key, -score, member);
    return store.boards;
  }

  it('shares ranks between equals and skips the next, on every page', async () => {
    const boards = await boardWith({ ada: 30, bob: 20, cat: 20, dan: 10, eve: 10, fay: 5 });
    const ranks = async (from: number, count: number) =>
      (await boards.page(COMMUNITY, 'all', from, count)).standings.map(({ rank }) => rank);
    expect(await ranks(0, 10)).toEqual([1, 2, 2, 4, 4, 6]);
    expect(await ranks(2, 2)).toEqual([2, 4]);
    expect(await ranks(4, 10)).toEqual([4, 6]);
    expect(await boards.page(COMMUNITY, 'all', 20, 10)).toEqual({ standings: [], total: 6 });
  });

  it('shows a member among the neighbours, with the rank of the list', async () => {
    const boards = await boardWith({ ada: 30, bob: 20, cat: 20, dan: 10, eve: 10, fay: 5 });
    const list = (await boards.page(COMMUNITY, 'all', 0, 10)).standings;
    const around = await boards.around(COMMUNITY, 'all', memberId.of('dan'), 1);
    expect(around.standings).toHaveLength(3);
    for (const row of around.standings) expect(list).toContainEqual(row);
    const top = await boards.around(COMMUNITY, 'all', memberId.of('ada'), 2);
    expect(top.standings.map(({ member }) => member)[0]).toBe('ada');
    const nobody = await boards.around(COMMUNITY, 'all', memberId.of('zoe'), 2);
    expect(nobody).toEqual({ standings: [], total: 6 });
  });
});
