import type { CommunityId, DailyId, MemberId } from '../core/ids.ts';
import type { BoardName } from '../core/standings.ts';
import type { Streak } from '../core/streak.ts';
import type { Kept, Members } from '../ports/members.ts';
import type { Quizzes } from '../ports/quizzes.ts';
import { createAppealTraces } from './appeal-traces.ts';
import { valueBehind } from './boards.ts';
import { dailiesBy } from './dailies.ts';
import type { Database } from './database.ts';
import { ordersOf } from './orders.ts';
import { answersOf } from './own-answers.ts';
import { createOwnSessions } from './own-sessions.ts';
import { createReviews } from './reviews.ts';
import type { RoundReader } from './rounds.ts';
import { readStreak } from './rows.ts';
import { placesIn } from './traces.ts';

/** Everything that is kept about one member. */
export function readKept(
  db: Database,
  reader: RoundReader,
  quizzes: Pick<Quizzes, 'ofMember'>,
): Members['kept'] {
  const appealTraces = createAppealTraces(db);
  const reviews = createReviews(db);
  const ownSessions = createOwnSessions(db);

  async function streaksOf(
    community: CommunityId,
    member: MemberId,
    dailies: readonly DailyId[],
  ): Promise<Map<DailyId, Streak>> {
    const texts = (await db.askAll((pipeline) => {
      for (const daily of dailies) pipeline.hget(db.key(community, 'streaks', daily), member);
      return pipeline;
    })) as (string | null)[];
    return new Map(
      dailies.flatMap((daily, at) => {
        const text = texts[at];
        return text ? [[daily, readStreak(text)] as const] : [];
      }),
    );
  }

  async function scoresOf(
    community: CommunityId,
    member: MemberId,
    boards: readonly BoardName[],
  ): Promise<Kept['scores']> {
    const scores = (await db.askAll((pipeline) => {
      for (const board of boards) pipeline.zscore(db.key(community, 'board', board), member);
      return pipeline;
    })) as (string | null)[];
    return boards.flatMap((board, at) => {
      const score = scores[at] ?? null;
      return score === null ? [] : [{ board, points: valueBehind(Number(score)) }];
    });
  }

  return async (community, member) => {
    const { dailies, rounds, boards, reminding } = await placesIn(db, community);
    const [answers, streaks, scores, played, done, own, said, review, sessions, flags] =
      await Promise.all([
        answersOf(db, reader, community, member, rounds),
        streaksOf(community, member, dailies),
        scoresOf(community, member, boards),
        quizzes.ofMember(community, member),
        ordersOf(db, community, member),
        dailiesBy(db, community, member),
        appealTraces.kept(community, member),
        reviews.book(community, member),
        ownSessions.read(community, [member]),
        db.askAll((pipeline) => {
          pipeline.sismember(db.key(community, 'hidden'), member);
          pipeline.sismember(db.key(community, 'reminders'), member);
          pipeline.sismember(db.key(community, 'appointed'), member);
          pipeline.zscore(db.key(community, 'looked-up'), member);
          pipeline.hget(db.key(community, 'gone'), member);
          for (const id of reminding) pipeline.sismember(db.key(community, 'reminded', id), member);
          return pipeline;
        }),
      ]);
    const [hidden, reminders, appointed, lookUp, gone, ...reminded] = flags;
    return {
      answers,
      streaks,
      scores,
      isHidden: hidden === 1,
      wantsReminders: reminders === 1,
      isAppointed: appointed === 1,
      lookUpAt: lookUp === null ? null : Number(lookUp),
      goneSince: gone === null ? null : Number(gone),
      remindedOf: reminding.filter((_, at) => reminded[at] === 1),
      quizzes: played,
      organiserOf: own.map(({ id }) => id),
      ...said,
      review,
      ownSessions: sessions[0] ?? { solo: null, review: null },
      orders: done,
    };
  };
}
