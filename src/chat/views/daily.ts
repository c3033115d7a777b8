import type { Daily } from '../../core/daily.ts';
import type { Instant } from '../../core/day.ts';
import { type Due, daysInWords, type Zone } from '../../core/schedule.ts';
import type { Texts } from '../texts/index.ts';
import { type Form, type Inline, type Line, textView, type View } from '../view.ts';

/** When a daily asks, in one line. */
function summary({ schedule, deck, paused, suspended }: Daily, texts: Texts): string {
  const { days, time, zone } = schedule;
  const line = texts.daily.summary(daysInWords(days), time, zone, deck);
  return paused ? line + texts.daily.paused(suspended) : line;
}

const moment = (daily: Daily, { at }: Due): Inline => ({
  kind: 'moment',
  at,
  zone: daily.schedule.zone,
});

/** A daily after a change or for a preview: what it is and when it asks next. */
export function dailyView(title: string, daily: Daily, coming: readonly Due[], texts: Texts): View {
  const view = textView('news', title, summary(daily, texts));
  if (coming.length === 0) return view;
  return {
    ...view,
    blocks: [
      ...view.blocks,
      { kind: 'text', line: texts.daily.nextRuns },
      { kind: 'list', items: coming.map((due) => [moment(daily, due)]) },
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

/** What stands in the form at first. */
export interface DailyValues {
  readonly at: string;
  readonly days: string;
  readonly zone: string;
  readonly deck: string;
}

/** The form behind `/daily setup` and, with a daily, `/daily edit`. */
export function dailyForm(
  daily: string | null,
  values: DailyValues,
  decks: readonly string[],
  texts: Texts,
): Form {
  const { fields } = texts.daily;
  const field = (name: keyof DailyValues, hint: string = fields[name][1]) => ({
    name,
    label: fields[name][0],
    hint,
    value: values[name],
  });
  return {
    name: daily === null ? 'daily-setup' : 'daily-edit',
    subject: daily,
    title: daily === null ? texts.daily.setupTitle : texts.daily.editTitle(daily),
    fields: [field('at'), field('days'), field('zone'), field('deck', texts.daily.decks(decks))],
  };
}
