import { stringify } from 'yaml';
import { z } from 'zod';
import { maskedAddress } from './redis-target.ts';
import { settingsSchema } from './schema.ts';
import { SETTINGS, type Settings, sectionOf } from './settings.ts';

/** The settings in force as YAML, each with where it came from; secrets are masked. Ends with a line break. */
export function describeSettings({ origins, ...values }: Settings): string {
  const written: unknown = z.encode(settingsSchema, values as z.output<typeof settingsSchema>);
  let open: string | null = null;
  const lines = SETTINGS.flatMap(({ name }) => {
    const section = sectionOf(name);
    const opens = section !== null && section !== open;
    open = section;
    const key = section === null ? name : `  ${name.slice(section.length + 1)}`;
    const line = `${key}: ${shown(name, valueAt(written, name))} # ${origins[name]}`;
    return opens ? [`${section}:`, line] : [line];
  });
  return `${lines.join('\n')}\n`;
}

function valueAt(tree: unknown, name: string): unknown {
  return name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], tree);
}

const SECRET = /(?:[tT]oken|[sS]ecret|\.key)$/;

function masked(name: string, value: string): string {
  if (name === 'redis.url') return maskedAddress(value);
  return SECRET.test(name) ? '***' : value;
}

function shown(name: string, value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value);
  const safe = typeof value === 'string' ? masked(name, value) : value;
  return stringify(safe, { lineWidth: 0 }).trim();
}
