import { existsSync } from 'node:fs';
import { formatFault } from '../deck/fault.ts';
import { loadDecks } from '../deck/load-decks.ts';
import type { Decks } from '../ports/decks.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { Sentence } from './sentence.ts';

/** Where the settings stand, below the folder that the program was started in. */
const SETTINGS_FILE = 'config/hypercall.yaml';

/** @throws {Sentence} with every fault of the settings */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const file = existsSync(SETTINGS_FILE) ? SETTINGS_FILE : null;
  const loaded = loadSettings({ file, env });
  if (loaded.kind === 'settings') return loaded.settings;
  throw new Sentence(['The settings cannot be used:', ...loaded.faults].join('\n'));
}

/** @throws {Sentence} with every fault of the decks */
export async function readDecks(folder: string): Promise<Decks> {
  const loaded = await loadDecks(folder);
  if (loaded.kind === 'loaded') return loaded.decks;
  const faults = loaded.faults.map(formatFault);
  throw new Sentence(
    [`The decks have ${faults.length === 1 ? 'a fault' : 'faults'}:`, ...faults].join('\n'),
  );
}
