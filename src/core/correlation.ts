/** The sums from which a correlation is made, so that no value has to be kept. */
export interface Pairs {
  readonly count: number;
  readonly meanX: number;
  readonly meanY: number;
  /** Sums of squares and of products of the distances from the means. */
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

export const NO_PAIRS: Pairs = { count: 0, meanX: 0, meanY: 0, xx: 0, yy: 0, xy: 0 };

/** One pair more. By distances from running means: plain sums of squares would cancel each other out. */
export function paired({ count, meanX, meanY, xx, yy, xy }: Pairs, x: number, y: number): Pairs {
  const next = count + 1;
  const [dx, dy] = [x - meanX, y - meanY];
  const [newX, newY] = [meanX + dx / next, meanY + dy / next];
  return {
    count: next,
    meanX: newX,
    meanY: newY,
    xx: xx + dx * (x - newX),
    yy: yy + dy * (y - newY),
    xy: xy + dx * (y - newY),
  };
}

/** Pearson's, −1 to 1; null where one side is always the same. */
export function correlation({ xx, yy, xy }: Pairs): number | null {
  const spread = Math.sqrt(xx * yy);
  // What rounding leaves of a spread of nothing.
  if (spread < 1e-12) return null;
  return Math.max(-1, Math.min(1, xy / spread));
}
