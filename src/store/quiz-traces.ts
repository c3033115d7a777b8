import type { MemberId } from '../core/ids.ts';
import { roundOf } from '../core/quiz.ts';
import { stepQuiz } from '../core/quiz-step.ts';
import type { KeptQuiz, LiveQuiz, Quizzes } from '../ports/quizzes.ts';
import type { Database } from './database.ts';
import { readQuizAnswer } from './rows.ts';

/** How often a quiz is read again that moves on under the hand. */
const MOST_READS = 10;

/** What the quizzes that are kept hold about one member. */
export function createQuizTraces(
  db: Database,
  get: Quizzes['get'],
  move: Quizzes['move'],
  kept: Quizzes['kept'],
): Pick<Quizzes, 'ofMember' | 'erase'> {
  async function tracesIn(
    { plan: { community, id, cards }, starter }: LiveQuiz,
    member: MemberId,
  ): Promise<KeptQuiz | null> {
    const [joined, ...rows] = (await db.askAll((pipeline) => {
      pipeline.zscore(db.key(community, 'quiz-members', id), member);
      for (const at of cards.keys()) {
        const round = roundOf(id, at + 1);
        pipeline
          .hget(db.key(community, 'quiz-answers', round), member)
          .sismember(db.key(community, 'quiz-hints', round), member)
          .sismember(db.key(community, 'quiz-skips', round), member);
      }
      return pipeline;
    })) as (string | number | null)[];
    const numbered = (place: number): number[] =>
      [...cards.keys()].filter((at) => rows[3 * at + place] === 1).map((at) => at + 1);
    const answers = cards.flatMap((card, at) => {
      const text = rows[3 * at];
      if (typeof text !== 'string') return [];
      return [{ question: at + 1, card, answer: readQuizAnswer(member, text) }];
    });
    const joinedAt = joined === null ? null : Number(joined);
    const traces = { hints: numbered(1), skips: numbered(2), answers };
    const count = traces.hints.length + traces.skips.length + answers.length;
    const hasStarted = starter === member;
    if (joinedAt === null && !hasStarted && count === 0) return null;
    return { quiz: id, hasStarted, joinedAt, ...traces };
  }

  async function forget({ plan: { community, id } }: LiveQuiz, member: MemberId): Promise<void> {
    for (let reads = 0; reads < MOST_READS; reads++) {
      const read = await get(community, id);
      if (!read) return;
      const event = { kind: 'left', member } as const;
      const step = stepQuiz(read.plan, read.state, event, 0, () => 0);
      if (step.happened === 'nothing' || (await move(read, step.state))) return;
    }
    throw new Error(`the quiz ${id} of ${community} moved on each time it was read`);
  }

  return {
    async ofMember(community, member) {
      const each = (await kept(community)).map((quiz) => tracesIn(quiz, member));
      return (await Promise.all(each)).flatMap((traces) => traces ?? []);
    },

    async erase(community, member) {
      for (const quiz of await kept(community)) {
        const { id, cards } = quiz.plan;
        await db.askAll((pipeline) => {
          for (const at of cards.keys()) {
            const round = roundOf(id, at + 1);
            pipeline
              .hdel(db.key(community, 'quiz-answers', round), member)
              .srem(db.key(community, 'quiz-hints', round), member)
              .srem(db.key(community, 'quiz-skips', round), member);
          }
          if (quiz.starter === member) pipeline.hdel(db.key(community, 'quiz', id), 'starter');
          return pipeline.zrem(db.key(community, 'quiz-members', id), member);
        });
        await forget(quiz, member);
      }
    },
  };
}
