import { type Instant, MINUTE } from '../core/day.ts';
import { isSpoiled, type Outage, outageBetween } from '../core/outage.ts';
import type { Platform } from '../ports/platform.ts';
import type { Parts } from './parts.ts';
import { forgiveSpoiled } from './spoiled.ts';

/** Notices when members could not reach the bot, and takes care that it costs nobody a streak. */
export interface OutageWatch {
  /** A sign of life of every platform that members can reach; meant for each minute of a process that has them. */
  beat(): Promise<void>;
}

/**
 * An outage shows in three ways: the program was not running (a gap before the first sign of life of this process),
 * the store was away (signs of life that failed), or the platform was (it said so). A clock that steps while all is
 * well is none of these.
 */
export function createOutageWatch(parts: Parts): OutageWatch {
  /** Since when a platform's signs of life are missing; absent while all is well. */
  const missing = new Map<string, Instant>();
  const seen = new Set<string>();

  async function beat(platform: Platform): Promise<void> {
    const { name } = platform;
    const now = parts.clock.now();
    if (!platform.isReachable()) return markMissing(name, now);
    const last = await parts.store.outages.lastBeat(name);
    const since = seen.has(name) ? missing.get(name) : last;
    const outage = since === undefined || since === null ? null : outageBetween(since, now);
    if (outage) await noticed(parts, name, outage);
    await parts.store.outages.beat(name, now);
    seen.add(name);
    missing.delete(name);
  }

  function markMissing(name: string, now: Instant): void {
    if (!missing.has(name)) missing.set(name, now - MINUTE);
  }

  return {
    async beat() {
      for (const platform of parts.platforms.values()) {
        if (!platform.isService) continue;
        try {
          await beat(platform);
        } catch (cause) {
          markMissing(platform.name, parts.clock.now());
          parts.report(`giving a sign of life for ${platform.name}`, cause);
        }
      }
    },
  };
}

/** Written down first: a round that closes from now on finds it. */
async function noticed(parts: Parts, platform: string, outage: Outage): Promise<void> {
  await parts.store.outages.note(platform, outage);
  const minutes = Math.round((outage.to - outage.from) / MINUTE);
  parts.report(`reaching ${platform}`, `members could not reach the bot for ${minutes} minutes`);
  for (const community of await parts.store.ledger.communities()) {
    if (!community.startsWith(`${platform}:`)) continue;
    for (const { id } of await parts.store.dailies.list(community)) {
      const rounds = await parts.store.rounds.latest(community, id, RECENT);
      // One that is closing now may have looked for outages before this one was written down.
      const ended = rounds.filter(({ closed, closesAt }) => closed || closesAt <= outage.to);
      const spoiled = ended.filter((round) => isSpoiled(round, [outage]));
      await forgiveSpoiled(parts, community, id, spoiled);
    }
  }
}

/** Rounds of a daily that one outage can touch, at most: a week of them. */
const RECENT = 7;
