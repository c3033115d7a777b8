import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { studyGroup } from '../conversations/study-group.ts';
import { startServer } from './redis-servers.ts';

const DAY = 86_400_000;
/**
 * What grows with every question asked, and may: the ledger, the log of answers, where each question stands (for
 * `/explain` on its message), past boards and the list of them, and what each member learned, of which the store keeps
 * the latest 2,000.
 */
const LOG =
  /:(?:round|answers|rounds|occurrences|board|boards|points|reminded|learned|asked-where)\b/;
/** The queue's record of what happened lately: it fills up, each at its own time, and then goes round (bytes). */
const RING = /:events$/;
const FULL_RING = 32_000;

/** Names without the ids of rounds; the marker of a check that runs now and then comes and goes. */
function lasting(all: ReadonlyMap<string, number>): string[] {
  const names = [...all.keys()].filter((key) => !LOG.test(key) && !key.endsWith(':stalled-check'));
  return names.map((key) => key.replace(/-[0-9a-f]{12}$/, '-<round>'));
}

/** Bytes by key. */
async function sizes(redis: Redis): Promise<Map<string, number>> {
  const keys = (await redis.keys('*')).sort();
  const bytes = await Promise.all(keys.map((key) => redis.memory('USAGE', key, 'SAMPLES', 0)));
  return new Map(keys.map((key, at) => [key, Number(bytes[at])]));
}

function sum(all: ReadonlyMap<string, number>, passes: (key: string) => boolean): number {
  return [...all].reduce((total, [key, bytes]) => total + (passes(key) ? bytes : 0), 0);
}

/** What this process holds: bytes that are still in use, and the kinds of what keeps it awake. */
interface Held {
  readonly heap: number;
  readonly awake: readonly string[];
}

function held(): Held {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  // Timers come and go with the queue's own waits.
  const awake = process.getActiveResourcesInfo().filter((kind) => kind !== 'Timeout');
  return { heap: process.memoryUsage().heapUsed, awake: awake.sort() };
}

/** The posts and replies of the network, which the recorder keeps for the tests, take this much a day (bytes). */
const RECORDED = 15_000;

describe('a year of questions', () => {
  it('Q21 T10 leaves nothing behind in Redis but its log, and nothing in memory', {
    timeout: 120_000,
  }, async () => {
    const { port, redis } = await startServer(['appendonly no', 'save ""']);
    const access = { tls: false, user: null, password: null };
    const node = { host: '127.0.0.1', port };
    const target = { kind: 'single', node, db: 0, ...access } as const;
    const group = await studyGroup({ now: '2026-01-01 08:00', more: { redis: target } });
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    const members = ['ada', 'bob'].map((name) => group.member(name));
    const first = Date.parse('2026-01-01T09:00Z');
    const at: Map<string, number>[] = [];
    const holds: Held[] = [];
    for (let day = 0; day < 365; day++) {
      group.clock.moveTo(first + day * DAY);
      await group.settle();
      await Promise.all(members.map((member) => member.picks('right one')));
      await group.bot.jobs.settled();
      if (day !== 29 && day !== 364) continue;
      at.push(await sizes(redis));
      holds.push(held());
    }
    const [month = new Map(), year = new Map()] = at;
    expect(group.messages()).toHaveLength(365);

    expect(lasting(year)).toEqual(lasting(month));
    const isRing = (key: string): boolean => RING.test(key);
    const fullest = [...year].filter(([key]) => isRing(key)).map(([, bytes]) => bytes);
    expect(fullest.length).toBeGreaterThan(0);
    expect(Math.max(...fullest)).toBeLessThan(FULL_RING);
    const isLasting = (key: string): boolean => !LOG.test(key) && !isRing(key);
    expect(sum(year, isLasting)).toBeLessThan(1.1 * sum(month, isLasting));
    const isLog = (key: string): boolean => LOG.test(key);
    expect(sum(year, isLog) / 365).toBeLessThan((1.2 * sum(month, isLog)) / 30);

    const [early, late] = holds as [Held, Held];
    expect(late.awake).toEqual(early.awake);
    expect(late.heap - early.heap).toBeLessThan(335 * RECORDED);
  });
});
