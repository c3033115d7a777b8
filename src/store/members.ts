import type { CommunityId, DailyId, MemberId, RoundId } from '../core/ids.ts';
import type { BoardName } from '../core/standings.ts';
import type { Streak } from '../core/streak.ts';
import type { Boards } from '../ports/boards.ts';
import type { Kept, KeptAnswer, Members } from '../ports/members.ts';
import type { Quizzes } from '../ports/quizzes.ts';
import { createAppealTraces } from './appeal-traces.ts';
import { valueBehind } from './boards.ts';
import { type Database, scriptNamed } from './database.ts';
import { ordersOf } from './orders.ts';
import { createOwnSessions } from './own-sessions.ts';
import { createReviews } from './reviews.ts';
import type { RoundReader } from './rounds.ts';
import { eraseEntry, readAnswer, readDaily, readStreak, writeDaily } from './rows.ts';
import { type Places, placesIn } from './traces.ts';
import type { Wake } from './wake.ts';

/** How many rounds one step looks at: a bot with years of questions must not stand still for one member. */
const STEP = 200;
/** How often a daily is read again that changes under the hand. */
const MOST_READS = 10;

/** Keys that are the member's alone. */
const OWN = ['draft', 'review', 'learned', 'own-solo', 'own-review'];

function* inSteps<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += STEP) yield items.slice(from, from + STEP);
}

/** What is kept about one member, and how all of it goes. */
export function createMembers(
  db: Database,
  wake: Wake,
  reader: RoundReader,
  boards: Pick<Boards, 'remove'>,
  quizzes: Pick<Quizzes, 'ofMember' | 'erase'>,
): Members {
  const endErasing = scriptNamed('end-erasing');
  const eraseAnswer = scriptNamed('erase-answer');
  const forgetOrganiser = scriptNamed('forget-organiser');
  const forgetDeeds = scriptNamed('forget-deeds');
  const appealTraces = createAppealTraces(db);
  const reviews = createReviews(db);
  const ownSessions = createOwnSessions(db);
  const boardKey = (community: CommunityId, board: BoardName): string =>
    db.key(community, 'board', board);

  async function answersOf(
    community: CommunityId,
    member: MemberId,
    rounds: readonly RoundId[],
  ): Promise<KeptAnswer[]> {
    const kept: KeptAnswer[] = [];
    for (const step of inSteps(rounds)) {
      const texts = (await db.askAll((pipeline) => {
        for (const round of step) pipeline.hget(db.key(community, 'answers', round), member);
        return pipeline;
      })) as (string | null)[];
      const answered = step.flatMap((id, at) => {
        const text = texts[at];
        return text ? [{ id, answer: readAnswer(member, text) }] : [];
      });
      if (answered.length === 0) continue;
      const found = await reader.read(
        community,
        answered.map(({ id }) => id),
      );
      for (const { id, answer } of answered) {
        const round = found.get(id);
        if (round) kept.push({ round, answer });
      }
    }
    return kept;
  }

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
      for (const board of boards) pipeline.zscore(boardKey(community, board), member);
      return pipeline;
    })) as (string | null)[];
    return boards.flatMap((board, at) => {
      const score = scores[at] ?? null;
      return score === null ? [] : [{ board, points: valueBehind(Number(score)) }];
    });
  }

  async function dailiesBy(community: CommunityId, member: MemberId) {
    const texts = await db.ask((redis) => redis.hvals(db.key(community, 'dailies')));
    return texts.map(readDaily).filter(({ organiser }) => organiser === member);
  }

  async function eraseAnswers(
    community: CommunityId,
    member: MemberId,
    rounds: readonly RoundId[],
  ): Promise<void> {
    for (const step of inSteps(await answersOf(community, member, rounds))) {
      await Promise.all(
        step.map(({ round: { id, card } }) =>
          db.run(
            eraseAnswer,
            [
              db.key(community, 'answers', id),
              db.key(community, 'open'),
              db.key(community, 'topics', card.deck),
              db.key(community, 'round', id),
            ],
            [member, id, card.topic],
          ),
        ),
      );
    }
  }

  /** Who answered leaves the log before the boards, because a close in between reads the log. */
  async function eraseRows(
    community: CommunityId,
    member: MemberId,
    places: Places,
  ): Promise<void> {
    const key = (...parts: string[]): string => db.key(community, ...parts);
    await eraseAnswers(community, member, places.rounds);
    // Answers to a round that was given up have no round any more.
    for (const step of inSteps(places.rounds)) {
      await db.askAll((pipeline) => {
        for (const round of step) pipeline.hdel(key('answers', round), member);
        return pipeline;
      });
    }
    await db.askAll((pipeline) => {
      for (const daily of places.dailies) pipeline.hdel(key('streaks', daily), member);
      for (const round of places.reminding) pipeline.srem(key('reminded', round), member);
      return pipeline
        .srem(key('reminders'), member)
        .srem(key('appointed'), member)
        .zrem(key('looked-up'), member)
        .hdel(key('gone'), member)
        .del(...OWN.map((name) => key(name, member)));
    });
    await quizzes.erase(community, member);
    await boards.remove(community, member);
    await db.run(forgetDeeds, [key('audit')], [member]);
  }

  async function eraseAsOrganiser(community: CommunityId, member: MemberId): Promise<void> {
    for (let reads = 0; reads < MOST_READS; reads++) {
      const dailies = await dailiesBy(community, member);
      if (dailies.length === 0) return;
      for (const daily of dailies) {
        const nobodys = { ...daily, organiser: null, revision: daily.revision + 1 };
        const args = [daily.id, writeDaily(daily), writeDaily(nobodys)];
        await db.run(forgetOrganiser, [db.key(community, 'dailies')], args);
      }
    }
    throw new Error(`the dailies of ${community} changed each time they were read`);
  }

  return {
    async kept(community, member) {
      const { dailies, rounds, boards, reminding } = await placesIn(db, community);
      const [answers, streaks, scores, played, done, own, said, review, sessions, flags] =
        await Promise.all([
          answersOf(community, member, rounds),
          streaksOf(community, member, dailies),
          scoresOf(community, member, boards),
          quizzes.ofMember(community, member),
          ordersOf(db, community, member),
          dailiesBy(community, member),
          appealTraces.kept(community, member),
          reviews.book(community, member),
          ownSessions.read(community, [member]),
          db.askAll((pipeline) => {
            pipeline.sismember(db.key(community, 'hidden'), member);
            pipeline.sismember(db.key(community, 'reminders'), member);
            pipeline.sismember(db.key(community, 'appointed'), member);
            pipeline.zscore(db.key(community, 'looked-up'), member);
            pipeline.hget(db.key(community, 'gone'), member);
            for (const id of reminding)
              pipeline.sismember(db.key(community, 'reminded', id), member);
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
    },

    async beginErasing(community, member, at) {
      await db.ask((redis) => redis.zadd(db.key(community, 'due'), at, eraseEntry(member)));
      await wake.by(community, at);
    },

    async erase(community, member) {
      await eraseRows(community, member, await placesIn(db, community));
      await appealTraces.erase(community, member);
      await eraseAsOrganiser(community, member);
    },

    async endErasing(community, member, at) {
      await db.run(endErasing, [db.key(community, 'due')], [eraseEntry(member), at]);
    },
  };
}
