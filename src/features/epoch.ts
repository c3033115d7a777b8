import type { Epoch } from '../ports/epochs.ts';
import type { Parts } from './parts.ts';

/** The epoch that this machine knew last, kept outside the store. */
export interface EpochMemory {
  /** Its id; null where none is known. */
  known(): string | null;
  keep(id: string): void;
}

/** Notices that the store was emptied: by another id than the one that is known, or by none at all. */
export interface EpochWatch {
  /** To be called at the start and each minute, before anything that is due is looked at. */
  check(): Promise<Epoch>;
}

/** @param onLoss brings back what is written elsewhere; runs before anything else does */
export function createEpochWatch(
  parts: Parts,
  memory: EpochMemory,
  onLoss: () => Promise<void>,
): EpochWatch {
  return {
    async check() {
      const known = memory.known();
      const standing = await parts.store.epochs.current();
      if (standing && standing.id === known) return standing;
      const epoch = await (standing ? met(parts, standing, known) : begun(parts, known !== null));
      if (known !== null) {
        parts.report(
          'reading what is known',
          'the store was found empty: questions, streaks and points from before are lost, unless a backup is restored',
        );
        await onLoss();
      }
      memory.keep(epoch.id);
      return epoch;
    },
  };
}

/** Whoever began it may not have known of the one before. */
function met({ store }: Parts, standing: Epoch, known: string | null): Epoch | Promise<Epoch> {
  return known === null || standing.afterLoss ? standing : store.epochs.afterLoss(standing);
}

function begun(parts: Parts, afterLoss: boolean): Promise<Epoch> {
  const since = parts.clock.now();
  return parts.store.epochs.begin({ id: parts.makeRoundId(), since, afterLoss });
}

/** A memory that lasts as long as the process. */
export function shortMemory(): EpochMemory {
  let id: string | null = null;
  return {
    known: () => id,
    keep: (next) => {
      id = next;
    },
  };
}
