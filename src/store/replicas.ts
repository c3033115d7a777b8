import { Cluster, type Redis } from 'ioredis';
import type { Ledger } from '../ports/ledger.ts';
import { StoreAway } from '../ports/store.ts';

/** How long a claim may take to reach a replica (milliseconds). */
const REACH_LIMIT = 1_000;

/**
 * A ledger whose claims stand on a replica before anybody sends: a master that dies with a claim that only it knew
 * would let its successor post the same question again. Where no replica is connected there is no successor.
 */
export function withReplicatedClaims(ledger: Ledger, redis: Redis | Cluster): Ledger {
  if (redis instanceof Cluster) return ledger;
  return {
    ...ledger,
    async claim(read, sending, round, leaseEnd) {
      const claimed = await ledger.claim(read, sending, round, leaseEnd);
      if (!claimed || (await isReplicated(redis))) return claimed;
      const { attempt, tries = 0, since } = claimed.state;
      // Nobody sends under it: it need not run out and be examined.
      if (attempt === 1) await ledger.release(claimed, round.community, tries, since);
      throw new StoreAway(new Error(NOT_REPLICATED));
    },
  };
}

const NOT_REPLICATED = `No replica had the claim within ${REACH_LIMIT} ms`;

async function isReplicated(redis: Redis): Promise<boolean> {
  try {
    if ((await redis.wait(1, REACH_LIMIT)) > 0) return true;
    const [, , replicas] = (await redis.call('ROLE')) as unknown[];
    return Array.isArray(replicas) && replicas.length === 0;
  } catch (cause) {
    throw new StoreAway(cause);
  }
}
