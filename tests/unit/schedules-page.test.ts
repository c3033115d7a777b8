import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { holidayParts, parseDate, parseSpan, parseTerm } from '../../src/core/course-words.ts';
import { readWhen } from '../../src/core/when.ts';
import { settings } from './settings/loading.ts';

const page = readFileSync('docs/schedules.md', 'utf8');

/** The rows of a table of the page, without their back quotes, by what its head begins with. */
function rowsOf(head: string): string[][] {
  const lines = page.split('\n');
  const from = lines.indexOf(head);
  if (from < 0) throw new Error(`docs/schedules.md has no table ${head}`);
  const rows = lines.slice(from + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| |`| \|$/g, '')));
}

describe('docs/schedules.md', () => {
  it.each(rowsOf('| `when` | asks |'))('has the schedule %j, which is read', (when) => {
    expect(readWhen(when)).toMatchObject({ time: expect.any(String), days: expect.anything() });
  });

  it.each(rowsOf('| not taken | because |'))('has %j, which is refused: %s', (when) => {
    expect(readWhen(when)).toHaveProperty('kind');
  });

  it('has terms, holidays and exams that are read', () => {
    const rows = rowsOf('| option | example | |');
    expect(rows.map(([option]) => option)).toEqual(['term', 'holidays', 'holidays', 'exam']);
    const [term = '', spans = '', calendar = '', exam = ''] = rows.map(([, example]) => example);
    expect(parseTerm(term)).not.toBeNull();
    expect(holidayParts(spans).map(parseSpan)).not.toContain(null);
    expect(holidayParts(calendar).map((part) => parseSpan(part) !== null)).toEqual([false, true]);
    expect(parseDate(exam)).not.toBeNull();
  });

  it('has dailies that the settings take, as the comment in config/hypercall.yaml', () => {
    const [, yaml = ''] = /```yaml\n(.*?)```/s.exec(page) ?? [];
    expect(settings(yaml).dailies).toHaveLength(1);
    const config = readFileSync('config/hypercall.yaml', 'utf8');
    const commented = config.split('\n').filter((line) => /^# {3}/.test(line));
    const entry = commented.slice(commented.findIndex((line) => line.includes('- name:')));
    expect(
      settings(`dailies:\n${entry.map((line) => line.slice(1)).join('\n')}\n`).dailies,
    ).toEqual(settings(yaml).dailies);
  });
});
