import { type CommunityId, communityId } from '../core/ids.ts';
import type { Difference } from '../features/differences.ts';
import { repairCommunity, verifyCommunity } from '../features/verify.ts';
import type { Store } from '../ports/store.ts';
import type { Settings } from '../settings/settings.ts';
import { makeConnection } from '../store/connection.ts';
import { createStore } from '../store/index.ts';
import { findRedis } from './redis.ts';
import { Sentence } from './sentence.ts';
import { readSettings } from './settings.ts';

/** What an operator's command prints, and the exit code where it is not 0. */
export interface Printed {
  readonly text: string;
  readonly code: number;
}

type Found = Difference & { readonly community: CommunityId };

/** `verify [--repair] [--json]`: all communities; 1 where something differs that was not put right. */
export async function verifyOrder(words: readonly string[]): Promise<Printed> {
  const unknown = words.find((word) => word !== '--repair' && word !== '--json');
  if (unknown !== undefined)
    throw new Sentence('Write `verify`, with `--repair`, `--json` or both.');
  return withStore(async (store, settings) => {
    const parts = { store, rules: settings.rules, clock: { now: () => Date.now() } };
    const found: Found[] = [];
    let [answers, repaired] = [0, 0];
    const communities = await store.books.communities();
    for (const community of communities) {
      const verified = await verifyCommunity(parts, community);
      answers += verified.answers;
      found.push(...verified.differences.map((each) => ({ ...each, community })));
      if (!words.includes('--repair')) continue;
      repaired += await repair(parts, community, verified.differences);
    }
    const sums = { communities: communities.length, answers, repaired };
    const text = words.includes('--json') ? json(found, sums) : listed(found, sums);
    return { text, code: found.length > repaired ? 1 : 0 };
  });
}

async function repair(
  parts: Parameters<typeof repairCommunity>[0],
  community: CommunityId,
  differences: readonly Difference[],
): Promise<number> {
  const repaired = await repairCommunity(parts, community, differences);
  if (repaired > 0) {
    const deed = `npm run hypercall -- verify --repair → ${repaired} counted anew`;
    await parts.store.audit.add(community, { at: parts.clock.now(), by: null, deed });
  }
  return repaired;
}

/** `audit <community>`: what its organisers and the bot itself changed, the latest last. */
export async function auditOrder([name, ...rest]: readonly string[]): Promise<string> {
  const community = name === undefined ? null : communityId.parse(name);
  if (community === null || rest.length > 0) {
    throw new Sentence('Write `audit <community>`, such as `audit terminal:local`.');
  }
  return withStore(async (store) => {
    const entries = await store.audit.list(community, Number.MAX_SAFE_INTEGER);
    if (entries.length === 0) return `Nothing was changed in ${community} yet.\n`;
    return [...entries]
      .reverse()
      .map(({ at, by, deed }) => `${new Date(at).toISOString()}  ${by ?? 'Hypercall'}  ${deed}\n`)
      .join('');
  });
}

/** Does something with the store of the running bot, or of the one that would run here. */
export async function withStore<Result>(
  use: (store: Store, settings: Settings) => Promise<Result>,
): Promise<Result> {
  const settings = readSettings(process.env);
  const redis = await findRedis(settings, (line) => void process.stderr.write(`${line}\n`));
  const connection = makeConnection(redis.target, 'ask');
  try {
    await connection.connect();
    const makeSecret = (): string => {
      throw new Error('an operator command makes no secrets');
    };
    const store = createStore({ redis: connection, prefix: settings.redis.prefix, makeSecret });
    return await use(store, settings);
  } finally {
    connection.disconnect();
    await redis.stop();
  }
}

interface Sums {
  readonly communities: number;
  readonly answers: number;
  readonly repaired: number;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

function listed(found: readonly Found[], { communities, answers, repaired }: Sums): string {
  const lines = found.map(
    ({ community, what, stored, recomputed }) =>
      `${community} ${what}: stored ${stored}; the log makes ${recomputed}\n`,
  );
  const sums = [
    `${counted(answers, 'answer')} of ${counted(communities, 'community', 'communities')}`,
    `${counted(found.length, 'difference')}, ${repaired} repaired.\n`,
  ];
  return lines.join('') + sums.join(': ');
}

function json(found: readonly Found[], sums: Sums): string {
  const differences = found.map(({ repair: _how, ...difference }) => difference);
  return `${JSON.stringify({ ...sums, differences })}\n`;
}
