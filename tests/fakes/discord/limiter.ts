import type { World } from './world.ts';

/** What a response says of the bucket that its request fell into. */
export interface Counted {
  readonly headers: Readonly<Record<string, string>>;
  /** The wait in seconds where the request came too early, and of which limit; null: it may pass. */
  readonly refusal: { readonly retryAfter: number; readonly scope: 'user' | 'global' } | null;
}

interface Bucket {
  left: number;
  endsAt: number;
}

interface Limits {
  readonly buckets: Map<string, Bucket>;
  /** When the requests of the last second came. */
  readonly times: number[];
  globalUntil: number;
}

const limits = new WeakMap<World, Limits>();
const SECOND = 1_000;
const FREE: Counted = { headers: {}, refusal: null };

/** Counts a request as Discord does: each route of each channel by itself, and all of the bot together. */
export function counted(world: World, method: string, path: string): Counted {
  if (/^\/(interactions|webhooks)\//.test(path)) return FREE;
  const known = limits.get(world) ?? { buckets: new Map(), times: [], globalUntil: 0 };
  limits.set(world, known);
  const now = performance.now();
  return countedGlobally(world, known, now) ?? countedInRoute(world, known, now, method, path);
}

/** Null where the bot as a whole is not too fast. */
function countedGlobally(world: World, known: Limits, now: number): Counted | null {
  if (now < known.globalUntil) {
    world.impatient++;
    return tooEarly((known.globalUntil - now) / SECOND, 'global');
  }
  while ((known.times[0] ?? now) < now - SECOND) known.times.shift();
  if (known.times.length >= world.globalLimit) {
    const wait = (known.times[0] ?? now) + SECOND - now;
    known.globalUntil = now + wait;
    return tooEarly(wait / SECOND, 'global');
  }
  known.times.push(now);
  return null;
}

function countedInRoute(
  { routeLimit }: World,
  { buckets }: Limits,
  now: number,
  method: string,
  path: string,
): Counted {
  if (routeLimit === null) return FREE;
  const name = `${method} ${path.replace(/(messages)\/\d+/, '$1')}`;
  const standing = buckets.get(name);
  const bucket =
    standing && standing.endsAt > now
      ? standing
      : { left: routeLimit.most, endsAt: now + routeLimit.within };
  buckets.set(name, bucket);
  const seconds = (bucket.endsAt - now) / SECOND;
  if (bucket.left === 0) return tooEarly(seconds, 'user');
  bucket.left--;
  return {
    headers: {
      'X-RateLimit-Bucket': `bucket-of-${method}`,
      'X-RateLimit-Limit': String(routeLimit.most),
      'X-RateLimit-Remaining': String(bucket.left),
      'X-RateLimit-Reset-After': seconds.toFixed(3),
    },
    refusal: null,
  };
}

const tooEarly = (retryAfter: number, scope: 'user' | 'global'): Counted => ({
  headers: {},
  refusal: { retryAfter: Number(retryAfter.toFixed(3)), scope },
});
