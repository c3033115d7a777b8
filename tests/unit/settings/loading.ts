import {
  type Environment,
  type LoadedSettings,
  settingsFrom,
} from '../../../src/settings/load-settings.ts';
import type { Settings } from '../../../src/settings/settings.ts';
import { readSettingsFile } from '../../../src/settings/settings-file.ts';

function load(yaml: string, env: Environment): LoadedSettings {
  return settingsFrom(readSettingsFile('config/hypercall.yaml', yaml), env);
}

export function settings(yaml: string, env: Environment = {}): Settings {
  const loaded = load(yaml, env);
  if (loaded.kind === 'faulty') throw new Error(loaded.faults.join('\n'));
  return loaded.settings;
}

export function faults(yaml: string, env: Environment = {}): readonly string[] {
  const loaded = load(yaml, env);
  return loaded.kind === 'faulty' ? loaded.faults : [];
}
