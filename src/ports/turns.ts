/** How the turns of a row follow one another; milliseconds. */
export interface TurnRule {
  /** Between two turns. */
  readonly gap: number;
  /** A row that rested may make up for this much of its rest. */
  readonly saved: number;
  /** However it was made up for: no more than `most` turns within a `window`. */
  readonly most: number;
  readonly window: number;
  /** A turn that is further off is not booked. */
  readonly longest: number;
}

/** Rows in which the turns of all processes stand one after another, by the store's own clock. */
export interface Turns {
  /** Books the next turn and says how long it is until then (milliseconds); more than `longest`: it was not booked. */
  next(row: string, rule: TurnRule): Promise<number>;
  /** No turn of the row that is booked from now on comes sooner than this (milliseconds). */
  hold(row: string, ms: number): Promise<void>;
}
