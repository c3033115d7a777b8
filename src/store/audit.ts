import type { CommunityId } from '../core/ids.ts';
import type { Audit, AuditEntry } from '../ports/corrections.ts';
import type { Database } from './database.ts';

/** How many entries a community keeps. */
export const MOST_AUDITED = 10_000;

export const writeAuditEntry = ({ at, by, deed }: AuditEntry): string =>
  JSON.stringify({ at, by, deed });

/** What organisers and the bot itself changed, the latest first. */
export function createAudit(db: Database): Audit {
  const key = (community: CommunityId): string => db.key(community, 'audit');
  return {
    async add(community, entry) {
      await db.askAll((pipeline) =>
        pipeline
          .lpush(key(community), writeAuditEntry(entry))
          .ltrim(key(community), 0, MOST_AUDITED - 1),
      );
    },
    async list(community, count) {
      const texts = await db.ask((redis) => redis.lrange(key(community), 0, count - 1));
      return texts.map((text) => JSON.parse(text) as AuditEntry);
    },
  };
}
