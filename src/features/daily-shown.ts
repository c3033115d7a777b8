import type { Origin } from '../chat/intent.ts';
import type { Texts } from '../chat/texts/index.ts';
import { type Line, type Reply, textView, type View } from '../chat/view.ts';
import { dailyView } from '../chat/views/daily.ts';
import { comingQuestions, type Daily } from '../core/daily.ts';
import { dailyId } from '../core/ids.ts';
import type { Due } from '../core/schedule.ts';
import type { Parts } from './parts.ts';
import type { Planner } from './plan.ts';
import type { SettingsDaily } from './settings-dailies.ts';

/** How many coming questions a preview shows. */
export const PREVIEW = 5;

/** What the orders need: the parts, and a planner so that a change shows at once. */
export interface DailyParts extends Parts {
  readonly planner: Planner;
  /** The dailies of the settings file. */
  readonly settingsDailies: readonly SettingsDaily[];
}

export const onlyMe = (view: View): Reply => ({ kind: 'view', view, seenBy: 'only me' });

export function refused(texts: Texts, ...lines: readonly Line[]): Reply {
  return onlyMe(textView('refusal', texts.daily.notSetUp, ...lines));
}

/** True for a daily that the settings file changes, now and at the next start, whatever an organiser says. */
export function inSettings(
  { settingsDailies }: DailyParts,
  daily: Daily,
): daily is Daily & { readonly named: string } {
  const { community, named } = daily;
  return settingsDailies.some((entry) => entry.community === community && entry.name === named);
}

export async function shown(
  parts: Parts,
  title: string,
  daily: Daily,
  texts: Texts,
): Promise<View> {
  return dailyView(title, daily, await coming(parts, daily, PREVIEW), texts);
}

export async function coming(parts: Parts, daily: Daily, count: number): Promise<Due[]> {
  const posted = await parts.store.ledger.lastPosted(daily.community, daily.id);
  return comingQuestions(daily, parts.clock.now(), posted, count);
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
