import type { Daily } from '../core/daily.ts';
import type { Instant } from '../core/day.ts';
import {
  type CommunityId,
  type DailyId,
  dailyId,
  type MemberId,
  type RoundId,
} from '../core/ids.ts';
import { STRAGGLERS } from '../core/round.ts';
import type { Dailies, DailyDraft } from '../ports/dailies.ts';
import { type Database, scriptNamed } from './database.ts';
import { planEntry, readDaily, writeDaily } from './rows.ts';
import type { Wake } from './wake.ts';

const MOST_REMOVED = 20;

const numberOf = (id: DailyId): number => Number(id.slice(1));

/** The dailies of each community, and their place in its due list. */
export function createDailies(db: Database, wake: Wake): Dailies {
  const createDaily = scriptNamed('create-daily');
  const replaceDaily = scriptNamed('replace-daily');

  async function change(
    read: Daily,
    changed: Daily | null,
    closesAt: Instant | null,
    planAt: Instant,
    only: RoundId | '',
  ): Promise<boolean> {
    const key = (...parts: string[]): string => db.key(read.community, ...parts);
    const keys = [
      key('dailies'),
      key('occurrences', read.id),
      key('due'),
      key('planned'),
      key('open'),
    ];
    const text = changed ? writeDaily(changed) : '';
    const args = [read.id, writeDaily(read), text, closesAt ?? '', STRAGGLERS, planAt, only];
    const done = (await db.run(replaceDaily, keys, args)) === 1;
    if (done) await wake.by(read.community, Math.min(planAt, closesAt ?? planAt));
    return done;
  }

  async function made(community: CommunityId): Promise<number> {
    return Number((await db.ask((redis) => redis.get(db.key(community, 'dailies-made')))) ?? 0);
  }

  /** Null where another was made meanwhile. */
  async function createNext(draft: DailyDraft, count: number): Promise<Daily | null> {
    return write({ ...draft, id: dailyId.of(`d${count + 1}`), revision: 1 }, count);
  }

  /** @param count as read before; null for an earlier daily's id. */
  async function write(daily: Daily, count: number | null): Promise<Daily | null> {
    const { community, id, since, named } = daily;
    const key = (...parts: string[]): string => db.key(community, ...parts);
    // First: a wake-up without a daily is harmless, but nobody would look at a daily without one.
    await wake.by(community, since);
    const done = await db.run(
      createDaily,
      [key('dailies'), key('dailies-made'), key('due'), key('named')],
      [id, writeDaily(daily), count ?? '', since, planEntry(id), named ?? ''],
    );
    // Again: somebody may have looked in between, and found nothing.
    await wake.by(community, since);
    return done === 1 ? daily : null;
  }

  return {
    async create(draft) {
      for (;;) {
        const daily = await createNext(draft, await made(draft.community));
        if (daily) return daily;
      }
    },

    async continueAs(draft, id) {
      if (numberOf(id) > (await made(draft.community))) return null;
      return write({ ...draft, id, revision: 1 }, null);
    },

    async createNamed(draft) {
      const { community, named } = draft;
      // The count first: whoever takes the name after that has raised it.
      const count = await made(community);
      const id = await db.ask((redis) => redis.hget(db.key(community, 'named'), named));
      if (id === null) return createNext(draft, count);
      return write({ ...draft, id: dailyId.of(id), revision: 1 }, null);
    },

    async removed(community) {
      const running = await db.ask((redis) => redis.hkeys(db.key(community, 'dailies')));
      const count = await made(community);
      const ids = Array.from({ length: count }, (_, at) => dailyId.of(`d${at + 1}`));
      return ids.filter((id) => !running.includes(id)).slice(-MOST_REMOVED);
    },

    async get(community: CommunityId, id: DailyId) {
      const text = await db.ask((redis) => redis.hget(db.key(community, 'dailies'), id));
      return text === null ? null : readDaily(text);
    },

    async list(community) {
      const texts = await db.ask((redis) => redis.hvals(db.key(community, 'dailies')));
      return texts.map(readDaily).sort((a, b) => numberOf(a.id) - numberOf(b.id));
    },

    async everHad(community) {
      const made = await db.ask((redis) => redis.exists(db.key(community, 'dailies-made')));
      return made === 1;
    },

    replace: (read, changed, closesAt, only) =>
      change(read, changed, closesAt, changed.since, only ?? ''),
    remove: (read, closesAt) => change(read, null, closesAt, closesAt, ''),
  };
}

/** The dailies that this member set up. */
export async function dailiesBy(
  db: Database,
  community: CommunityId,
  member: MemberId,
): Promise<readonly Daily[]> {
  const texts = await db.ask((redis) => redis.hvals(db.key(community, 'dailies')));
  return texts.map(readDaily).filter(({ organiser }) => organiser === member);
}
