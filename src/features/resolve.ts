import type { CommandIntent, Origin } from '../chat/intent.ts';
import { FATES, type Fate } from '../chat/press.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import { unresolvedView } from '../chat/views/resolve.ts';
import { type Day, parseDay } from '../core/day.ts';
import type { DailyId } from '../core/ids.ts';
import type { UnknownOccurrence } from '../ports/ledger.ts';
import { callForwardToday, type DailyParts } from './daily.ts';

const onlyMe = (view: View): Reply => ({ kind: 'view', view, seenBy: 'only me' });

/** What an organiser says about a question of which nobody knows whether it stands. */
interface Ruling {
  readonly daily: DailyId;
  readonly day: Day;
  readonly fate: Fate;
}

/** `/daily resolve`: the open cases, or a word on one of them. */
export async function resolveCommand(parts: DailyParts, intent: CommandIntent): Promise<Reply> {
  const { daily, day, as } = intent.options;
  const fate = FATES.find((known) => known === as?.toLowerCase()) ?? null;
  const parsed = day === undefined ? null : parseDay(day);
  const texts = textsFor(intent.locale);
  if (day !== undefined && parsed === null) {
    return onlyMe(textView('refusal', texts.daily.notSetUp, texts.resolve.badDay(day)));
  }
  const open = await parts.store.ledger.unresolved(intent.community);
  const meant = open.filter(
    (row) =>
      (daily === undefined || row.daily === daily) && (parsed === null || row.day === parsed),
  );
  const [only] = meant;
  if (fate !== null && only && meant.length === 1) {
    return settle(parts, intent, only, fate, texts);
  }
  const view = unresolvedView(meant, texts);
  // A word on none of them, or on several, settles nothing.
  return onlyMe(fate === null ? view : { ...view, tone: 'refusal' });
}

/** A button under it. */
export async function resolvePressed(
  parts: DailyParts,
  intent: Origin,
  { daily, day, fate }: Ruling,
): Promise<Reply> {
  const texts = textsFor(intent.locale);
  const open = await parts.store.ledger.unresolved(intent.community);
  const meant = open.find((row) => row.daily === daily && row.day === day);
  if (!meant) return onlyMe(textView('refusal', texts.daily.notSetUp, texts.resolve.settled));
  return settle(parts, intent, meant, fate, texts);
}

async function settle(
  parts: DailyParts,
  { community }: Origin,
  row: UnknownOccurrence,
  fate: Fate,
  texts: Texts,
): Promise<Reply> {
  const { ledger } = parts.store;
  const title = texts.resolve.done(row.daily, row.day);
  if (fate === 'posted') {
    const done = await ledger.stands(row, community);
    if (!done) return onlyMe(textView('refusal', texts.daily.notSetUp, texts.resolve.settled));
    return onlyMe(textView('news', title, texts.resolve.stands));
  }
  const reason = 'an organiser found that it was not posted';
  if (!(await ledger.missing(row, community, reason))) {
    return onlyMe(textView('refusal', texts.daily.notSetUp, texts.resolve.answered));
  }
  if (fate === 'missing') return onlyMe(textView('news', title, texts.resolve.missing));
  return onlyMe(textView('news', title, await again(parts, community, row, texts)));
}

/** Another try, where the day is still today. */
async function again(
  parts: DailyParts,
  community: Origin['community'],
  row: UnknownOccurrence,
  texts: Texts,
): Promise<string> {
  const daily = await parts.store.dailies.get(community, row.daily);
  if (!daily || daily.paused) return texts.resolve.notRunning;
  const called = await callForwardToday(parts, daily, row.day);
  return called ? texts.resolve.again : texts.resolve.dayIsOver;
}
