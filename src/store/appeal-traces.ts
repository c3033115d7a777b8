import type { CommunityId, MemberId } from '../core/ids.ts';
import type { Kept } from '../ports/members.ts';
import { type Database, scriptNamed } from './database.ts';
import { reportsIn } from './reports.ts';
import { nameOfAnswer, readAppeal } from './rulings.ts';

/** What appeals and reports keep about a member, and how it goes. */
export interface AppealTraces {
  kept(community: CommunityId, member: MemberId): Promise<Pick<Kept, 'appeals' | 'reports'>>;
  erase(community: CommunityId, member: MemberId): Promise<void>;
}

/** Who appealed is known while an appeal is open; who is to be told of it, while that is due. */
export function createAppealTraces(db: Database): AppealTraces {
  const leaveAppeal = scriptNamed('leave-appeal');

  async function numbersIn(community: CommunityId): Promise<string[]> {
    const [open, due] = (await db.askAll((pipeline) =>
      pipeline
        .zrange(db.key(community, 'appeals-open'), 0, '-1')
        .zrange(db.key(community, 'due'), 0, '-1'),
    )) as [string[], string[]];
    const rulings = due.flatMap((entry) => /^ruling (\d+)$/.exec(entry)?.[1] ?? []);
    return [...new Set([...open, ...rulings])];
  }

  /** The appeals that name the member. */
  async function own(community: CommunityId, member: MemberId) {
    const numbers = await numbersIn(community);
    if (numbers.length === 0) return [];
    const flags = await db.askAll((pipeline) => {
      for (const number of numbers) {
        pipeline.sismember(db.key(community, 'appellants', number), member);
        pipeline.zscore(db.key(community, 'ruling-to-tell', number), member);
      }
      return pipeline;
    });
    const named = numbers.filter((_, at) => flags[2 * at] === 1 || flags[2 * at + 1] !== null);
    if (named.length === 0) return [];
    const key = db.key(community, 'appeals');
    const rows = await db.ask((redis) => redis.hmget(key, ...named));
    return rows.flatMap((row) => (row === null ? [] : [readAppeal(row)]));
  }

  return {
    async kept(community, member) {
      const reports: Kept['reports'][number][] = [];
      for await (const { member: by, ...report } of reportsIn(db, db.key(community, 'reports'))) {
        if (by === member) reports.push(report);
      }
      return { appeals: await own(community, member), reports };
    },

    async erase(community, member) {
      const key = (...parts: string[]): string => db.key(community, ...parts);
      for (const appeal of await own(community, member)) {
        const number = `${appeal.number}`;
        const keys = ['appeals-known', 'appeals', 'appeals-open'].map((name) => key(name));
        await db.run(
          leaveAppeal,
          [...keys, key('appellants', number), key('ruling-to-tell', number)],
          [nameOfAnswer(appeal), number, member],
        );
      }
      for await (const { member: by, deck, card } of reportsIn(db, key('reports'))) {
        if (by !== member) continue;
        await db.ask((redis) => redis.hdel(key('reports'), `${deck} ${card} ${member}`));
      }
    },
  };
}
