import type { ReplyAddress } from '../../chat/intent.ts';
import type { SeenBy, View } from '../../chat/view.ts';
import type { Instant } from '../../core/day.ts';
import type { CommunityId, MemberId } from '../../core/ids.ts';
import type { MessageAddress, Place } from '../../ports/platform.ts';

/** One thing that went out. */
export type Sent =
  | {
      readonly kind: 'post';
      readonly place: Place;
      readonly message: MessageAddress;
      readonly key: string;
      readonly view: View;
      readonly seenBy: 'channel';
      readonly at: Instant;
    }
  | {
      readonly kind: 'edit';
      readonly place: Place;
      readonly message: MessageAddress;
      readonly view: View;
      readonly seenBy: 'channel';
      readonly at: Instant;
    }
  | {
      readonly kind: 'discuss';
      readonly message: MessageAddress;
      readonly view: View;
      readonly seenBy: 'channel';
      readonly at: Instant;
    }
  | {
      readonly kind: 'reply';
      readonly place: Place;
      readonly to: ReplyAddress;
      readonly view: View;
      readonly seenBy: SeenBy;
      /** Whether it came by `reply`, after the first response. */
      readonly later: boolean;
      readonly at: Instant;
    }
  | {
      readonly kind: 'tell';
      readonly community: CommunityId;
      readonly member: MemberId;
      readonly view: View;
      readonly seenBy: 'only me';
      readonly at: Instant;
    };

/** Everything that went out, in order, and those who wait for more. */
export interface Log {
  readonly sent: readonly Sent[];
  add(sent: Sent): void;
  /**
   * The place in the log of the first thing from place `from` on that passes, as soon as there is one.
   * @throws {Error} that names `what`, after {@link PATIENCE}
   */
  first(what: string, from: number, passes: (sent: Sent) => boolean): Promise<number>;
}

/** How long a test waits for something to go out, in milliseconds of real time. */
const PATIENCE = 10_000;

interface Waiter {
  readonly from: number;
  readonly passes: (sent: Sent) => boolean;
  readonly found: (at: number) => void;
}

export function emptyLog(): Log {
  const sent: Sent[] = [];
  const waiters = new Set<Waiter>();
  return {
    sent,
    add(item) {
      const at = sent.push(item) - 1;
      for (const waiter of waiters) {
        if (at < waiter.from || !waiter.passes(item)) continue;
        waiters.delete(waiter);
        waiter.found(at);
      }
    },
    first(what, from, passes) {
      const known = sent.findIndex((item, at) => at >= from && passes(item));
      if (known >= 0) return Promise.resolve(known);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiters.delete(waiter);
          reject(
            new Error(`Waited ${PATIENCE / 1000} s for ${what}; ${sent.length} things went out`),
          );
        }, PATIENCE);
        const found = (at: number) => {
          clearTimeout(timer);
          resolve(at);
        };
        const waiter: Waiter = { from, passes, found };
        waiters.add(waiter);
      });
    },
  };
}
