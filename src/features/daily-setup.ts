import type { CommandIntent, FormIntent, Origin } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import type { Reply } from '../chat/view.ts';
import { type DailyValues, dailyForm, formValues } from '../chat/views/daily.ts';
import { NO_COURSE } from '../core/course.ts';
import { NOTHING } from '../core/course-words.ts';
import { type Daily, givesWayAt } from '../core/daily.ts';
import type { Instant } from '../core/day.ts';
import { type CommunityId, type DailyId, dailyId } from '../core/ids.ts';
import { closingTime, type Round } from '../core/round.ts';
import { EVERY_DAY, parseTime, type TimeOfDay } from '../core/schedule.ts';
import type { Draft } from '../ports/drafts.ts';
import { showClosingTime } from './closing-time.ts';
import { type DailyParts, inSettings, named, onlyMe, refused, shown } from './daily-shown.ts';
import { type DailyOrder, readDailyValues } from './daily-values.ts';
import type { Parts } from './parts.ts';

/** `/daily setup`: a form, unless its options say something. */
export async function setup(
  parts: DailyParts,
  intent: CommandIntent,
  texts: Texts,
): Promise<Reply> {
  const { continues, ...values } = intent.options;
  const id = await toContinue(parts, intent, continues, texts);
  if (id !== null && typeof id === 'object') return id;
  const before = await usual(parts, intent);
  if (Object.keys(values).length > 0) return create(parts, intent, values, before, id, texts);
  const form = dailyForm('daily-setup', id, formValues(before, texts), deckNames(parts), texts);
  return { kind: 'form', form };
}

/** `/daily edit`: a form, unless its options say something. */
export async function edit(
  parts: DailyParts,
  intent: CommandIntent,
  daily: Daily,
  texts: Texts,
): Promise<Reply> {
  if (inSettings(parts, daily))
    return refused(texts, texts.daily.inSettings(daily.id, daily.named));
  const { daily: _named, ...values } = intent.options;
  if (Object.keys(values).length > 0) return change(parts, daily, values, texts);
  const form = dailyForm('daily-edit', daily.id, formValues(daily, texts), deckNames(parts), texts);
  return { kind: 'form', form };
}

/** A filled form of `/daily setup` or `/daily edit`. A refused one is kept, so that it can be put right. */
export async function dailyFormFilled(parts: DailyParts, intent: FormIntent): Promise<Reply> {
  const reply = await filled(parts, intent, textsFor(intent.locale));
  if (reply.kind !== 'view' || reply.view.tone !== 'refusal') return reply;
  const { community, member, form, subject, values, locale } = intent;
  await parts.store.drafts.keep(community, member, { form, subject, values });
  const action = { label: textsFor(locale).daily.correct, press: { kind: 'form again' } } as const;
  return { ...reply, view: { ...reply.view, actions: [action] } };
}

async function filled(parts: DailyParts, intent: FormIntent, texts: Texts): Promise<Reply> {
  if (intent.form === 'daily-setup') {
    const id = await toContinue(parts, intent, intent.subject ?? undefined, texts);
    if (id !== null && typeof id === 'object') return id;
    const before = await usual(parts, intent);
    return create(parts, intent, newIn(intent, before, texts), before, id, texts);
  }
  const daily = await named(parts, intent, intent.subject ?? undefined, texts);
  if ('kind' in daily) return daily;
  if (inSettings(parts, daily))
    return refused(texts, texts.daily.inSettings(daily.id, daily.named));
  return change(parts, daily, newIn(intent, daily, texts), texts);
}

const CAN_BE_NONE = ['term', 'holidays'];

/** The fields that do not hold any more what stood in them; an emptied one takes away what can be taken away. */
export function newIn(
  { values }: Draft,
  before: Pick<Daily, 'schedule' | 'deck' | 'course'>,
  texts: Texts,
): DailyValues {
  const shownAtFirst: Readonly<Record<string, string>> = formValues(before, texts);
  const changed = Object.entries(values).filter(([name, value]) => value !== shownAtFirst[name]);
  const emptied = (name: string): string => (CAN_BE_NONE.includes(name) ? NOTHING : '');
  return Object.fromEntries(changed.map(([name, value]) => [name, value.trim() || emptied(name)]));
}

/** "Correct it": the form that was refused, as it was filled in. */
export async function formAgain(parts: DailyParts, intent: Origin): Promise<Reply> {
  const texts = textsFor(intent.locale);
  const draft = await parts.store.drafts.get(intent.community, intent.member);
  if (!draft) return refused(texts, texts.daily.draftGone);
  const values = { ...formValues(await usual(parts, intent), texts), ...draft.values };
  const form = dailyForm(draft.form, draft.subject, values, deckNames(parts), texts);
  return { kind: 'form', form };
}

/** What a new daily has for a start: the clock of the settings, on weekdays at nine, from the first deck. */
export function basics(parts: Parts): Omit<DailyOrder, 'channel'> {
  const time = parseTime('09:00') as TimeOfDay;
  const schedule = { time, days: EVERY_DAY.slice(0, 5), dates: null, months: null };
  const deck = parts.decks.list()[0];
  if (!deck) throw new Error('there is no deck');
  return { schedule: { ...schedule, zone: parts.homeZone }, deck: deck.id, course: NO_COURSE };
}

/** What stands in an empty form: what the community does already, or the basics. Terms are each daily's own. */
export async function usual(
  parts: DailyParts,
  { community, channel }: Origin,
): Promise<DailyOrder> {
  const [like] = await parts.store.dailies.list(community);
  const { schedule, deck } = like ?? basics(parts);
  return { channel, schedule, deck, course: NO_COURSE };
}

/** The removed daily that is to go on, null where none is named; else a refusal. */
async function toContinue(
  parts: DailyParts,
  { community }: Origin,
  given: string | undefined,
  texts: Texts,
): Promise<DailyId | null | Reply> {
  if (given === undefined) return null;
  const id = dailyId.parse(given.trim().toLowerCase());
  const running = await parts.store.dailies.list(community);
  if (id && running.some((daily) => daily.id === id))
    return refused(texts, texts.daily.stillRuns(id));
  const removed = await parts.store.dailies.removed(community);
  return id && removed.includes(id) ? id : refused(texts, texts.daily.neverWas(given, removed));
}

function deckNames(parts: Parts): string[] {
  return parts.decks.list().map(({ id }) => id);
}

/** A daily that begins now. */
export function draftOf(
  parts: Parts,
  community: CommunityId,
  order: DailyOrder,
  organiser: Daily['organiser'],
) {
  const since = parts.clock.now();
  return { community, ...order, organiser, named: null, since, paused: false };
}

async function create(
  parts: DailyParts,
  { community, member }: Origin,
  values: DailyValues,
  before: DailyOrder,
  id: DailyId | null,
  texts: Texts,
): Promise<Reply> {
  const read = readDailyValues(parts, values, before, texts);
  if (read.kind === 'misread') return refused(texts, ...read.problems);
  const draft = draftOf(parts, community, read.order, member);
  const { dailies } = parts.store;
  const daily = id ? await dailies.continueAs(draft, id) : await dailies.create(draft);
  if (!daily) return refused(texts, texts.daily.changedMeanwhile);
  await parts.planner.look(community);
  const view = await shown(parts, texts.daily.isSetUp(daily.id), daily, texts);
  const press = { kind: 'post now', daily: daily.id } as const;
  return onlyMe({ ...view, actions: [{ label: texts.daily.postNow, press }] });
}

async function change(
  parts: DailyParts,
  daily: Daily,
  values: DailyValues,
  texts: Texts,
): Promise<Reply> {
  const read = readDailyValues(parts, values, daily, texts);
  if (read.kind === 'misread') return refused(texts, ...read.problems);
  const changed = await reorder(parts, daily, read.order);
  if (!changed) return refused(texts, texts.daily.changedMeanwhile);
  await parts.planner.look(daily.community);
  await showClosingTime(parts, changed);
  return onlyMe(await shown(parts, texts.daily.isEdited(daily.id), changed, texts));
}

/** The daily with its new order from now on; null where somebody else changed it meanwhile. */
export async function reorder(
  parts: Parts,
  daily: Daily,
  order: DailyOrder,
): Promise<Daily | null> {
  const since = parts.clock.now();
  const changed: Daily = { ...daily, ...order, since, revision: daily.revision + 1 };
  const { dailies, rounds } = parts.store;
  const open = await rounds.open(changed.community, changed.id, since);
  const done = open
    ? await dailies.replace(daily, changed, closingAfterEdit(parts, changed, open), open.id)
    : await dailies.replace(daily, changed, null);
  return done ? changed : null;
}

/** An open round now closes when it gives way by the new order. */
function closingAfterEdit(parts: Parts, changed: Daily, open: Round): Instant {
  const now = changed.since;
  const over = givesWayAt(changed, { day: open.day, at: now });
  const latest = closingTime(open.openedAt, over, parts.rules.closesAfter);
  return Math.max(latest, now);
}
