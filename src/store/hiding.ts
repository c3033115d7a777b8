import type { CommunityId, MemberId } from '../core/ids.ts';
import type { Boards } from '../ports/boards.ts';
import { type Database, scriptNamed } from './database.ts';

/** How often the boards are read again where a round's close made a new one meanwhile. */
const MOST_READS = 10;

interface Hiding extends Pick<Boards, 'hidden' | 'hide' | 'show' | 'remove'> {
  /** Hides a member who left the community; false where they are hidden already. */
  leave(community: CommunityId, member: MemberId): Promise<boolean>;
  /** Undoes {@link leave}; false where there is nothing to undo. */
  comeBack(community: CommunityId, member: MemberId): Promise<boolean>;
}

/** Who is on the boards without being shown, and who is gone from them. */
export function createHiding(db: Database): Hiding {
  const hideMember = scriptNamed('hide-member');

  const boardsOf = (community: CommunityId): Promise<string[]> =>
    db.ask((redis) => redis.smembers(db.key(community, 'boards')));

  async function set(
    community: CommunityId,
    member: MemberId,
    to: 'hide' | 'show' | 'leave' | 'return',
  ): Promise<boolean> {
    const key = (...parts: string[]): string => db.key(community, ...parts);
    for (let reads = 0; reads < MOST_READS; reads++) {
      const boards = await boardsOf(community);
      const done = await db.run(
        hideMember,
        [
          key('hidden'),
          key('boards'),
          key('standing-changes'),
          key('left'),
          ...boards.map((board) => key('board', board)),
        ],
        [member, to, boards.length],
      );
      if (done !== -1) return done === 1;
    }
    throw new Error('the boards changed each time they were read');
  }

  return {
    async hidden(community) {
      const key = db.key(community, 'hidden');
      return new Set((await db.ask((redis) => redis.smembers(key))) as MemberId[]);
    },
    hide: (community, member) => set(community, member, 'hide'),
    show: (community, member) => set(community, member, 'show'),
    leave: (community, member) => set(community, member, 'leave'),
    comeBack: (community, member) => set(community, member, 'return'),

    async remove(community, member) {
      const key = (...parts: string[]): string => db.key(community, ...parts);
      const [kept, entries] = (await db.askAll((pipeline) =>
        pipeline
          .smembers(key('boards'))
          .zrange(key('derived'), 0, '-1')
          .incr(key('standing-changes')),
      )) as [string[], string[]];
      const derived = entries.map((entry) => entry.slice(entry.indexOf(' ') + 1));
      await db.askAll((pipeline) => {
        for (const board of kept) pipeline.zrem(key('board', board), member);
        for (const board of derived) pipeline.zrem(key(board), member);
        return pipeline.srem(key('hidden'), member).srem(key('left'), member);
      });
    },
  };
}
