/** What ioredis says of a command that it did not even write, its server being away. */
const NOT_WRITTEN = /^Stream isn't writeable/;

/** What Redis says of a command that it saw and refused: full, a replica, still loading, and the like. */
const REFUSED = /^(?:OOM|READONLY|LOADING|MISCONF|NOREPLICAS|MASTERDOWN|CLUSTERDOWN)\b/;

/** False where Redis certainly did nothing; a lost answer and a time-out leave it open. */
export function mayHaveArrived(cause: unknown): boolean {
  if (!(cause instanceof Error)) return true;
  return !NOT_WRITTEN.test(cause.message) && !REFUSED.test(cause.message);
}
