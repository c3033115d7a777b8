import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChoice } from '../../../src/core/card.ts';
import { type Day, plusDays } from '../../../src/core/day.ts';
import { memberId } from '../../../src/core/ids.ts';
import { rekeyed } from '../../../src/core/rekey.ts';
import { answerTo } from '../../../src/core/round.ts';
import { creditRound, NO_STREAK } from '../../../src/core/streak.ts';
import { forgiveRounds } from '../../../src/features/forgive.ts';
import { recountDaily } from '../../../src/features/recount.ts';
import { repairCommunity, verifyCommunity } from '../../../src/features/verify.ts';
import type { PostedRound } from '../../../src/ports/rounds.ts';
import type { Store } from '../../../src/ports/store.ts';
import { RULES } from '../../conversations/small-deck.ts';
import { COMMUNITY, freshStore, makeDaily, NOON, postedRound, readRound, TODAY } from './rows.ts';

const NONE: ReadonlySet<number> = new Set();
const dayOf = (number: number): Day => plusDays(TODAY, number);

/** Answers by the rules, as often as it takes; a pick of 0 is right by the card as posted. */
async function answer(store: Store, round: Pick<PostedRound, 'id'>, name: string, pick: number) {
  const member = memberId.of(name);
  for (;;) {
    const read = await store.answers.read(COMMUNITY, [{ round: round.id, member }]);
    const now = read.rounds.get(round.id);
    if (!now) throw new Error('the round is gone');
    const given = { member, event: `e-${name}-${pick}`, receivedAt: now.closesAt - 1 };
    const graded = answerTo(now, { ...given, response: { kind: 'choice', picks: [pick] } });
    if (typeof graded === 'string') throw new Error(graded);
    const [before = NO_STREAK] = read.streaks;
    const forgiven = read.forgiven.get(now.daily) ?? NONE;
    const after = creditRound(before, now.number, forgiven);
    if (!after) throw new Error('a later round was answered');
    const commit = { round: now, answer: graded, before, after, forgiven, learned: null };
    const [result] = await store.answers.commit(COMMUNITY, [commit]);
    if (result?.kind !== 'stale') return result;
  }
}

async function community() {
  const { store, redis, prefix } = freshStore();
  const daily = await makeDaily(store);
  const parts = { store, rules: RULES, clock: { now: () => NOON }, language: 'en' };
  const verify = async () =>
    (await verifyCommunity(parts, COMMUNITY)).differences.map(
      ({ what, stored, recomputed }) => `${what}: ${stored} / ${recomputed}`,
    );
  const key = (...names: string[]): string => `${prefix}:{${COMMUNITY}}:${names.join(':')}`;
  return { store, redis, daily, parts, verify, key };
}

/** Two closed rounds and an open one, with answers to each. */
async function busyCommunity() {
  const made = await community();
  const { store, daily } = made;
  const rounds: PostedRound[] = [];
  for (const number of [1, 2, 3]) {
    const round = await postedRound(store, daily, number, dayOf(number));
    await answer(store, round, 'ada', 0);
    if (number !== 2) await answer(store, round, 'bob', 1);
    if (number < 3) await store.rounds.close(round);
    rounds.push(await readRound(store, round));
  }
  return { ...made, rounds };
}

describe('verifying', () => {
  it('S7 finds that what is stored is what the log makes', async () => {
    const { verify, parts } = await busyCommunity();
    expect(await verify()).toEqual([]);
    expect((await verifyCommunity(parts, COMMUNITY)).answers).toBe(5);
  });

  it('I4 names each value that differs, and repairs what the log can tell', async () => {
    const { redis, key, verify, parts, store } = await busyCommunity();
    await redis.hset(key('streaks', 'd1'), 'ada', '9 9 3 9 1');
    await redis.zincrby(key('board', 'all'), -5, 'bob');
    await redis.zadd(key('board', 'month:2026-11'), -7, 'ghost');
    await redis.hincrby(key('topics', 'virtualization'), 'alpha answers', 2);
    const found = await verifyCommunity(parts, COMMUNITY);
    expect(await verify()).toEqual([
      'streak of ada in d1: 9 up to question 3, longest 9, freezes 1 / 3 up to question 3, longest 3, freezes 0',
      'points of ghost on month:2026-11: 7 / 0',
      'points of bob on all: 5 / 0',
      'topic alpha of virtualization: 5 answers, credit 2 / 3 answers, credit 2',
    ]);
    expect(await repairCommunity(parts, COMMUNITY, found.differences)).toBe(4);
    expect(await verify()).toEqual([]);
    expect(await store.books.communities()).toEqual([COMMUNITY]);
  });

  it('names counters that do not fit the rounds, and leaves them to a person', async () => {
    const { redis, key, verify, parts } = await busyCommunity();
    await redis.hset(key('numbers'), 'd1', 5);
    await redis.hset(key('closed'), 'd1', 1);
    await redis.hset(key('days-posted'), 'd1', dayOf(2));
    await redis.hset(
      key('occurrences', 'd1'),
      '2026-12-24',
      '{"daily":"d1","day":"2026-12-24","at":1,"state":{"kind":"posted"}}',
    );
    await redis.hset(key('forgiven'), 'd1', '4');
    const { differences } = await verifyCommunity(parts, COMMUNITY);
    expect(await verify()).toEqual([
      'question 5 of d1: counted / no such round',
      'latest closed question of d1: 1 / 2',
      'occurrence 2026-12-24 of d1: posted / no round',
      `day posted last of d1: ${dayOf(2)} / ${dayOf(3)}`,
    ]);
    expect(await repairCommunity(parts, COMMUNITY, differences)).toBe(0);
  });

  it('counts hidden members too', async () => {
    const { redis, key, verify, store, rounds, parts } = await busyCommunity();
    await redis.sadd(key('hidden'), 'ada');
    for (const board of ['all', 'month:2026-11', 'week:2026-W48']) {
      await redis.zadd(key('board', board), 21, 'ada');
    }
    expect(await verify()).toEqual([]);
    const [first] = rounds;
    if (!first || !isChoice(first.card)) throw new Error('no round');
    await store.corrections.setVoid(first, true, NOON);
    expect(await redis.zscore(key('board', 'all'), 'ada')).toBe('11');
    const card = rekeyed(first.card, { kind: 'choice', picks: [1] }, 1);
    if (!card) throw new Error('no card');
    await store.corrections.rekey(first, card, NOON);
    await recountDaily(parts, COMMUNITY, first.daily);
    await store.corrections.setVoid(await readRound(store, first), false, NOON);
    await recountDaily(parts, COMMUNITY, first.daily);
    expect(await redis.zscore(key('board', 'all'), 'ada')).toBe('11');
    expect(await redis.zscore(key('board', 'all'), 'bob')).toBe('-10');
    await store.rounds.close(await readRound(store, rounds[2] as PostedRound));
    expect(await redis.zscore(key('board', 'all'), 'ada')).toBe('21');
    expect(await verify()).toEqual([]);
  });

  it('sees no difference where rounds are answered and closed meanwhile', async () => {
    const { store, parts, rounds, verify } = await busyCommunity();
    const [, , open] = rounds;
    if (!open) throw new Error('no round');
    const names = Array.from({ length: 40 }, (_, at) => `m${at}`);
    const [verified] = await Promise.all([
      verifyCommunity(parts, COMMUNITY),
      ...names.map((name, at) => answer(store, open, name, at % 4)),
      store.rounds.close(open),
    ]);
    expect(verified.differences).toEqual([]);
    expect(await verify()).toEqual([]);
  });
});

type Step = 'answer' | 'close' | 'void' | 'unvoid' | 'rekey' | 'rekey back' | 'forgive' | 'recount';

const steps = fc.array(
  fc.constantFrom<Step>(
    'answer',
    'answer',
    'answer',
    'close',
    'void',
    'unvoid',
    'rekey',
    'rekey back',
    'forgive',
    'recount',
  ),
  { minLength: 4, maxLength: 14 },
);

describe('corrections, answers and closes', () => {
  it('T8 I1 all at once, end with what the log makes', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.array(fc.nat({ max: 3 }), { maxLength: 14 }),
        async (order, picks) => {
          const { store, parts, rounds, verify, redis, key } = await busyCommunity();
          await redis.sadd(key('hidden'), 'm1', 'm3');
          const open = rounds[2] as PostedRound;
          const correct = async (work: (round: PostedRound) => Promise<unknown>): Promise<void> => {
            await work(await readRound(store, open));
            await recountDaily(parts, COMMUNITY, open.daily);
          };
          const rekey = (pick: number) =>
            correct(async (round) => {
              const card = rekeyed(round.card, { kind: 'choice', picks: [pick] }, round.rekeys + 1);
              if (card) await store.corrections.rekey(round, card, NOON);
            });
          const act = (step: Step, at: number): Promise<unknown> => {
            switch (step) {
              case 'answer':
                return answer(store, open, `m${at}`, picks[at] ?? 0);
              case 'close':
                return store.rounds.close(open);
              case 'void':
                return correct((round) => store.corrections.setVoid(round, true, NOON));
              case 'unvoid':
                return correct((round) => store.corrections.setVoid(round, false, NOON));
              case 'rekey':
                return rekey(1);
              case 'rekey back':
                return rekey(0);
              case 'forgive':
                return forgiveRounds(parts, COMMUNITY, open.daily, [2], 'it was spoiled');
              case 'recount':
                return recountDaily(parts, COMMUNITY, open.daily);
            }
          };
          await Promise.all(order.map(act));
          expect(await verify()).toEqual([]);
          const due = await store.ledger.due(COMMUNITY, NOON + 1);
          expect(due.filter(({ kind }) => kind === 'recount')).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a key put right', () => {
  it('lets nothing in that was graded or counted by the old one', async () => {
    const { store, daily } = await community();
    const round = await postedRound(store, daily, 1, dayOf(1));
    const member = memberId.of('ada');
    const given = { member, event: 'e1', receivedAt: NOON };
    const graded = answerTo(round, { ...given, response: { kind: 'choice', picks: [0] } });
    const after = creditRound(NO_STREAK, 1, NONE);
    const card = rekeyed(round.card, { kind: 'choice', picks: [1] }, 1);
    if (typeof graded === 'string' || !after || !card) throw new Error('no answer');
    const read = await store.corrections.streaks(COMMUNITY, daily.id);
    expect(await store.corrections.rekey(round, card, NOON)).toBe(true);
    expect(await store.corrections.rekey(round, card, NOON)).toBe(false);
    const commit = {
      round,
      answer: graded,
      before: NO_STREAK,
      after,
      forgiven: NONE,
      learned: null,
    };
    expect(await store.answers.commit(COMMUNITY, [commit])).toEqual([{ kind: 'stale' }]);
    const change = [{ member, before: NO_STREAK, after }];
    expect(await store.corrections.replaceStreaks(COMMUNITY, daily.id, read.version, change)).toBe(
      false,
    );
    const regrade = [{ before: graded, after: graded }];
    expect(await store.corrections.regrade(round, regrade, NOON)).toBe(false);
    expect((await readRound(store, round)).card).toEqual(card);
  });

  it('is shown even where it came while the reveal was being written', async () => {
    const { store, daily } = await community();
    const posted = await postedRound(store, daily, 1, dayOf(1));
    await store.rounds.close(posted);
    const read = await readRound(store, posted);
    const card = rekeyed(read.card, { kind: 'choice', picks: [1] }, 1);
    if (!card) throw new Error('no card');
    await store.corrections.rekey(read, card, NOON);
    expect(await store.rounds.revealed(read, 0)).toBe(false);
    expect(await store.rounds.revealed(await readRound(store, posted), 0)).toBe(true);
    await store.corrections.setVoid(await readRound(store, posted), true, NOON);
    expect((await readRound(store, posted)).revealed).toBeNull();
  });
});

describe('many at once', () => {
  it('S3 a hundred parallel first answers of one member: one is accepted', async () => {
    const { store, daily, verify } = await community();
    const round = await postedRound(store, daily, 1, dayOf(1));
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, at) => answer(store, round, 'ada', at % 4).catch(() => null)),
    );
    expect(results.filter((result) => result?.kind === 'recorded')).toHaveLength(1);
    expect(await store.answers.ofRound(COMMUNITY, round.id)).toHaveLength(1);
    await store.rounds.close(round);
    expect(await verify()).toEqual([]);
  });

  it('S4 ten thousand parallel answers: the sum of scores is what the log makes', async () => {
    const { store, daily, verify } = await community();
    const first = await postedRound(store, daily, 1, dayOf(1));
    const read = await store.answers.read(COMMUNITY, [
      { round: first.id, member: memberId.of('x') },
    ]);
    const round = read.rounds.get(first.id);
    if (!round) throw new Error('the round is gone');
    const after = creditRound(NO_STREAK, 1, NONE) ?? NO_STREAK;
    const commits = Array.from({ length: 10_000 }, (_, at) => {
      const member = memberId.of(`m${at}`);
      const given = { member, event: `e${at}`, receivedAt: NOON };
      const graded = answerTo(round, { ...given, response: { kind: 'choice', picks: [at % 4] } });
      if (typeof graded === 'string') throw new Error(graded);
      return { round, answer: graded, before: NO_STREAK, after, forgiven: NONE, learned: null };
    });
    const batches = Array.from({ length: 100 }, (_, at) => commits.slice(at * 100, at * 100 + 100));
    const recorded = await Promise.all(
      batches.map((batch) => store.answers.commit(COMMUNITY, batch)),
    );
    expect(recorded.flat().filter(({ kind }) => kind === 'recorded')).toHaveLength(10_000);
    await store.rounds.close(round);
    const board = await store.books.board(COMMUNITY, 'all');
    expect([...board.values()].reduce((sum, points) => sum + points, 0)).toBe(25_000);
    expect(await verify()).toEqual([]);
  });
});
