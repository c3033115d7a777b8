const MIB = 1024 * 1024;

/** What a foreign file may ask of us. */
export const IMPORT_LIMITS = {
  /** Of the file as it comes. */
  bytes: 25 * MIB,
  /** Files in a zip. */
  entries: 5_000,
  /** Bytes taken out of a zip. */
  inflated: 100 * MIB,
  /** Rows, notes or questions. */
  items: 20_000,
  /** Characters of one row or question; the largest card has about 6,000. */
  item: 64 * 1024,
  /** Rows whose quotes do not close, each of which has to be looked for. */
  brokenRows: 100,
} as const;

export const TOO_MANY_ITEMS = `the file has more than ${IMPORT_LIMITS.items} items; split it`;
export const ITEM_TOO_LONG = `the item has more than ${IMPORT_LIMITS.item} characters; shorten it`;
