/** A worked exercise: what its card has to say, from the numbers of the exercise. */
export interface Worked {
  /** The numbers, as they stand in the prompt. */
  readonly inputs: readonly (number | string)[];
  /** A number, the right option, the right options, a truth, or the pairs. */
  readonly key: unknown;
  /** What the explanation says besides. */
  readonly says: readonly string[];
}

/** By the ids of the cards. */
export type WorkedCards = Readonly<Record<string, Worked>>;

export const KIB = 2 ** 10;
export const MIB = 2 ** 20;
export const GIB = 2 ** 30;
export const PAGE = 4 * KIB;

/** `1,024` */
export const grouped = (value: number): string => value.toLocaleString('en-GB');

/** `1.2` rather than `1.20` */
export const rounded = (value: number, digits: number): string =>
  String(Number(value.toFixed(digits)));

export const sum = (values: readonly number[]): number =>
  values.reduce((all, value) => all + value, 0);
