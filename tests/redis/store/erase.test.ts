import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays } from '../../../src/core/day.ts';
import { memberId } from '../../../src/core/ids.ts';
import { creditRound, NO_STREAK } from '../../../src/core/streak.ts';
import type { AnswerToCommit } from '../../../src/ports/answers.ts';
import type { Store } from '../../../src/ports/store.ts';
import { answerBy, COMMUNITY, freshStore, makeDaily, NOON, postedRound, TODAY } from './rows.ts';

const LEAVER = 'ada';
const OTHERS = ['bob', 'cat', 'dan'];

/** What happened in a group: for each question, of which daily it was and who answered it with what success. */
interface Told {
  readonly questions: readonly {
    readonly daily: 0 | 1;
    readonly points: Readonly<Record<string, number>>;
  }[];
  /** Whether the last question is still open. */
  readonly lastIsOpen: boolean;
}

const anyHistory: fc.Arbitrary<Told> = fc.record({
  questions: fc.array(
    fc.record({
      daily: fc.constantFrom(0, 1) as fc.Arbitrary<0 | 1>,
      points: fc.dictionary(fc.constantFrom(LEAVER, ...OTHERS), fc.constantFrom(0, 5, 10), {
        maxKeys: 4,
      }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  lastIsOpen: fc.boolean(),
});

const without = (history: Told, member: string): Told => ({
  ...history,
  questions: history.questions.map(({ daily, points }) => ({
    daily,
    points: Object.fromEntries(Object.entries(points).filter(([name]) => name !== member)),
  })),
});

/** Lives through it in a store of its own. */
async function lived(history: Told) {
  const fresh = freshStore();
  const { store } = fresh;
  const dailies = [await makeDaily(store), await makeDaily(store)] as const;
  const numbers = [0, 0];
  for (const [at, { daily: which, points }] of history.questions.entries()) {
    const daily = dailies[which];
    numbers[which] = (numbers[which] ?? 0) + 1;
    const round = await postedRound(store, daily, numbers[which], plusDays(TODAY, at));
    const commits = await Promise.all(
      Object.entries(points).map(([name, worth]) => commitOf(store, round, name, worth)),
    );
    if (commits.length > 0) await store.answers.commit(COMMUNITY, commits);
    const isLast = at === history.questions.length - 1;
    if (!isLast || !history.lastIsOpen) await store.rounds.close(round);
  }
  return { ...fresh, dailies };
}

async function commitOf(
  store: Store,
  round: Awaited<ReturnType<typeof postedRound>>,
  name: string,
  points: number,
): Promise<AnswerToCommit> {
  const member = memberId.of(name);
  const before = await store.streaks.get(COMMUNITY, round.daily, member);
  const after = creditRound(before, round.number, new Set()) ?? NO_STREAK;
  const credit = points / 10;
  const mark = credit === 1 ? 'right' : credit === 0 ? 'wrong' : 'partly';
  const answer = { ...answerBy(name, points), verdict: { mark, credit } } as const;
  return { round, answer, before, after, forgiven: new Set(), learned: null };
}

type Lived = Awaited<ReturnType<typeof lived>>;

/** Everything that is kept, but for what is random: round ids and the rows that hold them. */
async function state({ store, redis, prefix, dailies }: Lived) {
  const key = (name: string): string => `${prefix}:{${COMMUNITY}}:${name}`;
  const names = await redis.keys(key('board:*'));
  const topics = await redis.hgetall(key('topics:virtualization'));
  return {
    boards: Object.fromEntries(
      await Promise.all(
        names.map(async (name) => [
          name.slice(prefix.length),
          await redis.zrange(name, 0, '-1', 'WITHSCORES'),
        ]),
      ),
    ),
    page: await store.boards.page(COMMUNITY, 'all', { kind: 'place', place: 0 }, 10),
    topics: Object.fromEntries(Object.entries(topics).filter(([, count]) => Number(count) !== 0)),
    members: await Promise.all(
      OTHERS.map(async (name) => {
        const kept = await store.members.kept(COMMUNITY, memberId.of(name));
        return {
          ...kept,
          answers: kept.answers.map(({ round, answer }) => [round.daily, round.number, answer]),
        };
      }),
    ),
    streaks: await Promise.all(dailies.map(({ id }) => redis.hgetall(key(`streaks:${id}`)))),
  };
}

describe('erasing a member', () => {
  it('I8 leaves everything as if they had never been there, for all others and every rank', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const group = await lived(history);
        await group.store.members.erase(COMMUNITY, memberId.of(LEAVER));
        const never = await lived(without(history, LEAVER));
        expect(await state(group)).toEqual(await state(never));
      }),
      { numRuns: 25 },
    );
  });

  it('I8 takes nothing out of a topic for a void round, which counts for nothing in it', async () => {
    const { store, redis, prefix } = freshStore();
    const round = await postedRound(store, await makeDaily(store));
    const key = (name: string): string => `${prefix}:{${COMMUNITY}}:${name}`;
    await store.answers.commit(COMMUNITY, [await commitOf(store, round, LEAVER, 10)]);
    await store.rounds.close(round);
    await redis.hset(key(`round:${round.id}`), 'void', '1');
    const before = await redis.hgetall(key('topics:virtualization'));
    await store.members.erase(COMMUNITY, memberId.of(LEAVER));
    expect(await redis.hgetall(key('topics:virtualization'))).toEqual(before);
    expect(await redis.exists(key(`answers:${round.id}`))).toBe(0);
  });

  it('I8 goes together with answers and closes in any order', async () => {
    const { store, redis, prefix } = freshStore();
    const daily = await makeDaily(store);
    const round = await postedRound(store, daily);
    const commits = await Promise.all(
      [LEAVER, ...OTHERS].map((name) => commitOf(store, round, name, 10)),
    );
    await store.answers.commit(COMMUNITY, commits.slice(0, 2));
    const leaver = memberId.of(LEAVER);
    await store.members.beginErasing(COMMUNITY, leaver, NOON);
    await Promise.all([
      store.members.erase(COMMUNITY, leaver),
      store.answers.commit(COMMUNITY, commits.slice(2)),
      store.rounds.close(round),
      store.members.erase(COMMUNITY, leaver),
    ]);
    const read = await store.rounds.get(COMMUNITY, round.id);
    const again = commits.map((commit) => ({ ...commit, round: read ?? round }));
    const results = await store.answers.commit(COMMUNITY, again);
    expect(results[0]).toEqual({ kind: 'erasing' });
    await store.members.erase(COMMUNITY, leaver);
    await store.members.endErasing(COMMUNITY, leaver, NOON);
    const board = await redis.zrange(`${prefix}:{${COMMUNITY}}:board:all`, 0, '-1', 'WITHSCORES');
    expect(board).toEqual(['bob', '-10', 'cat', '-10', 'dan', '-10']);
    const topics = await redis.hgetall(`${prefix}:{${COMMUNITY}}:topics:virtualization`);
    expect(topics).toEqual({ 'alpha answers': '3', 'alpha credit': '3' });
    const { answers, streaks, scores } = await store.members.kept(COMMUNITY, leaver);
    expect([answers, [...streaks], scores]).toEqual([[], [], []]);
  });

  it('leaves a daily that changes meanwhile as it was changed, without its organiser', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    const organiser = memberId.of(LEAVER);
    const hers = { ...daily, organiser, revision: 2 };
    await store.dailies.replace(daily, hers, null);
    const paused = { ...hers, paused: true, revision: 3 };
    await Promise.all([
      store.members.erase(COMMUNITY, organiser),
      store.dailies.replace(hers, paused, null),
    ]);
    expect(await store.dailies.get(COMMUNITY, daily.id)).toMatchObject({ organiser: null });
  });
});

describe('what is kept about a member', () => {
  it('names their orders, and not those of others', async () => {
    const { store, redis, prefix } = freshStore();
    const forged = '/daily pause: "by":"ada" is how a forger would write';
    const row = (by: string | null, deed: string) => JSON.stringify({ at: NOON, by, deed });
    await redis.rpush(
      `${prefix}:{${COMMUNITY}}:audit`,
      row('bob', forged),
      row(LEAVER, '/daily resume'),
      row(null, 'an outage'),
      row('adam', '/daily pause'),
      row(LEAVER, forged),
    );
    const { orders } = await store.members.kept(COMMUNITY, memberId.of(LEAVER));
    expect(orders).toEqual([
      { at: NOON, deed: '/daily resume' },
      { at: NOON, deed: forged },
    ]);
  });
});
