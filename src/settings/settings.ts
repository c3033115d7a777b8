import { z } from 'zod';
import { settingsSchema } from './schema.ts';

type Values = z.output<typeof settingsSchema>;

/** All settings. Times are in milliseconds; `redis.url` is good for `redisTarget`. */
export interface Settings extends Readonly<{ [Name in keyof Values]: Readonly<Values[Name]> }> {
  /** Where each came from, by its dotted name: `default`, `file config/hypercall.yaml:12` or `environment REDIS_URL`. */
  readonly origins: Readonly<Record<string, string>>;
}

/** One setting: `rules.closesAfter`. */
export interface Setting {
  readonly name: string;
  /** Its environment variable. */
  readonly variable: string;
  readonly schema: z.ZodType;
}

/** Names that other programs share are theirs. */
const SHARED: Readonly<Record<string, string>> = {
  'redis.url': 'REDIS_URL',
  'discord.token': 'DISCORD_TOKEN',
  'discord.apiUrl': 'DISCORD_API_URL',
  'slack.botToken': 'SLACK_BOT_TOKEN',
  'slack.appToken': 'SLACK_APP_TOKEN',
  'slack.signingSecret': 'SLACK_SIGNING_SECRET',
  'slack.clientId': 'SLACK_CLIENT_ID',
  'slack.clientSecret': 'SLACK_CLIENT_SECRET',
  'slack.apiUrl': 'SLACK_API_URL',
};

/** In the order of the schema. */
export const SETTINGS: readonly Setting[] = settingsOf(settingsSchema, []);

/** The sections, such as `rules`. */
export const SECTIONS: readonly string[] = [
  ...new Set(SETTINGS.flatMap(({ name }) => sectionOf(name) ?? [])),
];

function settingsOf(schema: z.ZodType, path: readonly string[]): Setting[] {
  const inner = schema instanceof z.ZodPrefault ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodObject)) {
    return [{ name: path.join('.'), variable: variableOf(path), schema }];
  }
  const shape: Readonly<Record<string, z.ZodType>> = inner.shape;
  return Object.entries(shape).flatMap(([key, member]) => settingsOf(member, [...path, key]));
}

/** A name that other programs share, or one that follows from the path. */
function variableOf(path: readonly string[]): string {
  const shared = SHARED[path.join('.')];
  if (shared) return shared;
  const words = path.join('_').replace(/[A-Z]/g, (letter) => `_${letter}`);
  return `HYPERCALL_${words.toUpperCase()}`;
}

/** True for a setting that is a list of things with fields. */
export function isList({ schema }: Setting): boolean {
  return (schema instanceof z.ZodPrefault ? schema.unwrap() : schema) instanceof z.ZodArray;
}

export function sectionOf(name: string): string | null {
  const dot = name.indexOf('.');
  return dot < 0 ? null : name.slice(0, dot);
}
