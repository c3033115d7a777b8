import { appendFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How many lines the arrow keys reach. */
export const LONGEST_HISTORY = 500;

/** Lines typed before. A convenience: where its file fails it forgets, and nothing else happens. */
export interface History {
  /** Newest first. */
  readonly lines: readonly string[];
  add(line: string): void;
}

/** @param folder holds them in `history`, oldest first */
export async function openHistory(folder: string): Promise<History> {
  const path = join(folder, 'history');
  const known = await readFile(path, 'utf8').then(linesIn, () => []);
  const lines = known.slice(-LONGEST_HISTORY);
  const text = lines.map((line) => `${line}\n`).join('');
  if (lines.length < known.length) await writeFile(path, text).catch(() => {});
  return {
    lines: lines.reverse(),
    add(line) {
      try {
        appendFileSync(path, `${line}\n`, { mode: 0o600 });
      } catch {
        // A full disk must not disturb somebody who answers a question.
      }
    },
  };
}

function linesIn(text: string): string[] {
  return text.split('\n').filter(Boolean);
}
