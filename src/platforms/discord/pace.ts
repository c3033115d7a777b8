import { setTimeout as elapsed } from 'node:timers/promises';
import type { TurnRule } from '../../ports/turns.ts';
import { Silenced } from './errors.ts';
import { LONGEST_WAIT } from './limits.ts';
import { NO_OTHERS, type SharedTurns } from './shared-turns.ts';

/** Discord takes 50 requests a second from a whole bot; the rest is what the way there may differ (milliseconds). */
const MOST = 50;
const WINDOW = 1_010;
const GAP = WINDOW / MOST;
/** Who was silent this long may send that much at once (milliseconds). */
const SAVED = 500;

/** The same for all processes of a bot together. */
export const TURN_RULE: TurnRule = {
  gap: GAP,
  saved: SAVED,
  most: MOST,
  window: WINDOW,
  longest: LONGEST_WAIT,
};

/** Lets the requests of a process leave one after another, as fast as Discord takes them and no faster. */
export interface Pace {
  /** Resolves when it is this request's turn. @throws {Silenced} where that is too far off, or as the signal says */
  turn(signal?: AbortSignal): Promise<void>;
}

/**
 * The library sends each second's requests in one burst. Which second Discord looks at is not documented: a server that
 * looks at any of them refuses much of such bursts, and evenly spaced requests suit every way of counting.
 */
export function sendingPace(
  shared: SharedTurns = NO_OTHERS,
  now: () => number = () => performance.now(),
  wait: (ms: number, signal?: AbortSignal) => Promise<unknown> = (ms, signal) =>
    elapsed(ms, undefined, signal ? { signal } : {}),
): Pace {
  const sent: number[] = [];
  let due = Number.NEGATIVE_INFINITY;
  let waiting = 0;
  let before: Promise<unknown> = Promise.resolve();

  async function leave(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const booked = await shared.next();
    if (booked > LONGEST_WAIT) throw new Silenced('the whole bot has to wait', booked);
    due = Math.max(due + GAP, now() - SAVED);
    const [oldest = Number.NEGATIVE_INFINITY] = sent.length < MOST ? [] : sent;
    const delay = Math.max(due, oldest + WINDOW, now() + booked) - now();
    if (delay > 0) await wait(delay, signal);
    sent.push(now());
    if (sent.length > MOST) sent.shift();
  }

  return {
    async turn(signal) {
      const ahead = waiting * GAP;
      if (ahead > LONGEST_WAIT) throw new Silenced('much is being sent already', Math.ceil(ahead));
      waiting++;
      const mine = before.then(() => leave(signal));
      before = mine.catch(() => {});
      await mine.finally(() => waiting--);
    },
  };
}
