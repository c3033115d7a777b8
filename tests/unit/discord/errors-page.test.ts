import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const codesIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, codes = '']) => codes.match(/\b\d{5,6}\b/g) ?? []);

it('P6 docs/discord.md says what follows each code that the adapter knows', () => {
  const known = codesIn(
    readFileSync('src/platforms/discord/errors.ts', 'utf8'),
    /^ {2}(\d{5,6}): \{/gm,
  );
  expect(known.length).toBeGreaterThan(15);
  const told = codesIn(readFileSync('docs/discord.md', 'utf8'), /^\| ([\d, a-z]+) \|/gm);
  expect(known.filter((code) => !told.includes(code))).toEqual([]);
});
