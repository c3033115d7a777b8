import { createHash } from 'node:crypto';

/** Ids in Anki are moments in milliseconds; these lie in the years from 2001 to 2033. */
const FIRST = 1_000_000_000_000;
const SPAN = 1_000_000_000_000;

/** A number for a text, always the same, as Anki's ids are; two texts of one sort seldom share one. */
export function stableNumber(sort: string, text: string): number {
  const hash = createHash('sha256').update(`${sort}\n${text}`).digest();
  return FIRST + (hash.readUIntBE(0, 6) % SPAN);
}

/** The number, or the next that is free; taken from then on. */
export function freeNumber(number: number, taken: Set<number>): number {
  let free = number;
  while (taken.has(free)) free += 1;
  taken.add(free);
  return free;
}

/** By which Anki finds notes with the same first field: of its text without HTML. */
export function checksum(field: string): number {
  return Number.parseInt(createHash('sha1').update(field).digest('hex').slice(0, 8), 16);
}
