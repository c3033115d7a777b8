import type { CommunityId, MemberId, QuizId, RoundId } from '../core/ids.ts';
import {
  cardsInPlay,
  currentQuestion,
  dueAt,
  type QuizPlan,
  type QuizState,
  roundOf,
} from '../core/quiz.ts';
import type { AskedQuestion } from '../core/quiz-scoring.ts';
import type { MessageAddress } from '../ports/platform.ts';
import type { LiveQuiz, QuizCommitted, Quizzes } from '../ports/quizzes.ts';
import { type Database, scriptNamed } from './database.ts';
import { createKeptQuizzes } from './kept-quizzes.ts';
import { createQuizTraces } from './quiz-traces.ts';
import { quizEntry, readOpenRound, readQuizAnswer, writeQuizAnswer } from './rows.ts';
import type { Wake } from './wake.ts';

/** How long a quiz that is over is kept: for whoever wants to see what they missed (seconds). */
const KEPT_FOR = 7 * 24 * 3_600;

const messageField = (question: number): string => `message ${question}`;

const writeState = (state: QuizState): string => JSON.stringify(state);

/** Live quizzes: a hash for each, and beside it what members did about each question. */
export function createQuizzes(db: Database, wake: Wake, makeSecret: () => string): Quizzes {
  const startQuiz = scriptNamed('start-quiz');
  const moveQuiz = scriptNamed('move-quiz');
  const answerQuiz = scriptNamed('answer-quiz');
  const joinQuiz = scriptNamed('join-quiz', 'goes-on');
  const noteHint = scriptNamed('note-hint', 'goes-on');
  const voteToSkip = scriptNamed('vote-to-skip', 'goes-on');
  const members = (community: CommunityId, id: QuizId): string =>
    db.key(community, 'quiz-members', id);
  const ofRound = (community: CommunityId, round: RoundId) => ({
    answers: db.key(community, 'quiz-answers', round),
    hints: db.key(community, 'quiz-hints', round),
    skips: db.key(community, 'quiz-skips', round),
  });

  function keysOf({ community, id, cards }: QuizPlan): string[] {
    const ofQuestions = cards.flatMap((_, at) =>
      Object.values(ofRound(community, roundOf(id, at + 1))),
    );
    return [db.key(community, 'quiz', id), members(community, id), ...ofQuestions];
  }

  async function get(community: CommunityId, id: QuizId): Promise<LiveQuiz | null> {
    const fields = await db.ask((redis) => redis.hgetall(db.key(community, 'quiz', id)));
    const { plan, state, starter } = fields;
    if (!plan || !state) return null;
    const messages = Object.entries(fields).flatMap(([field, text]) => {
      const [, question] = /^message (\d+)$/.exec(field) ?? [];
      return question ? [[Number(question), text as MessageAddress] as const] : [];
    });
    return {
      plan: JSON.parse(plan) as QuizPlan,
      state: JSON.parse(state) as QuizState,
      starter: (starter ?? null) as MemberId | null,
      messages: new Map(messages),
    };
  }

  async function move(
    { plan, state }: LiveQuiz,
    next: QuizState,
    message?: MessageAddress,
  ): Promise<boolean> {
    const { community, channel, id } = plan;
    const due = dueAt(next);
    const open = currentQuestion(next);
    const done = await db.run(
      moveQuiz,
      [
        ...[db.key(community, 'quiz', id), db.key(community, 'due')],
        db.key(community, 'quizzes-live'),
        ...(due === null ? keysOf(plan) : []),
      ],
      [
        ...[writeState(state), writeState(next), quizEntry(id), due ?? ''],
        ...[open === 0 ? '' : open, channel, id],
        ...[message === undefined ? '' : messageField(open), message ?? '', KEPT_FOR],
      ],
    );
    if (due !== null) await wake.by(community, due);
    return done === 1;
  }

  const kept = createKeptQuizzes(db, get);
  const traces = createQuizTraces(db, get, move, kept.kept);

  return {
    get,
    move,
    ...kept,
    ...traces,

    async beforeDrawing(community, drawing) {
      const secretKey = db.key(community, 'secret');
      const [open, , secret] = (await db.askAll((pipeline) =>
        pipeline.hvals(db.key(community, 'open')).set(secretKey, makeSecret(), 'NX').get(secretKey),
      )) as [string[], unknown, string];
      const others = (await kept.running(community)).filter(({ plan }) => plan.id !== drawing);
      const inPlay = others.flatMap(({ plan, state }) => cardsInPlay(plan, state));
      return {
        open: new Set([...open.map((entry) => readOpenRound(entry).card), ...inPlay]),
        secret,
      };
    },

    async start(plan, state, starter) {
      const { community, channel, id, startedAt } = plan;
      const due = dueAt(state) ?? startedAt;
      const begun = await db.run(
        startQuiz,
        ['quizzes-live', 'quizzes', `quiz:${id}`, 'due'].map((name) => db.key(community, name)),
        [
          ...[channel, id, JSON.stringify(plan), writeState(state), starter],
          ...[quizEntry(id), due, startedAt, startedAt - 2 * KEPT_FOR * 1_000],
        ],
      );
      if (begun === 1) await wake.by(community, due);
      return begun === 1;
    },

    async inChannel(community, channel) {
      const key = db.key(community, 'quizzes-live');
      const id = await db.ask((redis) => redis.hget(key, channel));
      return id === null ? null : get(community, id as QuizId);
    },

    async joined(community, id) {
      const rows = await db.ask((redis) =>
        redis.zrange(members(community, id), 0, '-1', 'WITHSCORES'),
      );
      const pairs = rows.flatMap((member, at) =>
        at % 2 === 0 ? [[member as MemberId, Number(rows[at + 1])] as const] : [],
      );
      return new Map(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
    },

    async join(community, id, member, question) {
      const keys = [
        db.key(community, 'quiz', id),
        members(community, id),
        db.key(community, 'due'),
      ];
      const done = await db.run(joinQuiz, keys, [member, question]);
      if (done === -2) return 'over';
      return done === 1 ? 'joined' : done === 0 ? 'already' : 'erasing';
    },

    async commit({ plan: { community, id } }, question, answers) {
      const round = ofRound(community, roundOf(id, question));
      const keys = [
        ...[db.key(community, 'quiz', id), round.answers, members(community, id)],
        ...[db.key(community, 'due'), round.hints],
      ];
      const rows = answers.flatMap(({ member, answer, message }) => [
        member,
        answer === null ? '' : writeQuizAnswer(answer),
        message ?? '',
      ]);
      const replies = (await db.run(answerQuiz, keys, [
        question,
        messageField(question),
        ...rows,
      ])) as (number | string)[];
      const [joined, answered] = [Number(replies.pop()), Number(replies.pop())];
      const results = answers.map(({ member }, at) =>
        readCommitted(replies[2 * at] ?? 0, replies[2 * at + 1] === 1, member),
      );
      return { results, answered, joined };
    },

    async questions({ plan: { community, id, cards } }, numbers) {
      const replies = await db.askAll((pipeline) => {
        for (const number of numbers) {
          const keys = ofRound(community, roundOf(id, number));
          pipeline.hgetall(keys.answers).smembers(keys.hints);
        }
        return pipeline;
      });
      return numbers.flatMap((number, at): AskedQuestion[] => {
        const card = cards[number - 1];
        const rows = replies[2 * at] as Record<string, string>;
        const answers = Object.entries(rows).map(([member, text]) =>
          readQuizAnswer(member as MemberId, text),
        );
        const hinted = new Set(replies[2 * at + 1] as MemberId[]);
        return card ? [{ number, card, answers, hinted }] : [];
      });
    },

    async counts(community, round) {
      const keys = ofRound(community, round);
      const [answered, votes] = (await db.askAll((pipeline) =>
        pipeline.hlen(keys.answers).scard(keys.skips),
      )) as [number, number];
      return { answered, votes };
    },

    async vote(community, id, round, member) {
      const { skips } = ofRound(community, round);
      return Number(await db.run(voteToSkip, [db.key(community, 'quiz', id), skips], [member]));
    },

    async hint(community, id, round, member) {
      const { answers, hints } = ofRound(community, round);
      await db.run(noteHint, [db.key(community, 'quiz', id), answers, hints], [member]);
    },
  };
}

function readCommitted(reply: number | string, hinted: boolean, member: MemberId): QuizCommitted {
  if (typeof reply === 'string') {
    return { kind: 'already', answer: readQuizAnswer(member, reply), hinted };
  }
  if (reply < 1) return { kind: reply === -1 ? 'erasing' : 'closed' };
  return { kind: 'recorded', joined: reply === 2, hinted };
}
