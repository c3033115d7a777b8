import { describe, expect, it } from 'vitest';
import { memberId } from '../../../src/core/ids.ts';
import { NO_STREAK } from '../../../src/core/streak.ts';
import {
  answerBy,
  COMMUNITY,
  claimOf,
  freshStore,
  makeDaily,
  NOON,
  readRound,
  roundOf,
} from './rows.ts';

const [ada, bob, cat] = ['ada', 'bob', 'cat'].map(memberId.of) as [never, never, never];

/** A question whose reminders are due, which Ada and Bob want. */
async function remindedRound() {
  const { store, redis, prefix } = freshStore();
  const daily = await makeDaily(store);
  const round = roundOf(daily);
  await store.ledger.callForward(daily, { day: round.day, at: NOON });
  const claimed = await claimOf(store, daily, round);
  if (!claimed) throw new Error('the claim was lost');
  await store.ledger.posted(claimed, round, 'message' as never, NOON + 1);
  for (const member of [ada, bob]) await store.reminders.want(COMMUNITY, member, true);
  const key = (name: string): string => `${prefix}:{${COMMUNITY}}:${name}`;
  const { reminders } = store;
  return {
    ...reminders,
    store,
    redis,
    key,
    round,
    waiting: () => reminders.waiting(COMMUNITY, round.id),
    claim: (member: never) => reminders.claim(COMMUNITY, round.id, member),
    end: () => reminders.end(COMMUNITY, round.id),
  };
}

describe('the reminders of a round', () => {
  it('are due as the post said, and move', async () => {
    const { store, postpone, round } = await remindedRound();
    const due = async () =>
      (await store.ledger.due(COMMUNITY, NOON + 10)).filter(({ kind }) => kind === 'remind');
    expect(await due()).toEqual([{ kind: 'remind', round: round.id, at: NOON + 1 }]);
    await postpone(COMMUNITY, round.id, NOON + 5);
    expect(await due()).toEqual([{ kind: 'remind', round: round.id, at: NOON + 5 }]);
  });

  it('are taken once each, by any number of workers', async () => {
    const { claim, waiting } = await remindedRound();
    const claims = await Promise.all(Array.from({ length: 20 }, () => claim(ada)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await waiting()).toEqual([bob]);
  });

  it('are for those who want them still and have not answered', async () => {
    const { claim, waiting, want, store, round } = await remindedRound();
    const after = { ...NO_STREAK, current: 1, longest: 1, last: 1, credited: 1 };
    expect(await waiting()).toEqual([ada, bob]);
    await want(COMMUNITY, ada, false);
    await store.answers.commit(COMMUNITY, [
      {
        round: await readRound(store, round),
        answer: answerBy('bob'),
        before: NO_STREAK,
        after,
        forgiven: new Set(),
        learned: null,
      },
    ]);
    expect(await waiting()).toEqual([]);
    expect(await Promise.all([ada, bob, cat].map(claim))).toEqual([false, false, false]);
  });

  it('are over for good once they ended, and nobody remembers who had one', async () => {
    const { claim, waiting, end, postpone, round, redis, key } = await remindedRound();
    await claim(ada);
    expect(await redis.exists(key(`reminded:${round.id}`))).toBe(1);
    await end();
    await postpone(COMMUNITY, round.id, NOON + 5);
    expect(await waiting()).toEqual([]);
    expect(await Promise.all([ada, bob].map(claim))).toEqual([false, false]);
    expect(await redis.exists(key(`reminded:${round.id}`))).toBe(0);
    expect(await redis.zscore(key('due'), `remind ${round.id}`)).toBeNull();
  });
});
