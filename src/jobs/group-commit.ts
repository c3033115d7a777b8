import { QueueAway } from '../ports/queue.ts';
import { mayHaveArrived } from './may-have-arrived.ts';
import { within } from './within.ts';

/** How much may travel together, how much may wait, and how long. */
interface GroupLimits {
  /** Items in one group. */
  readonly group: number;
  /** Items that wait for a group; more are refused. */
  readonly waiting: number;
  /** Milliseconds from giving an item to its confirmation. */
  readonly patienceMs: number;
}

/** A way in that many share. */
export interface GroupCommit<Item> {
  /** Resolves when the item's group was confirmed. @throws {QueueAway} */
  give(item: Item): Promise<void>;
  /** Resolves when nothing is on its way or waiting. */
  flushed(): Promise<void>;
}

interface Waiting<Item> {
  readonly item: Item;
  readonly since: number;
  readonly confirm: () => void;
  readonly refuse: (reason: QueueAway) => void;
}

/**
 * Group commit without a timer: the first item goes at once, and those that arrive while it is on
 * its way go together when it has returned. A group that fails or is late takes with it all who
 * wait: the next group would fare no better. What arrives late is harmless to them.
 */
export function groupCommit<Item>(
  send: (items: readonly Item[]) => Promise<void>,
  limits: GroupLimits,
): GroupCommit<Item> {
  const waiting: Waiting<Item>[] = [];
  let underway: Promise<void> | undefined;

  async function commit(group: readonly Waiting<Item>[]): Promise<void> {
    const waited = performance.now() - (group[0]?.since ?? 0);
    try {
      await within(limits.patienceMs - waited, send(group.map(({ item }) => item)));
      for (const { confirm } of group) confirm();
    } catch (cause) {
      const sent = mayHaveArrived(cause);
      for (const { refuse } of group) refuse(new QueueAway(cause, sent));
      for (const { refuse } of waiting.splice(0)) refuse(new QueueAway(cause, false));
    }
  }

  async function commitAll(): Promise<void> {
    while (waiting.length > 0) await commit(waiting.splice(0, limits.group));
    underway = undefined;
  }

  return {
    give: (item) =>
      new Promise((confirm, refuse) => {
        if (waiting.length >= limits.waiting) return refuse(tooMany(limits.waiting));
        waiting.push({ item, since: performance.now(), confirm, refuse });
        underway ??= commitAll();
      }),
    async flushed() {
      while (underway) await underway;
    },
  };
}

function tooMany(limit: number): QueueAway {
  return new QueueAway(new Error(`${limit} answers wait for the queue already`), false);
}
