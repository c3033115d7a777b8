import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const LANGUAGE = ['src/core', 'src/chat', 'src/ports'];

/** Each layer, and everything that it may import. Packages not named here are closed to every layer. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  'src/core': ['src/core', 'temporal-polyfill', 'ts-fsrs'],
  'src/chat': ['src/core', 'src/chat'],
  'src/ports': LANGUAGE,
  'src/features': [...LANGUAGE, 'src/features'],
  'src/store': [...LANGUAGE, 'src/store', 'ioredis', 'node:'],
  'src/jobs': [...LANGUAGE, 'src/jobs', 'bullmq', 'ioredis', 'node-cron', 'zod', 'node:'],
  'src/deck': [
    ...LANGUAGE,
    'src/deck',
    'yaml',
    'zod',
    'diff',
    'csv-parse',
    'gift-pegjs',
    'fflate',
    'sql.js',
    'node:',
  ],
  'src/calendars': [...LANGUAGE, 'src/calendars', 'ical.js', 'node:'],
  'src/pictures': [...LANGUAGE, 'src/pictures', '@resvg/resvg-js', 'node:'],
  'src/settings': [...LANGUAGE, 'src/settings', 'yaml', 'zod', 'node:'],
  'src/ops': [...LANGUAGE, 'src/ops', 'pino', 'node:'],
  'src/platforms/terminal': [...LANGUAGE, 'src/platforms/terminal', 'node:'],
  // undici is Bolt's, but only as a dependency of ours does it stay apart from that of other packages.
  'src/platforms/slack': [...LANGUAGE, 'src/platforms/slack', '@slack/bolt', 'undici', 'node:'],
  'src/platforms/recorder': [...LANGUAGE, 'src/platforms/recorder'],
  'src/platforms/discord': [
    ...LANGUAGE,
    'src/platforms/discord',
    'discord.js',
    '@discordjs/ws',
    'node:',
  ],
};

/** What composes may import every part of ours, but no package: those have their homes in the layers. */
const COMPOSERS = ['src/main.ts', 'src/cli'];

/** What would make a rule depend on more than what it is given. */
const CLOCKS_AND_DICE = [
  /\b(?:new\s+Date|Date\s*\.\s*now|performance\s*\.\s*now|Temporal\s*\.\s*Now)\b/g,
  /(?<!new\s+)\bDate\s*\(/g,
  /\b(?:Math\s*\.\s*random|randomUUID|randomBytes|randomInt|getRandomValues)\b/g,
  /\bset(?:Timeout|Interval|Immediate)\b/g,
];
const ENVIRONMENT = [
  /\bprocess\s*(?:\?\.|\.|\[\s*['"`])\s*env\b/g,
  /\benv\b[^{}]*\}\s*=\s*process\b/g,
];

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const STATEMENT = /(?:^|[;}])\s*(?:import|export)\b(?:[^'"`;=()]*?\bfrom)?\s*(['"])([^'"]+)\1/gm;
const CALL = /\b(?:import|require)\s*\(\s*(?:(['"`])([^'"`]*)\1)?/g;

/** Everything that a file names in an import of any kind; of ours, by its path from the root. */
function importsOf({ path, text }: SourceFile): string[] {
  const found = [...text.matchAll(STATEMENT), ...text.matchAll(CALL)];
  return found.map(([, , target]) => {
    if (target === undefined) return 'something computed';
    return target.startsWith('.') ? posix.join(posix.dirname(path), target) : target;
  });
}

const inside = (target: string, root: string): boolean =>
  root.endsWith(':') ? target.startsWith(root) : target === root || target.startsWith(`${root}/`);

const insideAny = (target: string, roots: readonly string[]): boolean =>
  roots.some((root) => inside(target, root));

function straysIn(files: readonly SourceFile[], allowed: readonly string[]): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((target) => !insideAny(target, allowed))
      .map((target) => `${file.path} -> ${target}`),
  );
}

function matchesIn(files: readonly SourceFile[], patterns: readonly RegExp[]): string[] {
  return files.flatMap(({ path, text }) =>
    patterns
      .flatMap((pattern) => [...text.matchAll(pattern)])
      .map(([found]) => `${path}: ${found}`),
  );
}

function homelessAmong(paths: readonly string[]): string[] {
  return paths.filter((path) => !insideAny(path, [...COMPOSERS, ...Object.keys(LAYERS)]));
}

const paths = readdirSync('src', { recursive: true, encoding: 'utf8', withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name));

const sources: readonly SourceFile[] = paths
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const within = (...roots: readonly string[]): SourceFile[] =>
  sources.filter(({ path }) => insideAny(path, roots));

describe('layers', () => {
  it.each(Object.entries(LAYERS))('%s imports only what it may: %j', (layer, allowed) => {
    expect(within(layer), `${layer} is empty: a rule that checks nothing passes`).not.toEqual([]);
    expect(straysIn(within(layer), allowed)).toEqual([]);
  });

  it('are composed in main.ts and cli, which import no package', () => {
    expect(within('src/main.ts')).toHaveLength(1);
    expect(straysIn(within(...COMPOSERS), ['src', 'node:'])).toEqual([]);
  });

  it('cover every file outside main.ts and cli', () => {
    expect(homelessAmong(paths)).toEqual([]);
  });

  it('give every package that the product depends on a home', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const homes = new Set(Object.values(LAYERS).flat());
    expect(Object.keys(manifest.dependencies).filter((name) => !homes.has(name))).toEqual([]);
  });
});

describe('packages', () => {
  it.each([
    ['bullmq', ['src/jobs']],
    ['node-cron', ['src/jobs']],
    ['ioredis', ['src/store', 'src/jobs']],
    ['pino', ['src/ops']],
    ['ical.js', ['src/calendars']],
    ['@slack/bolt', ['src/platforms/slack']],
    ['@resvg/resvg-js', ['src/pictures']],
    ['sql.js', ['src/deck']],
    ['yaml', ['src/deck', 'src/settings']],
    ['zod', ['src/deck', 'src/settings', 'src/jobs']],
    ['temporal-polyfill', ['src/core']],
    ['ts-fsrs', ['src/core']],
    ['discord.js', ['src/platforms/discord']],
    ['@discordjs/ws', ['src/platforms/discord']],
  ])('such as %s are imported in %j and nowhere else', (name, homes) => {
    const importers = sources
      .filter((file) => importsOf(file).some((target) => inside(target, name)))
      .map(({ path }) => path);
    expect(importers.filter((path) => !insideAny(path, homes))).toEqual([]);
    expect(importers, `${name} is imported nowhere`).not.toEqual([]);
  });
});

describe('time, chance and the environment', () => {
  it('are given to the rules and the conversations, never taken', () => {
    const given = within('src/core', 'src/chat', 'src/features');
    expect(matchesIn(given, CLOCKS_AND_DICE)).toEqual([]);
  });

  it('are read from the environment in main.ts and cli only', () => {
    const readers = sources.filter(({ path }) => !insideAny(path, COMPOSERS));
    expect(matchesIn(readers, ENVIRONMENT)).toEqual([]);
  });
});

describe('the rules above', () => {
  const seeded = (text: string, path = 'src/core/seeded.ts'): SourceFile => ({ path, text });

  it.each([
    ["import { Queue } from 'bullmq';", 'bullmq'],
    ["import type { Queue } from 'bullmq';", 'bullmq'],
    ["import {\n  type Queue,\n  Worker,\n} from 'bullmq';", 'bullmq'],
    ["import Redis, { type RedisOptions } from 'ioredis';", 'ioredis'],
    ["import 'pino';", 'pino'],
    ["export * from '../store/index.ts';", 'src/store/index.ts'],
    ["import a from './a.ts'; import b from '../jobs/b.ts';", 'src/jobs/b.ts'],
    ["const later = await import('../main.ts');", 'src/main.ts'],
    ['const later = await import(`node:os`);', 'node:os'],
    ["function f(q: import('bullmq').Queue) {}", 'bullmq'],
    ['const any = await import(name);', 'something computed'],
    ["const fs = require('fs');", 'fs'],
  ])('find the import in %j', (text, target) => {
    expect(importsOf(seeded(text))).toContain(target);
  });

  it.each([
    "// import { Queue } from 'bullmq';",
    "/**\n * import { Queue } from 'bullmq';\n */",
    "export const from = 'bullmq';",
    "const reimport = important('bullmq');",
  ])('find no import in %j', (text) => {
    expect(importsOf(seeded(text))).toEqual([]);
  });

  it('name the file and what it may not import', () => {
    const leak = seeded("import { dayIn } from './day.ts';\nimport type { Job } from 'bullmq';\n");
    expect(straysIn([leak], LAYERS['src/core'] ?? [])).toEqual(['src/core/seeded.ts -> bullmq']);
    const sideways = seeded("import { deck } from '../deck/decks.ts';", 'src/store/seeded.ts');
    expect(straysIn([sideways], LAYERS['src/store'] ?? [])).toHaveLength(1);
  });

  it('name a file without a home', () => {
    const homeless = ['src/utils.ts', 'src/platforms/index.ts', 'src/corelike/a.ts', 'src/x.lua'];
    expect(homelessAmong(['src/main.ts', 'src/core/day.ts', ...homeless])).toEqual(homeless);
  });

  it.each([
    'const now = Date.now;',
    'new Date()',
    'performance.now()',
    'Math.random()',
    'Temporal.Now.instant()',
    'setTimeout(f, 1)',
  ])('find the clock or the dice in %j', (text) => {
    expect(matchesIn([seeded(text)], CLOCKS_AND_DICE)).toHaveLength(1);
  });

  const readers = ['process.env.PORT', "process['env']", 'const { env } = process;'];

  it.each(readers)('find the environment in %j', (text) => {
    expect(matchesIn([seeded(text)], ENVIRONMENT)).toHaveLength(1);
  });
});
