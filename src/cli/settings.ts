import { existsSync } from 'node:fs';
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
