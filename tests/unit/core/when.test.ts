import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsFor } from '../../../src/chat/texts/index.ts';
import { asksOn, EVERY_DAY, type StudyDays } from '../../../src/core/schedule.ts';
import { readWhen } from '../../../src/core/when.ts';
import { always } from './made-up.ts';

const WORKDAYS = [1, 2, 3, 4, 5] as const;
const onDays = (days: readonly number[]): StudyDays =>
  ({ days, dates: null, months: null }) as unknown as StudyDays;

const whyNot = (text: string): string => {
  const read = readWhen(text);
  return 'kind' in read ? textsFor('en').when.misread(read) : 'read';
};

describe('Q12 a schedule in words', () => {
  it.each([
    ['weekdays 09:00', '09:00', WORKDAYS],
    ['09:00 weekdays', '09:00', WORKDAYS],
    ['09:00 daily', '09:00', EVERY_DAY],
    ['mon, wed and fri at 18:30', '18:30', [1, 3, 5]],
    ['every day at 9am', '09:00', EVERY_DAY],
    ['at 9 am on weekdays', '09:00', WORKDAYS],
    ['Every Monday and Thursday at 7:15 PM', '19:15', [1, 4]],
    ['12am daily', '00:00', EVERY_DAY],
    ['12:30 pm daily', '12:30', EVERY_DAY],
    ['mon-fri 9.00', '09:00', WORKDAYS],
    ['Monday to Friday, 18h30', '18:30', WORKDAYS],
    ['fri – sun noon', '12:00', [5, 6, 7]],
    ['weekends midnight', '00:00', [6, 7]],
    ["each day at 9 o'clock", '09:00', EVERY_DAY],
    ['1am daily', '01:00', EVERY_DAY],
    ['9  a.m daily', '09:00', EVERY_DAY],
    ['9 p.m. daily', '21:00', EVERY_DAY],
    ['9 p.m daily', '21:00', EVERY_DAY],
    ['mon  to  fri at 9:00', '09:00', WORKDAYS],
    ['mon -fri, 9:00', '09:00', WORKDAYS],
    ['mon- fri 9:00,', '09:00', WORKDAYS],
  ])('%j is %s on %j', (text, time, days) => {
    expect(readWhen(text)).toEqual({ time, days: onDays(days) });
  });

  it('may be a time alone or days alone', () => {
    expect(readWhen('10:30')).toEqual({ time: '10:30', days: null });
    expect(readWhen('tue thu')).toEqual({ time: null, days: onDays([2, 4]) });
    expect(readWhen('mon wed fri')).toEqual({ time: null, days: onDays([1, 3, 5]) });
  });

  it('is read up to its 200th character', () => {
    expect(readWhen(`${'mon '.repeat(50)}someday`)).toEqual({ time: null, days: onDays([1]) });
  });
});

describe('Q12 a schedule in five cron fields', () => {
  it.each([
    ['0 9 * * *', '09:00', onDays(EVERY_DAY)],
    ['0 9 * * 1-5', '09:00', onDays(WORKDAYS)],
    ['5 18 * * MON-FRI', '18:05', onDays(WORKDAYS)],
    ['0 9 * * mon,wed,5', '09:00', onDays([1, 3, 5])],
    ['0 9 * * 0', '09:00', onDays([7])],
    ['0 9 * * 7', '09:00', onDays([7])],
    ['0 9 * * 5-7', '09:00', onDays([5, 6, 7])],
    ['0 9 * * FRI-SUN', '09:00', onDays([5, 6, 7])],
    ['0 9 * * */2', '09:00', onDays([2, 4, 6, 7])],
    ['0 9 * * 1-5/2', '09:00', onDays([1, 3, 5])],
    ['00 09-09 * * *', '09:00', onDays(EVERY_DAY)],
    ['0 9 1,15 * *', '09:00', { days: EVERY_DAY, dates: [1, 15], months: null }],
    [
      '0 9 10/10 jan-mar,DEC *',
      '09:00',
      { days: EVERY_DAY, dates: [10, 20, 30], months: [1, 2, 3, 12] },
    ],
    ['0 9 13 * 5', '09:00', { days: [5], dates: [13], months: null }],
    ['0 9 1-31 1-12 1', '09:00', onDays(EVERY_DAY)],
    ['0 9 13 * 0-6', '09:00', onDays(EVERY_DAY)],
    ['0  9 * *  *', '09:00', onDays(EVERY_DAY)],
    ['0 9 15,1 * *', '09:00', { days: EVERY_DAY, dates: [1, 15], months: null }],
    ['0 9 1 */3 *', '09:00', { days: EVERY_DAY, dates: [1], months: [1, 4, 7, 10] }],
    ['0 9 31 1,2 *', '09:00', { days: EVERY_DAY, dates: [31], months: [1, 2] }],
    ['0 9 28,31 2 *', '09:00', { days: EVERY_DAY, dates: [28, 31], months: [2] }],
    ['0 9 29 2 *', '09:00', { days: EVERY_DAY, dates: [29], months: [2] }],
    ['0 9 31 2 1', '09:00', { days: [1], dates: [31], months: [2] }],
  ])('%j is %s on %j', (text, time, days) => {
    expect(readWhen(text)).toEqual({ time, days });
  });

  it('means either where both day fields are restricted', () => {
    const read = readWhen('0 9 13 * 5');
    if ('kind' in read || !read.days) throw new Error('misread');
    const november = Array.from(
      { length: 30 },
      (_, at) => `2026-11-${String(at + 1).padStart(2, '0')}`,
    );
    const asked = november.filter((day) => asksOn(read.days as StudyDays, day as never));
    expect(asked).toEqual(['2026-11-06', '2026-11-13', '2026-11-20', '2026-11-27']);
    expect(asksOn({ ...read.days, months: [12] }, '2026-11-13' as never)).toBe(false);
  });
});

describe('Q12 a refused schedule', () => {
  it.each([
    ['', 'There is no schedule: write words such as "weekdays 09:00", or five cron fields'],
    ['   ', 'There is no schedule'],
    ['9 * * 1-5', 'has five fields (minute, hour, day of the month, month, weekday), this has 4'],
    ['0 0 9 * * 1-5', 'this has 6: write "0 9 * * 1-5", for example.'],
    ['* *', 'this has 2'],
    ['H 9 * * *', 'H leaves the time to chance'],
    ['0 H(8-10) * * *', 'H leaves the time to chance'],
    ['@daily', '"@daily" is a word of some programs only: write "daily 00:00".'],
    ['@hourly', 'write "daily 09:00"'],
    ['0 9 ? * 1', '"?" in "?" is known to some programs only'],
    ['0 9 L * *', '"L" in "L" is known'],
    ['0 9 15W * *', '"5W" in "15W" is known'],
    ['0 9 * * 5L', 'is known to some programs only'],
    ['0 9 * * MON#2', '"#" in "MON#2" is known'],
    ['0 9 32 * *', '"32" is no day of the month'],
    ['0 24 * * *', '"24" is no hour'],
    ['60 9 * * *', '"60" is no minute'],
    ['0 9 * 13 *', '"13" is no month'],
    ['0 9 * * 8', '"8" is no weekday'],
    ['0 9 * * monday', '"monday" is no weekday'],
    ['0 9 * * 5-1', '"5-1" is no weekday'],
    ['0 9 * * 1/0', '"1/0" is no weekday'],
    ['0 9 0 * *', '"0" is no day of the month'],
    ['0 9 1.5 * *', '"1.5" is no day of the month'],
    ['0 9 1-2-3 * *', '"1-2-3" is no day of the month'],
    ['0 9 1-x * *', '"1-x" is no day of the month'],
    ['0 9 */2/3 * *', '"*/2/3" is no day of the month'],
    ['0 9 * march *', '"march" is no month'],
    ['5-0 9 * * *', '"5-0" is no minute'],
    ['0 9 1,,2 * *', '"1,,2" is no day of the month'],
    ['*/5 9 * * *', 'asks more than once a day: write one minute and one hour'],
    ['* * * * *', 'asks more than once a day'],
    ['0 9,17 * * *', 'asks more than once a day'],
    ['0 */6 * * *', 'asks more than once a day'],
    ['09:00 and 17:00 daily', 'asks more than once a day'],
    ['0 9 31 2 *', '"0 9 31 2 *" names a date that never comes'],
    ['0 9 31 4,6,9,11 *', 'never comes'],
    ['25:00 daily', '"25:00" is no time of day: write hours and minutes, such as 09:00.'],
    ['13pm daily', '"13pm" is no time of day'],
    ['0am daily', '"0am" is no time of day'],
    ['daily 9', '"9" is no time of day'],
    ['9 daily', '"9" is no time of day'],
    ['9 mon', '"9" is no time of day'],
    ['9 mondays wed thursdays', '"9" is no time of day'],
    ['9:00 mon/wed', '"mon/wed" names no days'],
    ['9:5', '"9:5" is no time of day'],
    ['someday 09:00', '"someday" names no days and no time'],
    ['09:00 UTC', '"utc" names no days and no time'],
    ['constructor', '"constructor" names no days'],
    ['at on', '"at on" names no days and no time'],
  ])('%j: %s', (text, why) => {
    expect(whyNot(text)).toContain(why);
  });

  it('is one sentence that says what to write, whatever is typed', () => {
    const word = fc.constantFrom(
      '*',
      '0',
      '9',
      '*/5',
      'H',
      '1-5',
      'mon',
      'L',
      '?',
      '@x',
      '09:00',
      'at',
      'x',
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 7 }).map((words) => words.join(' ')),
    );
    always(
      fc.property(typed, (text) => {
        const why = whyNot(text);
        if (why !== 'read') expect(why).toMatch(/^\S.*(?:: |\. |such as|has).*\.$/s);
      }),
    );
  });
});
