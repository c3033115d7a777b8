import type { Draft, Drafts } from '../ports/drafts.ts';
import type { Database } from './database.ts';

/** How long a refused form waits to be put right (seconds). */
const KEPT_FOR = 15 * 60;

/** Forms that were refused, under their members. */
export function createDrafts(db: Database): Drafts {
  return {
    async keep(community, member, draft) {
      const key = db.key(community, 'draft', member);
      await db.ask((redis) => redis.set(key, JSON.stringify(draft), 'EX', KEPT_FOR));
    },

    async get(community, member) {
      const text = await db.ask((redis) => redis.get(db.key(community, 'draft', member)));
      return text === null ? null : (JSON.parse(text) as Draft);
    },
  };
}
