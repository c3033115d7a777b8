/** What ioredis says of a command that it did not even write, its server being away. */
const NOT_WRITTEN = /^Stream isn't writeable/;

/** False where Redis certainly never saw the command; a lost answer and a time-out leave it open. */
export function mayHaveArrived(cause: unknown): boolean {
  return !(cause instanceof Error && NOT_WRITTEN.test(cause.message));
}
