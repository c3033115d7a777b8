import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { settingsSchema } from './schema.ts';
import { isList, SETTINGS, type Setting, type Settings, sectionOf } from './settings.ts';
import { readSettingsFile, type SettingsFile, unknownSetting } from './settings-file.ts';

/** The environment, by variable; an empty variable counts as absent. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Sources {
  /** The path of a YAML file, or null for none. */
  readonly file: string | null;
  readonly env: Environment;
}

export type LoadedSettings =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/** Defaults, under the file, under the environment: complete, or every fault. Shows no secret in either. */
export function loadSettings({ file, env }: Sources): LoadedSettings {
  if (file === null) return settingsFrom({ values: new Map(), faults: [] }, env);
  try {
    return settingsFrom(readSettingsFile(file, readFileSync(file, 'utf8')), env);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? cause.code : cause;
    const fault = `${file} cannot be read (${reason}); check its path and rights.`;
    return { kind: 'faulty', faults: [fault] };
  }
}

/** One setting's value before its schema saw it. */
interface Found {
  readonly setting: Setting;
  readonly value: unknown;
  readonly origin: string;
  readonly faults: readonly string[];
}

/** The same from a file that was read already. */
export function settingsFrom(file: SettingsFile, env: Environment): LoadedSettings {
  const found = SETTINGS.map((setting) => findSetting(setting, file, env));
  const faults = [...file.faults, ...found.flatMap((one) => one.faults), ...strangeVariables(env)];
  if (faults.length > 0) return { kind: 'faulty', faults };
  const origins = Object.fromEntries(found.map(({ setting, origin }) => [setting.name, origin]));
  return { kind: 'settings', settings: { ...settingsSchema.parse(treeOf(found)), origins } };
}

function findSetting(setting: Setting, { values }: SettingsFile, env: Environment): Found {
  const { name, variable, schema } = setting;
  const text = env[variable];
  const written = values.get(name);
  if (text) {
    const read = isList(setting) ? listIn(text) : primitive(text);
    const value = schema.safeParse(read).success || isList(setting) ? read : text;
    return {
      setting,
      value,
      origin: `environment ${variable}`,
      faults: complaints(schema, value, variable, () => variable),
    };
  }
  if (!written) return { setting, value: undefined, origin: 'default', faults: [] };
  const { value, place, placeOf } = written;
  return {
    setting,
    value,
    origin: `file ${place}`,
    faults: complaints(schema, value, `${place}: ${name}`, (path) => `${placeOf(path)}: ${name}`),
  };
}

function complaints(
  schema: z.ZodType,
  value: unknown,
  named: string,
  partNamed: (path: readonly PropertyKey[]) => string,
): string[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  const sentences = issues.map(({ path, message }) => {
    if (path.length === 0) return `${named} ${message}.`;
    const [at, ...field] = path;
    return `${partNamed(path)} #${Number(at) + 1} ${[...field, message].join(' ')}.`;
  });
  return [...new Set(sentences)];
}

/** A list in the environment is written as JSON. */
function listIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What the text would be in YAML. */
function primitive(text: string): unknown {
  const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };
  if (Object.hasOwn(words, text)) return words[text];
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}

function treeOf(found: readonly Found[]): object {
  const tree: Record<string, unknown> = {};
  for (const { setting, value } of found) {
    if (value === undefined) continue;
    const section = sectionOf(setting.name);
    const key = setting.name.slice(section === null ? 0 : section.length + 1);
    if (section === null) tree[key] = value;
    else tree[section] = { ...(tree[section] as object | undefined), [key]: value };
  }
  return tree;
}

function strangeVariables(env: Environment): string[] {
  const known = SETTINGS.map(({ variable }) => variable);
  const strange = Object.keys(env).filter(
    (name) => name.startsWith('HYPERCALL_') && !known.includes(name),
  );
  return strange.map((name) => {
    const url = name === 'HYPERCALL_REDIS_URL' ? ['REDIS_URL'] : known;
    return `Environment: ${unknownSetting(name, url)}`;
  });
}
