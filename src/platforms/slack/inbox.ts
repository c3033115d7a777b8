import type { Intent } from '../../chat/intent.ts';
import type { Reply } from '../../chat/view.ts';
import type { Reception } from './reception.ts';

type Receive = (intent: Intent) => Promise<Reply>;

/** What comes in while we listen, and what of it is still under way. */
export interface Inbox {
  readonly receive: Receive;
  open(receive: Receive): void;
  close(): void;
  /** Resolves when all that was under way is done. */
  settled(): Promise<void>;
  track<Result>(work: Promise<Result>): Promise<Result>;
  /** The same reception; while the inbox is closed it neither hears nor acknowledges anything. */
  guarded(reception: Reception): Reception;
}

export function createInbox(): Inbox {
  let handler: Receive | null = null;
  let isOpen = false;
  const underWay = new Set<Promise<unknown>>();

  function track<Result>(work: Promise<Result>): Promise<Result> {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  }

  /** Not acknowledged while we close: Slack delivers it again, to whoever runs then. */
  const whileOpen =
    <Args extends unknown[]>(work: (...args: Args) => Promise<void>) =>
    async (...args: Args): Promise<void> => {
      if (isOpen) await track(work(...args));
    };

  return {
    track,
    open(receive) {
      handler = receive;
      isOpen = true;
    },
    close() {
      isOpen = false;
    },
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    async receive(intent) {
      if (handler === null) throw new Error('Slack delivered something before the start');
      return handler(intent);
    },
    guarded: ({ command, action, form, shortcut }) => ({
      command: whileOpen(command),
      action: whileOpen(action),
      form: whileOpen(form),
      shortcut: whileOpen(shortcut),
    }),
  };
}
