import type { CommunityId, MemberId } from '../core/ids.ts';
import type { Kept } from '../ports/members.ts';
import type { Database } from './database.ts';

/** Whether an appointment, or its end, names the member. */
function names(row: string, member: MemberId): boolean {
  return row.includes('"/daily organisers ') && row.includes(`=${member} `);
}

/** What one member ordered and what names them, as the audit log has it, the latest first. */
export async function ordersOf(
  db: Database,
  community: CommunityId,
  member: MemberId,
): Promise<Kept['orders']> {
  const rows = await db.ask((redis) => redis.lrange(db.key(community, 'audit'), 0, -1));
  // Quotes in a row's other words are escaped.
  const own = rows.filter((row) => row.includes(`"by":"${member}"`) || names(row, member));
  return own.map((row) => {
    const { at, deed } = JSON.parse(row) as Kept['orders'][number];
    return { at, deed };
  });
}
