import { cardId, deckId } from '../core/ids.ts';
import { REPORT_REASONS } from '../core/report.ts';
import type { CardReport, Reports } from '../ports/reports.ts';
import { type Database, scriptNamed } from './database.ts';
import { eraseEntry } from './rows.ts';

/** Fields that one step of a walk through a hash may give. */
const STEP = 500;

/** A report with the one who made it. */
export type Reported = CardReport & { readonly member: string };

const fieldOf = ({ deck, card }: CardReport, member: string): string => `${deck} ${card} ${member}`;

function readReport(field: string, value: string): Reported | null {
  const [deck = '', card = '', member = ''] = field.split(' ');
  const [word, at] = value.split(' ');
  const reason = REPORT_REASONS.find((known) => known === word);
  if (!reason) return null;
  return { deck: deckId.of(deck), card: cardId.of(card), member, reason, at: Number(at) };
}

/** Walks through the reports of a community in bounded steps; one that changes meanwhile may come twice. */
export async function* reportsIn(db: Database, key: string): AsyncGenerator<Reported> {
  let cursor = '0';
  do {
    const from = cursor;
    const [next, entries] = await db.ask((redis) => redis.hscan(key, from, 'COUNT', STEP));
    for (let at = 0; at < entries.length; at += 2) {
      const report = readReport(entries[at] ?? '', entries[at + 1] ?? '');
      if (report) yield report;
    }
    cursor = next;
  } while (cursor !== '0');
}

/** What members say of cards: one hash, a field for each member and card. */
export function createReports(db: Database): Reports {
  const putReport = scriptNamed('put-report');
  return {
    async put(community, member, report) {
      const done = await db.run(
        putReport,
        [db.key(community, 'reports'), db.key(community, 'due')],
        [fieldOf(report, member), `${report.reason} ${report.at}`, eraseEntry(member)],
      );
      return done === 1;
    },

    async all(community) {
      const found = new Map<string, CardReport>();
      for await (const { member, ...report } of reportsIn(db, db.key(community, 'reports'))) {
        found.set(fieldOf(report, member), report);
      }
      return [...found.values()];
    },
  };
}
