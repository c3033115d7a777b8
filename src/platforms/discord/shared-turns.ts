import { setTimeout as elapsed } from 'node:timers/promises';
import type { TurnRule, Turns } from '../../ports/turns.ts';

/** The row in which the requests of all processes of one bot stand. It never rejects. */
export interface SharedTurns {
  /** How long it is until the turn that was booked (milliseconds); 0 where nobody knows of the others. */
  next(): Promise<number>;
  /** Discord asked the whole bot to wait (milliseconds). */
  hold(ms: number): Promise<void>;
}

/** A process that is alone, or thinks so. */
export const NO_OTHERS: SharedTurns = { next: async () => 0, hold: async () => {} };

/** The store is not waited for any longer than this (milliseconds): each process then keeps to its own pace. */
const ASKED_WITHIN = 500;

/** @param report hears once of each time in which the others are not known */
export function sharedTurns(
  turns: Turns,
  application: string,
  rule: TurnRule,
  report: (doing: string, cause: unknown) => void,
): SharedTurns {
  const row = `discord:${application}`;
  let isAlone = false;

  async function known<Result>(asking: Promise<Result>): Promise<Result | null> {
    const limit = new AbortController();
    const tooLate = elapsed(ASKED_WITHIN, null, { signal: limit.signal, ref: false });
    try {
      const answer = await Promise.race([asking, tooLate]);
      if (answer === null) throw new Error('the store does not answer');
      isAlone = false;
      return answer;
    } catch (cause) {
      if (!isAlone) report('sharing the limit of requests with other processes', cause);
      isAlone = true;
      return null;
    } finally {
      limit.abort();
      tooLate.catch(() => {});
      asking.catch(() => {});
    }
  }

  return {
    next: async () => (await known(turns.next(row, rule))) ?? 0,
    async hold(ms) {
      await known(turns.hold(row, ms).then(() => true));
    },
  };
}
