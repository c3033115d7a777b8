import type { CommandIntent, Origin } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import { type DailyValues, dailiesView, withLoss } from '../chat/views/daily.ts';
import { isFree } from '../core/course.ts';
import type { Daily } from '../core/daily.ts';
import { type Day, dayIn, type Instant } from '../core/day.ts';
import { basics, draftOf, edit, setup } from './daily-setup.ts';
import {
  coming,
  type DailyParts,
  inSettings,
  named,
  onlyMe,
  refused,
  shown,
} from './daily-shown.ts';
import { readDailyValues } from './daily-values.ts';

export type { DailyParts } from './daily-shown.ts';

/** The orders about questions that were asked; they have files of their own. */
type CorrectionCommand = 'daily void' | 'daily rekey' | 'daily history';
type DailyCommand = Exclude<
  Extract<CommandIntent['command'], `daily ${string}`>,
  CorrectionCommand | 'daily resolve' | 'daily organisers'
>;

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

/**
 * A community's very first daily, made without anybody's order.
 * @param asksAtOnce posts its first question now: not where an emptied store may have forgotten that one stands
 */
export async function firstDaily(
  parts: DailyParts,
  where: Pick<Daily, 'community' | 'channel'>,
  values: DailyValues,
  asksAtOnce: boolean,
): Promise<void> {
  if (await parts.store.dailies.everHad(where.community)) return;
  const before = { channel: where.channel, ...basics(parts) };
  const read = readDailyValues(parts, values, before, textsFor('en'));
  if (read.kind === 'misread') throw new Error(`the first daily: ${read.problems.join(' ')}`);
  const draft = draftOf(parts, where.community, read.order, null);
  const daily = await parts.store.dailies.create(draft);
  if (asksAtOnce) await callForward(parts, daily);
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
  const { suspended: _over, untilReturn: _too, ...kept } = daily;
  const changed = { ...kept, paused: false, since, revision: daily.revision + 1 };
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
  if (inSettings(parts, daily))
    return refused(texts, texts.daily.inSettings(daily.id, daily.named));
  const done = await parts.store.dailies.remove(daily, parts.clock.now());
  if (!done) return refused(texts, texts.daily.changedMeanwhile);
  await parts.planner.look(daily.community);
  return onlyMe(
    textView('news', texts.daily.isRemoved(daily.id), texts.daily.removedNote(daily.id)),
  );
}

async function list(parts: DailyParts, { community }: Origin, texts: Texts): Promise<Reply> {
  const dailies = await parts.store.dailies.list(community);
  const rows = dailies.map(async (daily) => {
    const [next = null] = await coming(parts, daily, 1);
    return { daily, next };
  });
  const epoch = await parts.store.epochs.current();
  const view = dailiesView(await Promise.all(rows), texts);
  return onlyMe(epoch?.afterLoss ? withLoss(view, epoch.since, parts.homeZone, texts) : view);
}

async function postNow(parts: DailyParts, daily: Daily, texts: Texts): Promise<Reply> {
  if (daily.paused) return refused(texts, texts.daily.nowPaused(daily.id));
  const today = dayIn(daily.schedule.zone, parts.clock.now());
  if (isFree(daily.course, today)) return refused(texts, texts.course.notAStudyDay);
  const called = await callForward(parts, daily);
  if (!called) return refused(texts, texts.daily.nowDone);
  return onlyMe(textView('news', texts.daily.nowComing));
}

/** Makes today's occurrence due at once. False where it was posted or may have been. */
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

/** Asks a day's question now, where that day is still today. */
export async function callForwardToday(
  parts: DailyParts,
  daily: Daily,
  day: Day,
): Promise<boolean> {
  return dayIn(daily.schedule.zone, parts.clock.now()) === day && callForward(parts, daily);
}
