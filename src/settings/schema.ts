import { z } from 'zod';
import { deckId } from '../core/ids.ts';
import { daysInWords, parseDays, parseTime, parseZone } from '../core/schedule.ts';
import { formatDuration, parseDuration } from './duration.ts';
import { BadRedisAddress, redisTarget } from './redis-target.ts';

const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;

/** Text that `parse` turns into a value or refuses with null; `write` is the way back. */
function written<Value>(
  parse: (text: string) => Value | null,
  write: (value: Value) => string,
  must: string,
) {
  return z.codec(z.string(must), z.custom<Value>(), {
    decode(text, context) {
      const value = parse(text);
      if (value !== null) return value;
      context.issues.push({ code: 'custom', message: must, input: text });
      return z.NEVER;
    },
    encode: write,
  });
}

function duration(from: number, example: string) {
  const must = `must be a time such as ${example}, from ${formatDuration(from)} to 365d (d, h, m or s)`;
  const parse = (text: string): number | null => {
    const parsed = parseDuration(text);
    return parsed !== null && parsed >= from && parsed <= YEAR ? parsed : null;
  };
  return written(parse, formatDuration, must);
}

function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, `must be ${words.join(', ').replace(/, ([^,]*)$/, ' or $1')}`);
}

function path(must: string) {
  return z.string(must).regex(/^[^\0]{1,4096}$/, must);
}

const same = <Text extends string>(text: Text): Text => text;

const redisUrl = z
  .string('must be text')
  .max(4_096, 'is longer than 4,096 characters')
  .superRefine((url, context) => {
    try {
      redisTarget(url);
    } catch (cause) {
      if (!(cause instanceof BadRedisAddress)) throw cause;
      context.addIssue({ code: 'custom', message: cause.message });
    }
  });

const PREFIX = 'must be up to 32 letters, digits, hyphens or underscores';
const PORT = 'must be a port from 1 to 65535, or null';
const ZONE = 'must be a zone of the IANA database such as Europe/Berlin, or null';

const PORT_NUMBER = 'must be a port from 1 to 65535';
const NO_PREFIX = 'must be at most 16 small letters, digits, - or _';
const API = 'must be an address that ends with /api/, such as https://slack.com/api/';

/** Something that nobody else may read; null where it is not set. */
function secret(pattern: RegExp, must: string) {
  return z.string(must).max(4_096, must).regex(pattern, must).nullable().prefault(null);
}

/** Every setting, with its default. What it means stands in `config/hypercall.yaml`. */
export const settingsSchema = z.strictObject({
  folder: path('must be the path of a folder').prefault('.hypercall'),
  content: path('must be the path of a folder').prefault('content'),
  redis: z
    .strictObject({
      url: redisUrl.nullable().prefault(null),
      prefix: z
        .string(PREFIX)
        .regex(/^[A-Za-z0-9_-]{1,32}$/, PREFIX)
        .prefault('hypercall'),
      fsync: oneOf(['always', 'everysec']).prefault('always'),
    })
    .prefault({}),
  rules: z
    .strictObject({
      verdict: oneOf(['at-once', 'at-the-reveal']).prefault('at-once'),
      streakCounts: oneOf(['answered', 'correct']).prefault('answered'),
      closesAfter: duration(MINUTE, '7d').prefault('7d'),
      catchUp: duration(0, '6h').prefault('6h'),
    })
    .prefault({}),
  terminal: z
    .strictObject({
      enabled: z.literal(['auto', true, false], 'must be auto, true or false').prefault('auto'),
      zone: written(parseZone, same, ZONE).nullable().prefault(null),
    })
    .prefault({}),
  slack: z
    .strictObject({
      botToken: secret(/^xox[a-z.-]/, 'must be a bot token, which begins with xoxb-'),
      appToken: secret(/^xapp-/, 'must be an app-level token, which begins with xapp-'),
      signingSecret: secret(/^[0-9a-f]{16,}$/, 'must be the signing secret of the app'),
      clientId: secret(/^[0-9.]+$/, 'must be the client id of the app'),
      clientSecret: secret(/^[0-9a-zA-Z]{8,}$/, 'must be the client secret of the app'),
      key: secret(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
      port: z.int(PORT_NUMBER).min(1, PORT_NUMBER).max(65_535, PORT_NUMBER).prefault(3000),
      host: z
        .string()
        .regex(/^[A-Za-z0-9.:_-]{1,253}$/, 'must be a host name or address')
        .prefault('127.0.0.1'),
      prefix: z
        .string(NO_PREFIX)
        .regex(/^[a-z0-9_-]{0,16}$/, NO_PREFIX)
        .prefault(''),
      apiUrl: z
        .string(API)
        .regex(/^https?:\/\/[^\s?#]{1,200}\/api\/$/, API)
        .prefault('https://slack.com/api/'),
    })
    .prefault({}),
  firstDaily: z
    .strictObject({
      deck: written(deckId.parse, same, 'must be the name of a folder in content').prefault(
        'virtualization',
      ),
      at: written(parseTime, same, 'must be a time of day such as 09:00').prefault('09:00'),
      days: written(
        parseDays,
        daysInWords,
        'must be daily, weekdays, weekends or names of days such as mon, wed, fri',
      ).prefault('daily'),
    })
    .prefault({}),
  health: z
    .strictObject({
      port: z.int(PORT).min(1, PORT).max(65_535, PORT).nullable().prefault(null),
      host: z
        .string()
        .regex(/^[A-Za-z0-9.:_-]{1,253}$/, 'must be a host name or address')
        .prefault('127.0.0.1'),
    })
    .prefault({}),
  log: z
    .strictObject({
      level: oneOf(['debug', 'info', 'warn', 'error']).prefault('info'),
      file: path('must be the path of a file, or null').nullable().prefault(null),
    })
    .prefault({}),
});
