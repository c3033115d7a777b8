import type { CommunityId, MemberId } from '../core/ids.ts';
import type { Kept } from '../ports/store.ts';
import { type Database, scriptNamed } from './database.ts';

/** What one member ordered, as the audit log has it. */
interface Orders {
  /** The latest first. */
  of(community: CommunityId, member: MemberId): Promise<Kept['orders']>;
  /** Takes the member's name out of the log; what was done stays. */
  forget(community: CommunityId, member: MemberId): Promise<void>;
}

/** How a row of the log names who did it; quotes in its other words are escaped. Nobody's id is ''. */
const doneBy = (member: string): string => `"by":"${member}"`;

export function createOrders(db: Database): Orders {
  const forgetInAudit = scriptNamed('forget-in-audit');
  const keyOf = (community: CommunityId): string => db.key(community, 'audit');
  return {
    async of(community, member) {
      const rows = await db.ask((redis) => redis.lrange(keyOf(community), 0, -1));
      const own = rows.filter((row) => row.includes(doneBy(member)));
      return own.map((row) => {
        const { at, deed } = JSON.parse(row) as Kept['orders'][number];
        return { at, deed };
      });
    },
    async forget(community, member) {
      await db.run(forgetInAudit, [keyOf(community)], [doneBy(member), doneBy('')]);
    },
  };
}
