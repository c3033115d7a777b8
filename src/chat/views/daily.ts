import type { Course } from '../../core/course.ts';
import { holidaysInWords, NOTHING, termInWords } from '../../core/course-words.ts';
import type { Daily } from '../../core/daily.ts';
import { dayIn, type Instant } from '../../core/day.ts';
import type { Due, Zone } from '../../core/schedule.ts';
import { whenInWords } from '../../core/when.ts';
import type { Texts } from '../texts/index.ts';
import { type Form, type Inline, type Line, textView, type View } from '../view.ts';

/** More of them are counted, not listed: a form's field holds only so much (characters). */
const LONGEST_LIST = 1_000;

/** When a daily asks, in one line. */
function summary({ schedule, deck, paused, suspended }: Daily, texts: Texts): string {
  const line = texts.daily.summary(whenInWords(schedule), schedule.zone, deck);
  return paused ? line + texts.daily.paused(suspended) : line;
}

/** The term, the exam and the holidays in one line; null where there are none. */
function courseLine({ starts, ends, holidays, exam }: Course, texts: Texts): string | null {
  const parts = [
    starts === null && ends === null ? '' : texts.course.term(starts, ends),
    exam === null ? '' : texts.course.exam(exam),
    holidays.length === 0 ? '' : texts.course.holidays(holidaysShown(holidays, texts)),
  ].filter(Boolean);
  return parts.length === 0 ? null : parts.join(' · ');
}

function holidaysShown(holidays: Course['holidays'], texts: Texts): string {
  const list = holidaysInWords(holidays);
  return list.length > LONGEST_LIST ? texts.course.manyHolidays(holidays.length) : list;
}

const moment = (daily: Daily, { at }: Due): Inline => ({
  kind: 'moment',
  at,
  zone: daily.schedule.zone,
});

/** The moment, and the study day where the clocks show another date by then. */
function dueLine(daily: Daily, due: Due, texts: Texts): Line {
  const isItsDay = dayIn(daily.schedule.zone, due.at) === due.day;
  return isItsDay ? [moment(daily, due)] : [moment(daily, due), texts.course.forDay(due.day)];
}

/** A daily after a change or for a preview: what it is and when it asks next. */
export function dailyView(title: string, daily: Daily, coming: readonly Due[], texts: Texts): View {
  const course = courseLine(daily.course, texts);
  const lines = course === null ? [] : [course];
  const view = textView('news', title, summary(daily, texts), ...lines);
  if (coming.length === 0) {
    return daily.paused
      ? view
      : textView('news', title, summary(daily, texts), ...lines, texts.course.asksNoMore);
  }
  return {
    ...view,
    blocks: [
      ...view.blocks,
      { kind: 'text', line: texts.daily.nextRuns },
      { kind: 'list', items: coming.map((due) => dueLine(daily, due, texts)) },
    ],
  };
}

/** `/daily list`. */
export function dailiesView(
  dailies: readonly { readonly daily: Daily; readonly next: Due | null }[],
  texts: Texts,
): View {
  if (dailies.length === 0) {
    return textView('news', texts.daily.listTitle, texts.daily.none);
  }
  const items = dailies.map(({ daily, next }): Line => {
    const name: Inline = { kind: 'strong', text: `${daily.id} ` };
    const line: Inline[] = [name, summary(daily, texts)];
    return next ? [...line, ' → ', moment(daily, next)] : line;
  });
  return { ...textView('news', texts.daily.listTitle), blocks: [{ kind: 'list', items }] };
}

/** The list where the store has lost what it held: nobody is left to wonder where a streak went. */
export function withLoss(view: View, at: Instant, zone: Zone, texts: Texts): View {
  const { lossBefore, lossAfter } = texts.daily;
  const line: Line = [lossBefore, { kind: 'moment', at, zone }, lossAfter];
  return { ...view, blocks: [...view.blocks, { kind: 'text', line }] };
}

const FIELDS = ['when', 'zone', 'deck', 'term', 'holidays'] as const;

/** What organisers write about a daily; what is absent or empty stays as it is. */
export type DailyValues = Readonly<
  Partial<Record<(typeof FIELDS)[number] | 'exam' | 'channel', string>>
>;

/** What stands in the form's fields. */
export type FormValues = Readonly<Record<(typeof FIELDS)[number], string>>;

/** What stands in the form of a daily that is so. */
export function formValues(
  { schedule, deck, course }: Pick<Daily, 'schedule' | 'deck' | 'course'>,
  texts: Texts,
): FormValues {
  const term = termInWords(course);
  return {
    when: whenInWords(schedule),
    zone: schedule.zone,
    deck,
    term: term === NOTHING ? '' : term,
    holidays: course.holidays.length === 0 ? '' : holidaysShown(course.holidays, texts),
  };
}

/** The form behind `/daily setup` and `/daily edit`; `daily`: the one to edit or to continue. */
export function dailyForm(
  name: Form['name'],
  daily: string | null,
  values: FormValues,
  decks: readonly string[],
  texts: Texts,
): Form {
  const { fields } = texts.daily;
  return {
    name,
    subject: daily,
    title: name === 'daily-setup' ? texts.daily.setupTitle : texts.daily.editTitle(daily ?? ''),
    fields: FIELDS.map((field) => ({
      name: field,
      label: fields[field][0],
      hint: field === 'deck' ? texts.daily.decks(decks) : fields[field][1],
      value: values[field],
      ...(field === 'when' ? {} : { optional: true as const }),
    })),
  };
}
