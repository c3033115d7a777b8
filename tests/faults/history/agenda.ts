import type { Instant } from '../../../src/core/day.ts';

/** What the run does at a set time. */
interface Deed {
  readonly at: Instant;
  /** Whether time must not fly past it, because a question may be on its way then. */
  readonly isDelicate: boolean;
  act(): void;
}

export interface Agenda {
  add(deed: Deed): void;
  /** Does what is due. */
  run(now: Instant): void;
  /** The next delicate deed. */
  nextDelicate(): Instant | null;
  /** How many are to come. */
  readonly size: number;
  /** Forgets what is to come. */
  clear(): void;
}

/** Deeds in the order of their times; those of one time in the order in which they were added. */
export function newAgenda(): Agenda {
  const deeds: Deed[] = [];
  return {
    get size() {
      return deeds.length;
    },
    add(deed) {
      let [from, to] = [0, deeds.length];
      while (from < to) {
        const middle = (from + to) >> 1;
        if ((deeds[middle] as Deed).at <= deed.at) from = middle + 1;
        else to = middle;
      }
      deeds.splice(from, 0, deed);
    },
    run(now) {
      for (let first = deeds[0]; first && first.at <= now; first = deeds[0]) {
        deeds.shift();
        first.act();
      }
    },
    nextDelicate: () => deeds.find(({ isDelicate }) => isDelicate)?.at ?? null,
    clear: () => void deeds.splice(0),
  };
}
