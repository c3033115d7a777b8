/** What stands in the way of the private Redis server; see the message for the next step. */
export type RedisServerFaultCode =
  | 'folder-in-use'
  | 'folder-unusable'
  | 'no-redis'
  | 'fetch-failed'
  | 'start-failed'
  | 'stop-failed';

/** A fault of the private Redis server. Its message is one sentence that a person can act on. */
export class RedisServerFault extends Error {
  readonly code: RedisServerFaultCode;

  constructor(code: RedisServerFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RedisServerFault';
    this.code = code;
  }
}

/** The system's own code of an error (`ENOENT`, `EACCES`, …), or its text when it has none. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.code;
  return error instanceof Error ? error.message : String(error);
}
