import { Redis } from 'ioredis';

/** Connections as the main program makes them, but quicker to come back. */
export function connectTo(path: string): (purpose: 'producer' | 'worker') => Redis {
  const retryStrategy = (): number => 20;
  return (purpose) =>
    purpose === 'producer'
      ? new Redis({ path, retryStrategy, enableOfflineQueue: false, maxRetriesPerRequest: 1 })
      : new Redis({ path, retryStrategy, maxRetriesPerRequest: null });
}
