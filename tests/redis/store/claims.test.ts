import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Day } from '../../../src/core/day.ts';
import { NO_STREAK } from '../../../src/core/streak.ts';
import {
  answerBy,
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

  it('Q8 stands where it comes twice because its reply was lost, unless it is for a repeat', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    await store.ledger.callForward(daily, { day: TODAY, at: NOON });
    const read = (await store.ledger.situation(COMMUNITY, daily.id, TODAY))?.occurrence;
    const round = roundOf(daily);
    const claimed = await claimOf(store, daily, round, read);
    expect(claimed).not.toBeNull();
    expect(await claimOf(store, daily, round, read)).toEqual(claimed);
    if (!claimed) throw new Error('no claim');
    const repeat = { ...claimed.state, attempt: 2 };
    expect(await store.ledger.claim(claimed, repeat, round, NOON + 60_000)).not.toBeNull();
    expect(await store.ledger.claim(claimed, repeat, round, NOON + 60_000)).toBeNull();
  });

  it('is refused for a repeat whose round was ended by an order meanwhile', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    await store.ledger.callForward(daily, { day: TODAY, at: NOON });
    const round = roundOf(daily);
    const claimed = await claimOf(store, daily, round);
    if (!claimed) throw new Error('no claim');
    const [read] = await store.dailies.list(COMMUNITY);
    if (!read) throw new Error('no daily');
    await store.dailies.replace(read, { ...read, paused: true, revision: 2 }, NOON + 1);
    const repeat = { ...claimed.state, attempt: 2 };
    expect(await store.ledger.claim(claimed, repeat, round, NOON + 60_000)).toBeNull();
  });

  it('is neither skipped nor given back where somebody has answered, which proves that it stands', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    await store.ledger.callForward(daily, { day: TODAY, at: NOON });
    const claimed = await claimOf(store, daily, roundOf(daily));
    if (!claimed) throw new Error('no claim');
    const round = await readRound(store, { id: claimed.state.round });
    await store.answers.commit(COMMUNITY, [
      {
        round,
        answer: answerBy('ada'),
        before: NO_STREAK,
        after: NO_STREAK,
        forgiven: new Set(),
        learned: null,
      },
    ]);
    expect(await store.ledger.skip(claimed, COMMUNITY, 'too late')).toBe(false);
    expect(await store.ledger.release(claimed, COMMUNITY, 1, NOON)).toBe(false);
    expect(await store.ledger.unknown(claimed, round, 'silence')).toBe(true);
  });

  it('that was not confirmed is given back, for nobody sends under it', async () => {
    const { store, redis } = freshStore();
    const daily = await makeDaily(store);
    await store.ledger.callForward(daily, { day: TODAY, at: NOON });
    const read = (await store.ledger.situation(COMMUNITY, daily.id, TODAY))?.occurrence;
    if (!read) throw new Error('no occurrence');
    // The server knows the script from now on.
    expect(await claimOf(store, daily, roundOf(daily), { ...read, fence: 9 })).toBeNull();
    // As where the disk is slower than the bot's patience.
    const evalsha = redis.evalsha.bind(redis) as (...given: unknown[]) => Promise<unknown>;
    const lost = vi.spyOn(redis, 'evalsha').mockImplementationOnce(async (...given: unknown[]) => {
      expect(await evalsha(...given)).toBe(1);
      throw new Error('Command timed out');
    });
    onTestFinished(() => lost.mockRestore());
    await expect(claimOf(store, daily, roundOf(daily))).rejects.toThrow('does not answer');
    const found = await store.ledger.situation(COMMUNITY, daily.id, TODAY);
    expect(found?.occurrence.state.kind).toBe('pending');
  });
});
