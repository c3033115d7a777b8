import type { CommunityId, QuizId } from '../core/ids.ts';
import { roundOf } from '../core/quiz.ts';
import type { LiveQuiz, Quizzes } from '../ports/quizzes.ts';
import { type Database, scriptNamed } from './database.ts';
import { readQuizAnswer, writeQuizAnswer } from './rows.ts';

/** All quizzes of a community at once, and the answers in them that are graded again. */
export function createKeptQuizzes(
  db: Database,
  get: Quizzes['get'],
): Pick<Quizzes, 'running' | 'kept' | 'answerOf' | 'regrade'> {
  const regradeAnswers = scriptNamed('regrade-quiz-answers');

  async function each(community: CommunityId, ids: readonly QuizId[]): Promise<LiveQuiz[]> {
    const read = await Promise.all(ids.map((id) => get(community, id)));
    return read.flatMap((quiz) => quiz ?? []);
  }

  return {
    async running(community) {
      const key = db.key(community, 'quizzes-live');
      return each(community, (await db.ask((redis) => redis.hvals(key))) as QuizId[]);
    },

    async kept(community) {
      const key = db.key(community, 'quizzes');
      return each(community, (await db.ask((redis) => redis.zrange(key, 0, '-1'))) as QuizId[]);
    },

    async answerOf(community, round, member) {
      const key = db.key(community, 'quiz-answers', round);
      const text = await db.ask((redis) => redis.hget(key, member));
      return text === null ? null : readQuizAnswer(member, text);
    },

    async regrade({ plan: { community, id } }, question, changes) {
      if (changes.length === 0) return;
      const key = db.key(community, 'quiz-answers', roundOf(id, question));
      const rows = changes.flatMap(({ read, now }) => [
        read.member,
        writeQuizAnswer(read),
        writeQuizAnswer(now),
      ]);
      await db.run(regradeAnswers, [key], rows);
    },
  };
}
