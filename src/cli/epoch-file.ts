import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EpochMemory } from '../features/epoch.ts';

/** The store's epoch as this machine knew it last, in `epoch.json` of the folder: it outlives the store. */
export function epochFile(folder: string): EpochMemory {
  const file = join(folder, 'epoch.json');
  return {
    known() {
      try {
        const { id } = JSON.parse(readFileSync(file, 'utf8')) as { id?: unknown };
        return typeof id === 'string' ? id : null;
      } catch {
        return null;
      }
    },
    keep(id) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // Processes of several roles may share the folder.
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify({ id }));
      renameSync(draft, file);
    },
  };
}
