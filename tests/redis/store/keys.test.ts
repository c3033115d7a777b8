import { describe, expect, it } from 'vitest';
import { NO_STREAK } from '../../../src/core/streak.ts';
import { answerBy, COMMUNITY, freshStore, makeDaily, postedRound } from './rows.ts';

const bob = { member: answerBy('bob').member };

describe('keys', () => {
  it('carry the tag of their community, every one but the wake-up list', async () => {
    const { store, redis, prefix } = freshStore();
    const round = await postedRound(store, await makeDaily(store));
    const after = { ...NO_STREAK, current: 1, longest: 1, last: 1, credited: 1 };
    await store.answers.commit(COMMUNITY, [
      {
        round,
        answer: answerBy('ada'),
        before: NO_STREAK,
        after,
        forgiven: new Set(),
        learned: null,
      },
    ]);
    await store.rounds.close(round);
    await store.boards.hide(COMMUNITY, answerBy('ada').member);
    const version = await store.boards.version(COMMUNITY);
    await store.boards.keep(COMMUNITY, 'derived:points:*:..', [{ ...bob, value: 3 }], version);
    const keys = await redis.keys(`${prefix}*`);
    expect(keys.length).toBeGreaterThan(15);
    const untagged = keys.filter((key) => !key.startsWith(`${prefix}:{${COMMUNITY}}:`));
    expect(untagged).toEqual([`${prefix}:wake`]);
  });
});
