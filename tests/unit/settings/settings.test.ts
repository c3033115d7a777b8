import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeSettings } from '../../../src/settings/describe-settings.ts';
import { loadSettings } from '../../../src/settings/load-settings.ts';
import { SETTINGS } from '../../../src/settings/settings.ts';
import { settings } from './loading.ts';

const HOUR = 3_600_000;

describe('settings', () => {
  it('have defaults', () => {
    const { origins, ...values } = settings('');
    expect(values).toEqual({
      folder: '.hypercall',
      content: 'content',
      calendars: 'config/calendars',
      language: 'en',
      role: 'all',
      redis: { url: null, prefix: 'hypercall', fsync: 'always' },
      rules: {
        verdict: 'at-once',
        streakCounts: 'answered',
        closesAfter: 168 * HOUR,
        catchUp: 6 * HOUR,
        remindBefore: 3 * HOUR,
        discussion: 'thread',
        examPenalty: 0,
      },
      retention: { forgetAfter: 720 * HOUR, hideAfter: 720 * HOUR },
      review: { retention: 0.9, weights: null, dayLimit: 50, leechAfter: 8 },
      pictures: { theme: 'dark' },
      terminal: { enabled: 'auto', zone: null },
      slack: {
        botToken: null,
        appToken: null,
        signingSecret: null,
        clientId: null,
        clientSecret: null,
        key: null,
        port: 3000,
        host: '127.0.0.1',
        prefix: '',
        apiUrl: 'https://slack.com/api/',
      },
      firstDaily: { deck: 'virtualization', when: 'daily at 09:00' },
      dailies: [],
      health: { port: null, host: '127.0.0.1' },
      discord: { token: null, applicationId: null, apiUrl: null, secret: null },
      log: { level: 'info', file: null },
    });
    expect(new Set(Object.values(origins))).toEqual(new Set(['default']));
  });

  it('come from the file over the defaults, and from the environment over both', () => {
    const yaml = 'rules:\n  closesAfter: 3d\n  catchUp: 90s\nhealth: { port: 80 }\n';
    const env = { HYPERCALL_RULES_CLOSES_AFTER: '36h', REDIS_URL: 'redis://h' };
    const { rules, health, redis, origins } = settings(yaml, env);
    expect([rules.closesAfter, rules.catchUp, health.port, redis.url]).toEqual([
      36 * HOUR,
      90_000,
      80,
      'redis://h',
    ]);
    expect(origins).toMatchObject({
      'rules.closesAfter': 'environment HYPERCALL_RULES_CLOSES_AFTER',
      'rules.catchUp': 'file config/hypercall.yaml:3',
      'health.port': 'file config/hypercall.yaml:4',
      'redis.url': 'environment REDIS_URL',
      'log.level': 'default',
    });
  });

  it.each([
    ['HYPERCALL_TERMINAL_ENABLED', 'false', 'enabled: false'],
    ['HYPERCALL_HEALTH_PORT', '8080', 'port: 8080'],
    ['HYPERCALL_HEALTH_PORT', 'null', 'port: null'],
    ['HYPERCALL_LOG_FILE', 'null', 'file: null'],
    ['HYPERCALL_REDIS_PREFIX', '7', 'prefix: "7"'],
    ['HYPERCALL_FIRST_DAILY_WHEN', 'sat, sun 7:30', 'when: sat, sun 7:30'],
    ['HYPERCALL_TERMINAL_ZONE', 'europe/berlin', 'zone: Europe/Berlin'],
    ['HYPERCALL_RULES_CATCH_UP', '0s', 'catchUp: 0s'],
    ['HYPERCALL_FOLDER', '/var/lib/hypercall', 'folder: /var/lib/hypercall'],
  ])('are read from %s=%s', (name, value, line) => {
    expect(describeSettings(settings('', { [name]: value }))).toContain(
      `${line} # environment ${name}\n`,
    );
  });

  it('take an empty variable for none and leave those of others alone', () => {
    expect(
      settings('', { REDIS_URL: '', HYPERCALL_FOLDER: '', HOME: '/root', PATH: undefined }).folder,
    ).toBe('.hypercall');
  });

  it('may be described and read again', () => {
    const yaml =
      'rules: { closesAfter: 36h }\nlog: { file: "a: b" }\nfirstDaily: { when: fri 9am }\n';
    const { origins: _, ...first } = settings(yaml);
    const { origins: __, ...again } = settings(describeSettings(settings(yaml)));
    expect(again).toEqual(first);
  });

  it('are described with their places and without the login of Redis', () => {
    const text = describeSettings(
      settings('content: decks\n', { REDIS_URL: 'redis://me:secret@h:1/2' }),
    );
    expect(text.split('\n').slice(0, 8)).toEqual([
      'folder: .hypercall # default',
      'content: decks # file config/hypercall.yaml:1',
      'calendars: config/calendars # default',
      'language: en # default',
      'role: all # default',
      'redis:',
      '  url: redis://***@h:1/2 # environment REDIS_URL',
      '  prefix: hypercall # default',
    ]);
  });
});

describe('config/hypercall.yaml', () => {
  it('has every setting with its default', () => {
    const loaded = loadSettings({ file: 'config/hypercall.yaml', env: {} });
    if (loaded.kind === 'faulty') throw new Error(loaded.faults.join('\n'));
    const { origins, ...values } = loaded.settings;
    const { origins: _, ...defaults } = settings('');
    expect(values).toEqual(defaults);
    expect(Object.values(origins).filter((origin) => origin === 'default')).toEqual([]);
  });

  it('names the variable of every setting', () => {
    const text = readFileSync('config/hypercall.yaml', 'utf8');
    expect(
      SETTINGS.map(({ variable }) => variable).filter(
        (variable) => !text.includes(`${variable}\n`),
      ),
    ).toEqual([]);
  });
});

it('are none without a file', () => {
  expect(loadSettings({ file: null, env: {} })).toMatchObject({
    kind: 'settings',
    settings: { content: 'content' },
  });
});
