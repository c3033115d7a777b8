import type { CommunityId, MemberId, RoundId } from '../core/ids.ts';
import type { Boards } from '../ports/boards.ts';
import type { Members } from '../ports/members.ts';
import type { Quizzes } from '../ports/quizzes.ts';
import { createAppealTraces } from './appeal-traces.ts';
import { dailiesBy } from './dailies.ts';
import { type Database, scriptNamed } from './database.ts';
import { readKept } from './kept.ts';
import { answersOf, inSteps } from './own-answers.ts';
import type { RoundReader } from './rounds.ts';
import { eraseEntry, writeDaily } from './rows.ts';
import { type Places, placesIn, roundsIn } from './traces.ts';
import type { Wake } from './wake.ts';

/** How often a daily is read again that changes under the hand. */
const MOST_READS = 10;

/** Keys that are the member's alone. */
const OWN = ['draft', 'review', 'learned', 'own-solo', 'own-review'];

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

  async function eraseAnswers(
    community: CommunityId,
    member: MemberId,
    rounds: readonly RoundId[],
  ): Promise<void> {
    for (const step of inSteps(await answersOf(db, reader, community, member, rounds))) {
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
      const dailies = await dailiesBy(db, community, member);
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
    kept: readKept(db, reader, quizzes),

    async answers(community, member) {
      return answersOf(db, reader, community, member, await roundsIn(db, community));
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
