import { describe, expect, it } from 'vitest';
import {
  holidayParts,
  holidaysInWords,
  parseDate,
  parseTerm,
  termInWords,
} from '../../../src/core/course-words.ts';
import type { Day } from '../../../src/core/day.ts';

const day = (text: string): Day => text as Day;

describe('a date of a course', () => {
  it.each(['2000-01-01', '2199-12-31', ' 2026-12-24 '])('is %j', (text) => {
    expect(parseDate(text)).toBe(text.trim());
  });

  it.each(['1999-12-31', '2200-01-01', '2026-02-30', 'today', ''])('is not %j', (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

describe('the words of a course', () => {
  it('may have spaces around them', () => {
    expect(parseTerm('  none ')).toEqual({ starts: null, ends: null });
    expect(parseTerm(' .. 2027-01-31 ')).toEqual({ starts: null, ends: '2027-01-31' });
    expect(parseTerm('2026-10-01 .. ')).toEqual({ starts: '2026-10-01', ends: null });
    for (const written of ['2026-12-21..2026-12-24', '2026-12-21.. 2026-12-24']) {
      expect(holidayParts(written)).toEqual(['2026-12-21..2026-12-24']);
      expect(holidayParts(written.replace('..', ' ..'))).toEqual(['2026-12-21..2026-12-24']);
    }
  });

  it.each(['a..', 'a..2027-01-31', '2026-10-01..2026-10-02..2026-10-03'])(
    'are no term: %j',
    (text) => {
      expect(parseTerm(text)).toBeNull();
    },
  );

  it('are as short as can be', () => {
    expect(holidaysInWords([])).toBe('none');
    const [first, last] = [day('2026-12-21'), day('2026-12-24')];
    const span = { first, last };
    expect(holidaysInWords([{ first: last, last }, span])).toBe(
      '2026-12-24, 2026-12-21..2026-12-24',
    );
    expect(termInWords({ starts: first, ends: null })).toBe('2026-12-21..');
    expect(termInWords({ starts: null, ends: last })).toBe('..2026-12-24');
  });
});
