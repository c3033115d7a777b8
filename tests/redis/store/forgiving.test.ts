import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Daily } from '../../../src/core/daily.ts';
import { type Day, plusDays } from '../../../src/core/day.ts';
import { memberId } from '../../../src/core/ids.ts';
import { creditRound, NO_STREAK, replayStreak, type Streak } from '../../../src/core/streak.ts';
import { forgiveRounds } from '../../../src/features/forgive.ts';
import { recountDaily } from '../../../src/features/recount.ts';
import type { PostedRound } from '../../../src/ports/rounds.ts';
import type { Store } from '../../../src/ports/store.ts';
import { RULES } from '../../conversations/small-deck.ts';
import { answerBy, COMMUNITY, freshStore, makeDaily, NOON, postedRound, TODAY } from './rows.ts';

const ada = memberId.of('ada');
const NONE: ReadonlySet<number> = new Set();

/** A daily with this many closed rounds, of which ada answered those that are named. */
async function answered(rounds: number, ...credited: readonly number[]) {
  const { store, redis, prefix } = freshStore();
  const daily = await makeDaily(store);
  let before = NO_STREAK;
  for (let number = 1; number <= rounds; number++) {
    const round = await postedRound(store, daily, number, dayOf(number));
    if (credited.includes(number)) before = await answer(store, round, before);
    await store.rounds.close(round);
  }
  const parts = { store, rules: RULES, clock: { now: () => NOON }, language: 'en' };
  return { store, redis, prefix, daily, parts };
}

const dayOf = (number: number): Day => plusDays(TODAY, number);

async function answer(store: Store, round: PostedRound, before: Streak): Promise<Streak> {
  const after = creditRound(before, round.number, NONE);
  if (!after) throw new Error('it is too late for that');
  const commit = { round, answer: answerBy('ada'), before, after, forgiven: NONE, learned: null };
  const [result] = await store.answers.commit(COMMUNITY, [commit]);
  if (result?.kind === 'stale') throw new Error('it was stale');
  return after;
}

const streakOf = (store: Store, daily: Daily) => store.streaks.get(COMMUNITY, daily.id, ada);

describe('forgiving rounds', () => {
  it('S5 mends the streaks that they broke, and writes why into the audit log', async () => {
    const { store, daily, parts } = await answered(5, 1, 2, 5);
    expect(await streakOf(store, daily)).toMatchObject({ current: 1 });
    await forgiveRounds(parts, COMMUNITY, daily.id, [4, 3], 'the bot was away for two days');
    expect(await streakOf(store, daily)).toMatchObject({ current: 3, longest: 3, last: 5 });
    expect(await store.audit.list(COMMUNITY, 10)).toEqual([
      {
        at: NOON,
        by: null,
        deed: 'The misses of question 3 and 4 of daily d1 are forgiven: the bot was away for two days.',
      },
    ]);
  });

  it('gives back the freeze that covered one', async () => {
    const { store, daily, parts } = await answered(9, 1, 2, 3, 4, 5, 6, 7, 9);
    expect(await streakOf(store, daily)).toMatchObject({ current: 8, freezes: 0 });
    await forgiveRounds(parts, COMMUNITY, daily.id, [8], 'it was spoiled');
    expect(await streakOf(store, daily)).toMatchObject({ current: 8, freezes: 1, covered: [] });
  });

  it('is done once, however often it is said', async () => {
    const { store, daily, parts } = await answered(3, 1, 3);
    const forgive = (...numbers: number[]) =>
      forgiveRounds(parts, COMMUNITY, daily.id, numbers, 'it was spoiled');
    await Promise.all([forgive(2), forgive(2), forgive(2)]);
    await forgive();
    expect(await store.audit.list(COMMUNITY, 10)).toHaveLength(1);
    await forgive(12, 2);
    expect([...(await store.corrections.forgiven(COMMUNITY, daily.id))]).toEqual([2, 12]);
  });

  it('lets no answer in that was counted by an older set', async () => {
    const { store, daily, parts } = await answered(2, 1);
    const round = await postedRound(store, daily, 3, dayOf(3));
    await forgiveRounds(parts, COMMUNITY, daily.id, [2], 'it was spoiled');
    const before = await streakOf(store, daily);
    const counted = (forgiven: ReadonlySet<number>) =>
      store.answers.commit(COMMUNITY, [
        {
          round,
          answer: answerBy('ada'),
          before,
          after: replayStreak([1, 3], forgiven),
          forgiven,
          learned: null,
        },
      ]);
    expect(await counted(NONE)).toEqual([{ kind: 'stale' }]);
    expect(await counted(new Set([2]))).toEqual([{ kind: 'recorded', late: false }]);
    expect(await streakOf(store, daily)).toMatchObject({ current: 2 });
  });

  it('leaves a recount due where its process ends between, and the recount takes it off', async () => {
    const { store, daily, parts } = await answered(3, 1, 3);
    const entry = { at: NOON, by: null, deed: 'The bot was away.' };
    await store.corrections.forgive(COMMUNITY, daily.id, [2], entry);
    const recounts = async () =>
      (await store.ledger.due(COMMUNITY, NOON)).filter(({ kind }) => kind === 'recount');
    expect(await recounts()).toEqual([{ kind: 'recount', daily: daily.id, at: NOON }]);
    expect(await store.ledger.communitiesDue(NOON)).toEqual([COMMUNITY]);
    await recountDaily(parts, COMMUNITY, daily.id);
    expect(await recounts()).toEqual([]);
    expect(await streakOf(store, daily)).toMatchObject({ current: 2 });
  });
});

describe('a recount', () => {
  it('finds nothing to change where every answer was counted as it came', async () => {
    const { store, redis, prefix, daily, parts } = await answered(9, 1, 2, 3, 4, 5, 6, 7, 9);
    const key = `${prefix}:{${COMMUNITY}}:streaks:${daily.id}`;
    const stored = await redis.hgetall(key);
    await recountDaily(parts, COMMUNITY, daily.id);
    expect(await redis.hgetall(key)).toEqual(stored);
    await redis.hset(key, 'ada', '3 3 3 3 0', 'ghost', '1 1 1 1 0');
    await recountDaily(parts, COMMUNITY, daily.id);
    expect(await redis.hgetall(key)).toEqual(stored);
    expect(await streakOf(store, daily)).toMatchObject({ current: 8 });
  });

  it('leaves alone what was answered or put right since the streaks were read', async () => {
    const { store, daily } = await answered(3, 1, 2);
    const { corrections } = store;
    const round = await postedRound(store, daily, 4, dayOf(4));
    const read = await corrections.streaks(COMMUNITY, daily.id);
    const change = { member: ada, before: await streakOf(store, daily), after: NO_STREAK };
    const answeredSince = await answer(store, round, change.before);
    const replace = () => corrections.replaceStreaks(COMMUNITY, daily.id, read.version, [change]);
    expect(await replace()).toBe(false);
    const entry = { at: NOON, by: null, deed: 'The bot was away.' };
    await corrections.forgive(COMMUNITY, daily.id, [3], entry);
    change.before = answeredSince;
    expect(await replace()).toBe(false);
    await corrections.recounted(COMMUNITY, daily.id, read.version);
    expect(await store.ledger.due(COMMUNITY, NOON)).toContainEqual(
      expect.objectContaining({ kind: 'recount' }),
    );
    expect(await streakOf(store, daily)).toEqual(answeredSince);
  });

  it('counts an answer to a question that is still being sent', async () => {
    const { store, daily, parts } = await answered(1, 1);
    const day = dayOf(2);
    await store.ledger.callForward(daily, { day, at: NOON });
    const found = await store.ledger.situation(COMMUNITY, daily.id, day);
    const posted = await store.log.latestRound(COMMUNITY, daily.id);
    if (!found || !posted) throw new Error('nothing is planned');
    const round = { ...posted, id: 'beingsent123' as typeof posted.id, number: 2, day };
    const state = {
      kind: 'sending',
      round: round.id,
      attempt: 1,
      owner: 'somebody',
      since: NOON,
      firstSent: NOON,
    } as const;
    const closesAt = NOON + 1_000;
    const sent = { ...round, card: { ...round.card, id: 'other' as never }, closesAt };
    expect(await store.ledger.claim(found.occurrence, state, sent, NOON)).not.toBeNull();
    const open = await store.rounds.get(COMMUNITY, round.id);
    if (!open) throw new Error('it is not open');
    await answer(store, open, await streakOf(store, daily));
    await recountDaily(parts, COMMUNITY, daily.id);
    expect(await streakOf(store, daily)).toMatchObject({ current: 2, last: 2 });
    const log = await store.answers.ofMember(COMMUNITY, daily.id, ada);
    expect([...log.keys()]).toEqual([1, 2]);
  });

  it('T8 ends with what the log says, in whatever order answers and corrections come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { store, daily, parts } = await answered(3, 1, 3);
        const round = await postedRound(store, daily, 4, dayOf(4));
        const slow = { ...parts, store: scheduled(store, scheduler) };
        const answering = async () => {
          for (;;) {
            const read = await slow.store.answers.read(COMMUNITY, [
              { round: round.id, member: ada },
            ]);
            const [before = NO_STREAK] = read.streaks;
            const forgiven = read.forgiven.get(daily.id) ?? NONE;
            const after = creditRound(before, 4, forgiven) ?? before;
            const each = { round, answer: answerBy('ada'), before, after, forgiven, learned: null };
            const [result] = await slow.store.answers.commit(COMMUNITY, [each]);
            if (result?.kind !== 'stale') return;
          }
        };
        await scheduler.waitFor(
          Promise.all([
            answering(),
            forgiveRounds(slow, COMMUNITY, daily.id, [2], 'it was spoiled'),
            recountDaily(slow, COMMUNITY, daily.id),
          ]),
        );
        expect(await streakOf(store, daily)).toEqual(replayStreak([1, 3, 4], new Set([2])));
      }),
      { numRuns: 30 },
    );
  });
});

/** The store, with a pause of chance before each step of an answer or a recount. */
function scheduled(store: Store, scheduler: fc.Scheduler): Store {
  const answers = {
    ...store.answers,
    read: scheduler.scheduleFunction(store.answers.read),
    commit: scheduler.scheduleFunction(store.answers.commit),
  };
  const corrections = {
    ...store.corrections,
    streaks: scheduler.scheduleFunction(store.corrections.streaks),
    replaceStreaks: scheduler.scheduleFunction(store.corrections.replaceStreaks),
    recounted: scheduler.scheduleFunction(store.corrections.recounted),
  };
  return { ...store, answers, corrections };
}
