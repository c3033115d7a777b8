import { type Instant, SECOND } from '../core/day.ts';
import { tooFarAhead } from '../core/sending.ts';
import type { JobResult } from '../ports/queue.ts';
import type { Parts } from './parts.ts';

/** The wait where the clock of this process is wrong, so that another comes to it. */
const ASTRAY = 5 * SECOND;

/** What becomes of a job that is not this process's to judge, because its clock is ahead; null where it may. */
export function astray(
  { report }: Pick<Parts, 'report'>,
  doing: string,
  now: Instant,
  right: Instant | null,
): JobResult | null {
  const ahead = tooFarAhead(now, right);
  if (ahead === null) return null;
  report(doing, clockFault(ahead));
  return { kind: 'again', afterMs: ASTRAY };
}

/** True where nothing may be found due by this process's clock, which is reported. Without the store nobody knows. */
export async function isAstray({ clock, store, report }: Parts): Promise<boolean> {
  const now = clock.now();
  const right = await store.ledger.asOf().catch(() => null);
  return astray({ report }, 'looking at what is due', now, right) !== null;
}

/** Hands a job on where the clock is right: whoever is ahead would show a key, or end a quiz, before its time. */
export function inItsTime<Data>(
  parts: Parts,
  doing: (data: Data) => string,
  handler: (data: Data) => Promise<JobResult>,
): (data: Data) => Promise<JobResult> {
  return async (data) => {
    const now = parts.clock.now();
    const right = await parts.store.ledger.asOf();
    return astray(parts, doing(data), now, right) ?? handler(data);
  };
}

const clockFault = (seconds: number): string =>
  `The clock of this machine is ${seconds} s ahead of Redis's: nothing is asked, closed or told from here until both agree.`;
