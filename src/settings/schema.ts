import { z } from 'zod';
import { textsFor } from '../chat/texts/index.ts';
import { holidayParts, parseDate, parseSpan, parseTerm } from '../core/course-words.ts';
import { channelId, communityId, deckId } from '../core/ids.ts';
import { parseZone } from '../core/schedule.ts';
import { readWhen } from '../core/when.ts';
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

const SNOWFLAKE = 'must be an id of 17 to 20 digits in quotes, or null';
const API_URL =
  'must be an address such as https://discord.com/api, without a slash at its end, or null';

/** Text of a daily that `faultOf` finds nothing wrong with; decks and calendars are looked up at the start. */
function readable(must: string, faultOf: (text: string) => string | null) {
  return z.string(must).superRefine((text, context) => {
    const fault = faultOf(text);
    if (fault !== null) context.addIssue({ code: 'custom', message: fault });
  });
}

const WHEN = 'must be a schedule such as weekdays 09:00';
const whenText = readable(WHEN, (text) => {
  const when = readWhen(text);
  if ('kind' in when) return `cannot be read. ${textsFor('en').when.misread(when).slice(0, -1)}`;
  return when.time && when.days ? null : `${WHEN}, with a time and with days`;
});

const ZONE_NAME = 'must be a zone of the IANA database such as Europe/Berlin';
const ZONE = `${ZONE_NAME}, or null`;
const unless = (isGood: boolean, must: string): string | null => (isGood ? null : must);
const TERM = 'must be a first and a last day such as 2026-10-01..2027-01-31';
const HOLIDAYS = 'must be dates and ranges such as 2026-12-21..2027-01-03, or calendars';
const EXAM = 'must be a date such as 2027-02-03';
const DECK = 'must be the name of a folder in content';
const NAME = 'must be a name in small letters such as morning-question';
const COMMUNITY = 'must be a community such as discord:1234';
const CHANNEL = "must be a channel's id in quotes, as its platform has it";

/** Unknown names are refused by name. */
const entry = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has no ${issue.keys.join(', ')}: it has ${Object.keys(shape).join(', ')}`
        : `must have ${Object.keys(shape).join(', ')}`,
  });

const settingsDaily = entry({
  name: readable(NAME, (text) => unless(deckId.parse(text) !== null, NAME)),
  community: written(communityId.parse, same, COMMUNITY),
  channel: written(channelId.parse, same, CHANNEL),
  when: whenText,
  zone: written(parseZone, same, ZONE_NAME),
  deck: written(deckId.parse, same, DECK),
  term: readable(TERM, (text) => unless(parseTerm(text) !== null, TERM)).exactOptional(),
  holidays: readable(HOLIDAYS, (text) =>
    unless(
      holidayParts(text).every((part) => parseSpan(part) || /^[a-z]/i.test(part)),
      HOLIDAYS,
    ),
  ).exactOptional(),
  exam: readable(EXAM, (text) => unless(parseDate(text) !== null, EXAM)).exactOptional(),
});

const settingsDailies = z
  .array(settingsDaily, 'must be a list of dailies, each with a dash before its name')
  .superRefine((dailies, context) => {
    for (const [at, { name, community }] of dailies.entries()) {
      const first = dailies.findIndex((one) => one.name === name && one.community === community);
      if (first === at) continue;
      const message = 'stands here for the second time: give each daily of a community its own';
      context.addIssue({ code: 'custom', path: [at, 'name'], message });
    }
  });

const PREFIX = 'must be up to 32 letters, digits, hyphens or underscores';
const PORT = 'must be a port from 1 to 65535, or null';

const PERCENT = 'must be a whole number from 0 to 100';
const PORT_NUMBER = 'must be a port from 1 to 65535';
const NO_PREFIX = 'must be at most 16 small letters, digits, - or _';
const API = 'must be an address that ends with /api/, such as https://slack.com/api/';

const PRINTED = /^[!-~]{16,200}$/;

const RETENTION = 'must be a number from 0.7 to 0.97';
const WEIGHTS = 'must be 17, 19 or 21 numbers from 0 to 100 with a space between them, or null';
const DAY_LIMIT = 'must be a whole number from 1 to 1000';
const LEECH_AFTER = 'must be a whole number from 2 to 100';

/** A learner's weights, as optimisers print them. */
const weightsText = written(
  (text) => {
    const weights = text.split(/[\s,]+/).map(Number);
    const areGood = weights.every((weight) => weight >= 0 && weight <= 100);
    return areGood && [17, 19, 21].includes(weights.length) ? weights : null;
  },
  (weights: readonly number[]) => weights.join(' '),
  WEIGHTS,
);

/** Something that nobody else may read; null where it is not set. */
function secret(pattern: RegExp, must: string) {
  return z.string(must).max(4_096, must).regex(pattern, must).nullable().prefault(null);
}

/** Every setting, with its default. What it means stands in `config/hypercall.yaml`. */
export const settingsSchema = z.strictObject({
  folder: path('must be the path of a folder').prefault('.hypercall'),
  content: path('must be the path of a folder').prefault('content'),
  calendars: path('must be the path of a folder').prefault('config/calendars'),
  language: oneOf(['en', 'de']).prefault('en'),
  role: oneOf(['all', 'gateway', 'worker', 'scheduler']).prefault('all'),
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
      remindBefore: duration(MINUTE, '3h').prefault('3h'),
      discussion: oneOf(['thread', 'none']).prefault('thread'),
      examPenalty: z.int(PERCENT).min(0, PERCENT).max(100, PERCENT).prefault(0),
    })
    .prefault({}),
  retention: z
    .strictObject({
      forgetAfter: duration(MINUTE, '30d').prefault('30d'),
      hideAfter: duration(MINUTE, '30d').prefault('30d'),
    })
    .prefault({}),
  review: z
    .strictObject({
      retention: z.number(RETENTION).min(0.7, RETENTION).max(0.97, RETENTION).prefault(0.9),
      weights: weightsText.nullable().prefault(null),
      dayLimit: z.int(DAY_LIMIT).min(1, DAY_LIMIT).max(1_000, DAY_LIMIT).prefault(50),
      leechAfter: z.int(LEECH_AFTER).min(2, LEECH_AFTER).max(100, LEECH_AFTER).prefault(8),
    })
    .prefault({}),
  pictures: z
    .strictObject({ theme: oneOf(['dark', 'light', 'off']).prefault('dark') })
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
      deck: written(deckId.parse, same, DECK).prefault('virtualization'),
      when: whenText.prefault('daily at 09:00'),
    })
    .prefault({}),
  dailies: settingsDailies.prefault([]),
  health: z
    .strictObject({
      port: z.int(PORT).min(1, PORT).max(65_535, PORT).nullable().prefault(null),
      host: z
        .string()
        .regex(/^[A-Za-z0-9.:_-]{1,253}$/, 'must be a host name or address')
        .prefault('127.0.0.1'),
    })
    .prefault({}),
  discord: z
    .strictObject({
      token: secret(PRINTED, 'must be the token of a bot, or null'),
      applicationId: z
        .string(SNOWFLAKE)
        .regex(/^\d{17,20}$/, SNOWFLAKE)
        .nullable()
        .prefault(null),
      apiUrl: z
        .string(API_URL)
        .regex(/^https?:\/\/[^\s?#]{1,200}[^\s?#/]$/, API_URL)
        .nullable()
        .prefault(null),
      secret: secret(PRINTED, 'must be 16 characters or more, or null'),
    })
    .prefault({}),
  log: z
    .strictObject({
      level: oneOf(['debug', 'info', 'warn', 'error']).prefault('info'),
      file: path('must be the path of a file, or null').nullable().prefault(null),
    })
    .prefault({}),
});
