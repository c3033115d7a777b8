import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = 'src/deck/formats';
const PACKAGES = ['csv-parse/sync', 'gift-pegjs', 'fflate', 'sql.js'];

const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => readFileSync(join(FOLDER, file), 'utf8'));

describe('the packages that read and write other formats', () => {
  it.each(PACKAGES)('such as %s are loaded only when they are needed', (name) => {
    const quoted = name.replace('.', '\\.');
    const atOnce = new RegExp(`^import (?!type )[^;]*from '${quoted}'`, 'm');
    expect(sources.filter((text) => atOnce.test(text))).toEqual([]);
    expect(sources.some((text) => text.includes(`await import('${name}')`))).toBe(true);
  });
});
