import type { CommandIntent, FormIntent, Origin } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Line, type Reply, textView, type View } from '../chat/view.ts';
import { type DailyValues, dailiesView, dailyForm, dailyView } from '../chat/views/daily.ts';
import { NO_COURSE } from '../core/course.ts';
import { comingQuestions, type Daily } from '../core/daily.ts';
import { dayIn, type Instant } from '../core/day.ts';
import { dailyId } from '../core/ids.ts';
import { closingTime } from '../core/round.ts';
import { type Due, daysInWords } from '../core/schedule.ts';
import { readDailyValues } from './daily-values.ts';
import type { Parts } from './parts.ts';
import type { Planner } from './plan.ts';

/** How many coming questions a preview shows. */
const PREVIEW = 5;

/** What the orders need: the parts, and a planner so that a change shows at once. */
export interface DailyParts extends Parts {
  readonly planner: Planner;
}

/** The orders about questions that were asked; they have files of their own. */
type CorrectionCommand = 'daily void' | 'daily rekey' | 'daily history';
type DailyCommand = Exclude<
  Extract<CommandIntent['command'], `daily ${string}`>,
  CorrectionCommand
>;

const onlyMe = (view: View): Reply => ({ kind: 'view', view, seenBy: 'only me' });

function refused(texts: Texts, ...lines: readonly Line[]): Reply {
  return onlyMe(textView('refusal', texts.daily.notSetUp, ...lines));
}

/** Every `/daily …` order. The caller has seen to it that an organiser gives it. */
export async function dailyCommand(
  parts: DailyParts,
  intent: CommandIntent & { readonly command: DailyCommand },
): Promise<Reply> {
  const texts = textsFor(intent.locale);
  if (intent.command === 'daily setup') return setup(parts, intent, texts);
  if (intent.command === 'daily list') return list(parts, intent, texts);
  const daily = await named(parts, intent, intent.options['daily'], texts);
  if ('kind' in daily) return daily;
  switch (intent.command) {
    case 'daily edit':
      return edit(parts, intent, daily, texts);
    case 'daily pause':
      return pause(parts, daily, texts);
    case 'daily resume':
      return resume(parts, daily, texts);
    case 'daily remove':
      return remove(parts, daily, texts);
    case 'daily preview':
      return onlyMe(await shown(parts, texts.daily.preview(daily.id), daily, texts));
    case 'daily now':
      return postNow(parts, daily, texts);
  }
}

/** A filled form of `/daily setup` or `/daily edit`. */
export async function dailyFormFilled(parts: DailyParts, intent: FormIntent): Promise<Reply> {
  const texts = textsFor(intent.locale);
  if (intent.form === 'daily-setup') {
    return create(parts, intent, { ...(await defaults(parts, intent)), ...intent.values }, texts);
  }
  const daily = await named(parts, intent, intent.subject ?? undefined, texts);
  if ('kind' in daily) return daily;
  return change(parts, daily, { ...valuesOf(daily), ...intent.values }, texts);
}

/** "Post the first question now" and `/daily now`: the day's occurrence, due at once. */
export async function postNowPressed(
  parts: DailyParts,
  intent: Origin,
  id: string,
): Promise<Reply> {
  const texts = textsFor(intent.locale);
  const daily = await named(parts, intent, id, texts);
  return 'kind' in daily ? daily : postNow(parts, daily, texts);
}

/** A community's very first daily, made without anybody's order; its first question is posted at once. */
export async function firstDaily(
  parts: DailyParts,
  where: Pick<Daily, 'community' | 'channel'>,
  values: DailyValues,
): Promise<void> {
  if (await parts.store.dailies.everHad(where.community)) return;
  const read = readDailyValues(parts.decks, values, textsFor('en'));
  if (read.kind === 'misread') throw new Error(`the first daily: ${read.problems.join(' ')}`);
  const since = parts.clock.now();
  const daily = await parts.store.dailies.create({
    ...where,
    ...read.order,
    course: NO_COURSE,
    organiser: null,
    since,
    paused: false,
  });
  await callForward(parts, daily);
}

async function setup(parts: DailyParts, intent: CommandIntent, texts: Texts): Promise<Reply> {
  const values = { ...(await defaults(parts, intent)), ...intent.options };
  if (Object.keys(intent.options).length > 0) return create(parts, intent, values, texts);
  return { kind: 'form', form: dailyForm(null, values, deckNames(parts), texts) };
}

/** What stands in an empty form: what the community does already, or the operator's usual. */
async function defaults(parts: DailyParts, { community }: Origin): Promise<DailyValues> {
  const dailies = await parts.store.dailies.list(community);
  const like = dailies[0];
  if (like) return valuesOf(like);
  const deck = deckNames(parts)[0] ?? '';
  return { at: '09:00', days: 'weekdays', zone: parts.homeZone, deck };
}

function valuesOf({ schedule, deck }: Daily): DailyValues {
  return {
    at: schedule.time,
    days: daysInWords(schedule.days),
    zone: schedule.zone,
    deck,
  };
}

function deckNames(parts: Parts): string[] {
  return parts.decks.list().map(({ id }) => id);
}

async function create(
  parts: DailyParts,
  { community, channel, member }: Origin,
  values: DailyValues,
  texts: Texts,
): Promise<Reply> {
  const read = readDailyValues(parts.decks, values, texts);
  if (read.kind === 'misread') return refused(texts, ...read.problems);
  const since = parts.clock.now();
  const draft = {
    community,
    channel,
    ...read.order,
    course: NO_COURSE,
    organiser: member,
    since,
    paused: false,
  };
  const daily = await parts.store.dailies.create(draft);
  await parts.planner.look(community);
  const view = await shown(parts, texts.daily.isSetUp(daily.id), daily, texts);
  const press = { kind: 'post now', daily: daily.id } as const;
  return onlyMe({ ...view, actions: [{ label: texts.daily.postNow, press }] });
}

async function edit(
  parts: DailyParts,
  intent: CommandIntent,
  daily: Daily,
  texts: Texts,
): Promise<Reply> {
  const { daily: _named, ...given } = intent.options;
  const values = { ...valuesOf(daily), ...given };
  if (Object.keys(given).length > 0) return change(parts, daily, values, texts);
  return { kind: 'form', form: dailyForm(daily.id, values, deckNames(parts), texts) };
}

async function change(
  parts: DailyParts,
  daily: Daily,
  values: DailyValues,
  texts: Texts,
): Promise<Reply> {
  const read = readDailyValues(parts.decks, values, texts);
  if (read.kind === 'misread') return refused(texts, ...read.problems);
  const since = parts.clock.now();
  const changed: Daily = { ...daily, ...read.order, since, revision: daily.revision + 1 };
  const closesAt = await closingAfterEdit(parts, changed);
  const title = texts.daily.isEdited(daily.id);
  const view = await shown(parts, title, changed, texts);
  return replaced(parts, daily, changed, closesAt, texts, view);
}

/** An open round now closes when the new schedule falls due next; null where there is none. */
async function closingAfterEdit(parts: DailyParts, changed: Daily): Promise<Instant | null> {
  const now = parts.clock.now();
  const open = await parts.store.rounds.open(changed.community, changed.id, now);
  if (!open) return null;
  const [next] = comingQuestions(changed, now, open.day, 1);
  return closingTime(open.openedAt, next?.at ?? null, parts.rules.closesAfter);
}

async function pause(parts: DailyParts, daily: Daily, texts: Texts): Promise<Reply> {
  if (daily.paused) return refused(texts, texts.daily.wasPaused(daily.id));
  const now = parts.clock.now();
  const changed = { ...daily, paused: true, since: now, revision: daily.revision + 1 };
  const view = textView('news', texts.daily.isPaused(daily.id), texts.daily.pausedNote);
  return replaced(parts, daily, changed, now, texts, view);
}

async function resume(parts: DailyParts, daily: Daily, texts: Texts): Promise<Reply> {
  if (!daily.paused) return refused(texts, texts.daily.wasRunning(daily.id));
  const since = parts.clock.now();
  const changed = { ...daily, paused: false, since, revision: daily.revision + 1 };
  const view = await shown(parts, texts.daily.isResumed(daily.id), changed, texts);
  return replaced(parts, daily, changed, null, texts, view);
}

async function replaced(
  parts: DailyParts,
  read: Daily,
  changed: Daily,
  closesAt: Instant | null,
  texts: Texts,
  view: View,
): Promise<Reply> {
  const done = await parts.store.dailies.replace(read, changed, closesAt);
  if (!done) return refused(texts, texts.daily.changedMeanwhile);
  await parts.planner.look(read.community);
  return onlyMe(view);
}

async function remove(parts: DailyParts, daily: Daily, texts: Texts): Promise<Reply> {
  const done = await parts.store.dailies.remove(daily, parts.clock.now());
  if (!done) return refused(texts, texts.daily.changedMeanwhile);
  await parts.planner.look(daily.community);
  return onlyMe(textView('news', texts.daily.isRemoved(daily.id), texts.daily.removedNote));
}

async function list(parts: DailyParts, { community }: Origin, texts: Texts): Promise<Reply> {
  const dailies = await parts.store.dailies.list(community);
  const rows = dailies.map(async (daily) => {
    const [next = null] = await coming(parts, daily, 1);
    return { daily, next };
  });
  return onlyMe(dailiesView(await Promise.all(rows), texts));
}

async function shown(parts: Parts, title: string, daily: Daily, texts: Texts): Promise<View> {
  return dailyView(title, daily, await coming(parts, daily, PREVIEW), texts);
}

async function coming(parts: Parts, daily: Daily, count: number): Promise<Due[]> {
  const posted = await parts.store.ledger.lastPosted(daily.community, daily.id);
  return comingQuestions(daily, parts.clock.now(), posted, count);
}

async function postNow(parts: DailyParts, daily: Daily, texts: Texts): Promise<Reply> {
  if (daily.paused) return refused(texts, texts.daily.nowPaused(daily.id));
  const called = await callForward(parts, daily);
  if (!called) return refused(texts, texts.daily.nowDone);
  return onlyMe(textView('news', texts.daily.nowComing));
}

async function callForward(parts: DailyParts, daily: Daily): Promise<boolean> {
  const now = parts.clock.now();
  const { ledger } = parts.store;
  const due = { day: dayIn(daily.schedule.zone, now), at: now };
  const posted = await ledger.lastPosted(daily.community, daily.id);
  if (posted !== null && due.day <= posted) return false;
  const called = await ledger.callForward(daily, due);
  if (called) await parts.planner.look(daily.community);
  return called;
}

/** The daily that is meant: the one named, or the only one there is; else a refusal. */
export async function named(
  parts: Parts,
  { community }: Origin,
  given: string | undefined,
  texts: Texts,
): Promise<Daily | Reply> {
  const dailies = await parts.store.dailies.list(community);
  const names = dailies.map(({ id }) => id);
  const only = dailies.length === 1 ? dailies[0] : undefined;
  if (names.length === 0) return refused(texts, texts.daily.none);
  if (given === undefined) return only ?? refused(texts, texts.daily.which(names));
  const id = dailyId.parse(given.toLowerCase());
  return (
    dailies.find((daily) => daily.id === id) ?? refused(texts, texts.daily.unknown(given, names))
  );
}
