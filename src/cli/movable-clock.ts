import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../core/day.ts';
import type { Clock } from '../ports/clock.ts';

/** The machine's clock, moved ahead by an offset that outlives the process. */
export interface MovableClock extends Clock {
  /** The clock shows `at` from now on; never goes back. */
  moveTo(at: Instant): void;
}

/** @param folder holds `clock.json`; a missing or garbled one means no offset */
export function movableClock(folder: string): MovableClock {
  const file = join(folder, 'clock.json');
  let offset = readOffset(file);
  const now = (): Instant => Date.now() + offset;
  return {
    now,
    moveTo(at) {
      offset += Math.max(0, at - now());
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify({ offset }));
      renameSync(`${file}.new`, file);
    },
  };
}

function readOffset(file: string): number {
  try {
    const { offset } = JSON.parse(readFileSync(file, 'utf8')) as { offset?: unknown };
    return typeof offset === 'number' && offset >= 0 ? offset : 0;
  } catch {
    return 0;
  }
}
