import type { Instant } from '../core/day.ts';

/** One life of the store: from its first use, or from the moment when it was found empty. */
export interface Epoch {
  readonly id: string;
  readonly since: Instant;
  /** True where the store was found empty that had held something before. */
  readonly afterLoss: boolean;
}

export interface Epochs {
  current(): Promise<Epoch | null>;
  /** Begins one where there is none; the one that stands. */
  begin(epoch: Epoch): Promise<Epoch>;
  /** Says of the epoch that stands that the store was found empty; as it stands then. */
  afterLoss(epoch: Epoch): Promise<Epoch>;
}
