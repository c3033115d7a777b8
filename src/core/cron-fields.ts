import { EVERY_DAY, type StudyDays, type TimeOfDay } from './schedule.ts';
import type { WhenFault } from './when.ts';

/** The five fields, in their order. */
type FieldName = 'minute' | 'hour' | 'day of the month' | 'month' | 'weekday';

interface Field {
  readonly name: FieldName;
  readonly from: number;
  readonly to: number;
  /** What may be written for `from`, `from` + 1 and so on. */
  readonly names: readonly string[];
}

const FIELDS: readonly Field[] = [
  { name: 'minute', from: 0, to: 59, names: [] },
  { name: 'hour', from: 0, to: 23, names: [] },
  { name: 'day of the month', from: 1, to: 31, names: [] },
  {
    name: 'month',
    from: 1,
    to: 12,
    names: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
  },
  // Sunday is 0 and 7.
  { name: 'weekday', from: 0, to: 7, names: 'sun mon tue wed thu fri sat'.split(' ') },
];

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `null`: any. */
type Values = readonly number[] | null;

/** `0 9 * * 1-5`: once a day at most, or why not. */
export function readCronFields(text: string): (StudyDays & { time: TimeOfDay }) | WhenFault {
  const words = text.split(/\s+/);
  if (words.length !== FIELDS.length) return { kind: 'fields', count: words.length };
  const values: Values[] = [];
  for (const [at, field] of FIELDS.entries()) {
    const read = readField(words[at] as string, field);
    if (read !== null && 'kind' in read) return read;
    values.push(read);
  }
  const [minutes, hours, dates, months, weekdays] = values as [
    Values,
    Values,
    Values,
    Values,
    Values,
  ];
  const minute = minutes?.length === 1 ? minutes[0] : undefined;
  const hour = hours?.length === 1 ? hours[0] : undefined;
  if (minute === undefined || hour === undefined) return { kind: 'several', text };
  const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':') as TimeOfDay;
  const days = studyDays(dates, months, weekdays);
  return comes(days) ? { time, ...days } : { kind: 'never', text };
}

/** Where both day fields are restricted, a day of either kind will do: so any day in one means any day. */
function studyDays(dates: Values, months: Values, weekdays: Values): StudyDays {
  const days =
    weekdays && EVERY_DAY.filter((day) => weekdays.includes(day % 7) || weekdays.includes(day));
  const isAnyDate = dates?.length === 31;
  const isAnyWeekday = days?.length === EVERY_DAY.length;
  return {
    days: days && !isAnyDate ? days : EVERY_DAY,
    dates: isAnyDate || isAnyWeekday ? null : dates,
    months: months?.length === 12 ? null : months,
  };
}

/** False for the 31st of February and its like. */
function comes({ days, dates, months }: StudyDays): boolean {
  if (!dates || !months || days.length < EVERY_DAY.length) return true;
  const longest = Math.max(...months.map((month) => LONGEST_MONTHS[month - 1] as number));
  return Math.min(...dates) <= longest;
}

function readField(text: string, field: Field): Values | WhenFault {
  if (text === '*') return null;
  const values = new Set<number>();
  for (const element of text.toLowerCase().split(',')) {
    const span = spanOf(element, field);
    if (!span) return faultOf(text, field);
    for (let value = span.first; value <= span.last; value += span.step) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

// `5`, `mon-fri`, `*/2`, `10-20/5`, `10/5`; null for anything else.
function spanOf(element: string, field: Field) {
  const [, written = '', stepText = ''] = /^([^/]+)(?:\/(\d{1,2}))?$/.exec(element) ?? [];
  const ends = written === '*' ? everything(field) : endsOf(written, field, stepText !== '');
  const step = stepText === '' ? 1 : Number(stepText);
  return ends && step > 0 && ends.first <= ends.last ? { ...ends, step } : null;
}

/** Sunday once. */
const everything = ({ from, to }: Field) => ({ first: from, last: to === 7 ? 6 : to });

function endsOf(written: string, field: Field, isStepped: boolean) {
  const [first, last, ...rest] = written.split('-').map((text) => valueIn(text, field));
  if (first === undefined || first === null || last === null || rest.length > 0) return null;
  if (last === undefined) return { first, last: isStepped ? field.to : first };
  // Sunday ends a week as well as it begins one.
  return { first, last: last === 0 && field.to === 7 ? 7 : last };
}

function valueIn(text: string, { from, to, names }: Field): number | null {
  const named = names.indexOf(text);
  if (named >= 0) return named + from;
  const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : null;
}

function faultOf(text: string, { name }: Field): WhenFault {
  if (/^h(?:$|[/(])/i.test(text)) return { kind: 'hash' };
  const sign = /[?#]|\bLW?\b|\d[LW]\b|(?:MON|TUE|WED|THU|FRI|SAT|SUN)L\b/i.exec(text);
  return sign ? { kind: 'sign', text, sign: sign[0] } : { kind: 'field', name, text };
}
