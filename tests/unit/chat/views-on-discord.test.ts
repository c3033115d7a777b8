import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandsOn } from '../../../src/chat/commands/index.ts';

const VIEWS = 'src/chat/views';
const PAGES = 'docs/views';

const textOf = (folder: string, begin: string): string =>
  readdirSync(folder)
    .filter((name) => name.startsWith(begin))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, name = '']) => name.split(', '));

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

const pages = textOf(PAGES, 'discord');

it('every view of the product is shown in docs/views, and no other is named there', () => {
  const made = found(textOf(VIEWS, ''), /^export function (\w+(?:View|Notice|Form))\(/gm);
  expect(made.length).toBeGreaterThan(50);
  expect(unique(found(pages, /^Made by `([\w, ]+)`\.$/gm))).toEqual(unique(made));
});

it('what follows every command is shown in docs/views', () => {
  const headings = found(pages, /^## (\/[^:]+)/gm);
  const lacking = commandsOn('discord')
    .map(({ path }) => `/${path}`)
    .filter((path) => !headings.some((heading) => heading.startsWith(path)));
  expect(lacking).toEqual([]);
});
