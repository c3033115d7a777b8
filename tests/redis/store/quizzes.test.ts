import { describe, expect, it } from 'vitest';
import { channelId, memberId, quizId } from '../../../src/core/ids.ts';
import { COUNTDOWN, newQuiz, type QuizPlan, roundOf } from '../../../src/core/quiz.ts';
import type { QuizEvent } from '../../../src/core/quiz-moves.ts';
import { stepQuiz } from '../../../src/core/quiz-step.ts';
import type { LiveQuiz } from '../../../src/ports/quizzes.ts';
import { backupLines } from '../../../src/store/backup.ts';
import { restore } from '../../../src/store/restore.ts';
import { players, quizAnswer, quizPlan } from '../../unit/core/made-up-quizzes.ts';
import { COMMUNITY, freshStore, NOON } from './rows.ts';

const [ada, bob] = [memberId.of('ada'), memberId.of('bob')];

/** A quiz in its lobby. */
async function begun(more: Partial<QuizPlan> = {}) {
  const fresh = freshStore();
  const { quizzes } = fresh.store;
  const plan = quizPlan({ community: COMMUNITY, startedAt: NOON, ...more });
  expect(await quizzes.start(plan, newQuiz(plan), ada)).toBe(true);
  const read = async (): Promise<LiveQuiz> => {
    const quiz = await quizzes.get(COMMUNITY, plan.id);
    if (!quiz) throw new Error('no quiz');
    return quiz;
  };
  const after = ({ state }: LiveQuiz, event: QuizEvent, at = NOON + COUNTDOWN) =>
    stepQuiz(plan, state, event, at, () => 0).state;
  const moves = async (...events: QuizEvent[]): Promise<LiveQuiz> => {
    for (const event of events) {
      const quiz = await read();
      expect(await quizzes.move(quiz, after(quiz, event))).toBe(true);
    }
    return read();
  };
  return { ...fresh, quizzes, plan, read, after, moves };
}

const LOOK: QuizEvent = {
  kind: 'looked',
  joined: players(2),
  answered: 0,
  votes: 0,
  open: new Set(),
};
const CLAIM: QuizEvent = { kind: 'claimed', owner: 'me', isMissing: false };
const POSTED: QuizEvent = { kind: 'posted', stands: true };

const given = (member: typeof ada, credit: 0 | 1 = 1) => ({
  member,
  answer: quizAnswer(member, credit, 0),
  message: null,
});

describe('a live quiz in the store', () => {
  it('is one for its channel, until it is over', async () => {
    const { quizzes, plan, moves } = await begun();
    const other = { ...plan, id: quizId.of('AbCdEfGh02') };
    expect(await quizzes.start(other, newQuiz(other), bob)).toBe(false);
    const elsewhere = { ...other, channel: channelId.of('elsewhere') };
    expect(await quizzes.start(elsewhere, newQuiz(elsewhere), bob)).toBe(true);
    expect((await quizzes.running(COMMUNITY)).map(({ plan: { id } }) => id).sort()).toEqual([
      plan.id,
      other.id,
    ]);
    await moves({ kind: 'gone' });
    expect(await quizzes.inChannel(COMMUNITY, plan.channel)).toBeNull();
    expect((await quizzes.running(COMMUNITY)).map(({ plan: { id } }) => id)).toEqual([other.id]);
    expect(await quizzes.kept(COMMUNITY)).toHaveLength(2);
    const third = { ...plan, id: quizId.of('AbCdEfGh03') };
    expect(await quizzes.start(third, newQuiz(third), bob)).toBe(true);
  });

  it('is moved by one of many processes that read the same state', async () => {
    const { quizzes, read, after, moves } = await begun();
    await moves(LOOK);
    const seen = await read();
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        quizzes.move(seen, after(seen, { ...CLAIM, owner: `process ${at}` })),
      ),
    );
    expect(claims.filter((done) => done)).toHaveLength(1);
    expect((await read()).state.fence).toBe(seen.state.fence + 1);
  });

  it('takes the first answer of a member, to the question that is open', async () => {
    const { quizzes, read, moves } = await begun();
    const lobby = await quizzes.commit(await read(), 1, [given(ada)]);
    expect(lobby.results).toEqual([{ kind: 'closed' }]);
    const open = await moves(LOOK, CLAIM, POSTED);
    const done = await Promise.all([
      quizzes.commit(open, 1, [given(ada, 1)]),
      quizzes.commit(open, 1, [given(ada, 0), given(bob)]),
    ]);
    const kinds = done.flatMap(({ results }) => results.map(({ kind }) => kind));
    expect(kinds.sort()).toEqual(['already', 'recorded', 'recorded']);
    expect(await quizzes.counts(COMMUNITY, roundOf(open.plan.id, 1))).toEqual({
      answered: 2,
      votes: 0,
    });
    expect((await quizzes.commit(open, 2, [given(ada)])).results).toEqual([{ kind: 'closed' }]);
    expect([...(await quizzes.joined(COMMUNITY, open.plan.id)).keys()]).toEqual([ada, bob]);
  });

  it('replaces answers that stand as they were read, and brings none back', async () => {
    const { quizzes, moves, plan } = await begun();
    const open = await moves(LOOK, CLAIM, POSTED);
    await quizzes.commit(open, 1, [given(ada, 0), given(bob, 0)]);
    const round = roundOf(plan.id, 1);
    const change = (member: typeof ada) => ({
      read: quizAnswer(member, 0, 0),
      now: quizAnswer(member, 1, 0),
    });
    await quizzes.erase(COMMUNITY, bob);
    await quizzes.regrade(open, 1, [change(ada), change(bob)]);
    expect(await quizzes.answerOf(COMMUNITY, round, ada)).toEqual(quizAnswer(ada, 1, 0));
    expect(await quizzes.answerOf(COMMUNITY, round, bob)).toBeNull();
    await quizzes.regrade(open, 1, [{ ...change(ada), now: quizAnswer(ada, 0.5, 0) }]);
    expect(await quizzes.answerOf(COMMUNITY, round, ada)).toEqual(quizAnswer(ada, 1, 0));
  });

  it('goes a week after it is over, with every key of it', async () => {
    const { quizzes, moves, redis, prefix, plan } = await begun();
    const open = await moves(LOOK, CLAIM, POSTED);
    await quizzes.commit(open, 1, [given(ada)]);
    await quizzes.hint(COMMUNITY, plan.id, roundOf(plan.id, 1), bob);
    await quizzes.vote(COMMUNITY, plan.id, roundOf(plan.id, 1), bob);
    const ofQuiz = async () =>
      (await redis.keys(`${prefix}:*`)).filter((key) => key.includes(plan.id));
    expect(await ofQuiz()).toHaveLength(5);
    for (const key of await ofQuiz()) expect(await redis.ttl(key)).toBe(-1);
    await moves({ kind: 'gone' });
    for (const key of await ofQuiz()) {
      expect(await redis.ttl(key)).toBeGreaterThan(6 * 24 * 3_600);
    }
  });

  it('takes no vote, hint or player more when it is over, for what came then would stay', async () => {
    const { quizzes, moves, redis, prefix, plan } = await begun();
    await moves(LOOK, CLAIM, POSTED, { kind: 'gone' });
    const before = await redis.keys(`${prefix}:*`);
    await quizzes.hint(COMMUNITY, plan.id, roundOf(plan.id, 1), bob);
    expect(await quizzes.vote(COMMUNITY, plan.id, roundOf(plan.id, 1), bob)).toBe(0);
    expect(await quizzes.join(COMMUNITY, plan.id, bob, 1)).toBe('over');
    expect((await redis.keys(`${prefix}:*`)).sort()).toEqual(before.sort());
  });

  it('keeps its card from the draw of others, all of them where it is an exam', async () => {
    const { quizzes, moves, plan } = await begun();
    expect((await quizzes.beforeDrawing(COMMUNITY)).open.size).toBe(0);
    await moves(LOOK, CLAIM, POSTED);
    expect([...(await quizzes.beforeDrawing(COMMUNITY)).open]).toEqual([plan.cards[0]?.id]);
    expect((await quizzes.beforeDrawing(COMMUNITY, plan.id)).open.size).toBe(0);
    const exam = { ...plan, id: quizId.of('exam123456'), channel: channelId.of('hall') };
    const state = newQuiz(exam);
    expect(await quizzes.start({ ...exam, mode: 'exam' }, state, bob)).toBe(true);
    const all = plan.cards.map(({ id }) => id);
    expect([...(await quizzes.beforeDrawing(COMMUNITY)).open].sort()).toEqual([...all].sort());
  });

  it('tells what it holds about a member, and forgets them', async () => {
    const { quizzes, moves, plan, redis, prefix } = await begun();
    const open = await moves(LOOK, CLAIM, POSTED);
    await quizzes.hint(COMMUNITY, plan.id, roundOf(plan.id, 1), ada);
    await quizzes.vote(COMMUNITY, plan.id, roundOf(plan.id, 1), ada);
    await quizzes.commit(open, 1, [given(ada), given(bob)]);
    expect(await quizzes.ofMember(COMMUNITY, ada)).toMatchObject([
      {
        quiz: plan.id,
        hasStarted: true,
        joinedAt: 1,
        hints: [1],
        skips: [1],
        answers: [{ question: 1, answer: quizAnswer(ada, 1, 0) }],
      },
    ]);
    await quizzes.erase(COMMUNITY, ada);
    await quizzes.erase(COMMUNITY, ada);
    expect(await quizzes.ofMember(COMMUNITY, ada)).toEqual([]);
    expect(await quizzes.ofMember(COMMUNITY, bob)).toHaveLength(1);
    const keys = (await redis.keys(`${prefix}:*`)).filter((key) => key.includes(plan.id));
    const dumps = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
    expect(dumps.filter((dump) => dump?.includes('ada'))).toEqual([]);
  });
});

describe('a backup', () => {
  it('brings a quiz back as it stood', async () => {
    const { store, quizzes, moves, redis, prefix, plan } = await begun();
    const open = await moves(LOOK, CLAIM, POSTED);
    await quizzes.commit(open, 1, [given(ada)]);
    const before = await quizzes.get(COMMUNITY, plan.id);
    const lines: string[] = [];
    for await (const each of backupLines(redis, prefix, new Date(NOON))) lines.push(each);
    await redis.del(...(await redis.keys(`${prefix}:*`)));
    expect(await quizzes.get(COMMUNITY, plan.id)).toBeNull();
    await restore(redis, { store, prefix, now: NOON }, async function* () {
      yield* lines;
    });
    expect(await quizzes.get(COMMUNITY, plan.id)).toEqual(before);
    expect(await quizzes.answerOf(COMMUNITY, roundOf(plan.id, 1), ada)).toEqual(
      quizAnswer(ada, 1, 0),
    );
  });
});
