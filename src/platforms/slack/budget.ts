import type { Clock } from '../../ports/clock.ts';
import { PlatformFault } from '../../ports/platform.ts';
import type { Shelf } from '../../ports/shelf.ts';

/** What Slack asked a workspace's token to wait, known to all processes: no other runs into the same refusal. */
export interface Budget {
  /** @throws {PlatformFault} `later`, before anything is sent, where Slack asked any process to wait */
  spend<Result>(team: string, method: string, work: () => Promise<Result>): Promise<Result>;
}

interface BudgetOptions {
  readonly shelf: Shelf;
  readonly clock: Clock;
  report(doing: string, cause: unknown): void;
}

export function createBudget({ shelf, clock, report }: BudgetOptions): Budget {
  /** Without the store nobody knows of the others: each process then finds out by itself. */
  async function asked<Result>(work: () => Promise<Result>): Promise<Result | null> {
    try {
      return await work();
    } catch (cause) {
      report('sharing what Slack asks to wait', cause);
      return null;
    }
  }

  async function mayCall(name: string, method: string): Promise<void> {
    const until = Number((await asked(() => shelf.get(name))) ?? 0);
    const wait = until - clock.now();
    if (wait > 0) {
      const what = `Slack asked to wait before ${method} is called again`;
      throw new PlatformFault(what, 'later', null, wait);
    }
    if (until > 0) await asked(() => shelf.remove(name));
  }

  return {
    async spend(team, method, work) {
      const name = `slack:wait:${team}:${method}`;
      await mayCall(name, method);
      try {
        return await work();
      } catch (cause) {
        const afterMs = cause instanceof PlatformFault ? cause.afterMs : null;
        if (afterMs !== null) await asked(() => shelf.put(name, String(clock.now() + afterMs)));
        throw cause;
      }
    },
  };
}
