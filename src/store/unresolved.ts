import type { Occurrence } from '../core/daily.ts';
import type { CommunityId } from '../core/ids.ts';
import type { Ledger, UnknownOccurrence } from '../ports/ledger.ts';
import { type Database, scriptNamed } from './database.ts';
import { readOccurrence, writeOccurrence } from './rows.ts';

type Unresolved = Pick<Ledger, 'unresolved' | 'stands' | 'missing' | 'occurrences'>;

/** Occurrences of unknown fate, until somebody knows. */
export function createUnresolved(db: Database): Unresolved {
  const settleUnknown = scriptNamed('settle-unknown');

  async function settle(
    read: UnknownOccurrence,
    community: CommunityId,
    state: Occurrence['state'],
  ): Promise<boolean> {
    const key = (...parts: string[]): string => db.key(community, ...parts);
    const { round } = read.state;
    const settled = await db.run(
      settleUnknown,
      [
        key('occurrences', read.daily),
        key('round', round),
        key('answers', round),
        key('open'),
        key('due'),
        key('days-posted'),
        key('rounds', read.daily),
      ],
      [
        read.day,
        writeOccurrence(read),
        writeOccurrence({ ...read, state }),
        read.daily,
        round,
        state.kind === 'skipped' ? 'missing' : '',
      ],
    );
    return settled === 1;
  }

  async function occurrences(community: CommunityId, daily: string): Promise<Occurrence[]> {
    const rows = await db.ask((redis) => redis.hvals(db.key(community, 'occurrences', daily)));
    return rows.map(readOccurrence).sort((a, b) => (a.day < b.day ? -1 : 1));
  }

  return {
    occurrences,

    async unresolved(community) {
      const dailies = await db.ask((redis) => redis.hkeys(db.key(community, 'numbers')));
      const rows = await Promise.all(dailies.map((daily) => occurrences(community, daily)));
      return rows.flat().filter((row): row is UnknownOccurrence => row.state.kind === 'unknown');
    },

    stands: (read, community) =>
      settle(read, community, { kind: 'posted', round: read.state.round }),
    missing: (read, community, reason) => settle(read, community, { kind: 'skipped', reason }),
  };
}
