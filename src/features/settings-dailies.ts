import { textsFor } from '../chat/texts/index.ts';
import type { DailyValues } from '../chat/views/daily.ts';
import { NOTHING } from '../core/course-words.ts';
import type { Daily } from '../core/daily.ts';
import type { ChannelId, CommunityId } from '../core/ids.ts';
import { basics, draftOf, reorder } from './daily-setup.ts';
import type { DailyParts } from './daily-shown.ts';
import { type DailyOrder, readDailyValues } from './daily-values.ts';

/** A daily of the settings file. */
export interface SettingsDaily extends Omit<DailyValues, 'channel'> {
  /** Unique in its community; keeps the daily's numbers through any other change. */
  readonly name: string;
  readonly community: CommunityId;
  readonly channel: ChannelId;
}

/** How often a change is tried again when others changed the daily meanwhile. */
const MOST_TRIES = 10;

/**
 * Creates the dailies of the settings file that are missing and changes those that differ; once is as good as ten
 * times, by any number of processes. Throws where an entry cannot be read, before anything is changed.
 */
export async function bringDailies(
  parts: DailyParts,
  entries: readonly SettingsDaily[],
): Promise<void> {
  const orders = entries.map((entry) => ({ entry, order: orderOf(parts, entry) }));
  for (const { entry, order } of orders) {
    if (await bring(parts, entry, order)) await parts.planner.look(entry.community);
  }
}

function orderOf(parts: DailyParts, entry: SettingsDaily): DailyOrder {
  const { name, channel, term = NOTHING, holidays = NOTHING, exam = NOTHING } = entry;
  const before = { ...basics(parts), channel };
  const read = readDailyValues(parts, { ...entry, term, holidays, exam }, before, textsFor('en'));
  if (read.kind === 'read') return read.order;
  throw new Error(`the daily ${name} of the settings file: ${read.problems.join(' ')}`);
}

/** True where something was changed. */
async function bring(
  parts: DailyParts,
  { name, community }: SettingsDaily,
  order: DailyOrder,
): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const dailies = await parts.store.dailies.list(community);
    const daily = dailies.find(({ named }) => named === name);
    if (daily && isSame(daily, order)) return false;
    const draft = { ...draftOf(parts, community, order, null), named: name };
    const done = daily
      ? await reorder(parts, daily, order)
      : await parts.store.dailies.createNamed(draft);
    if (done) return true;
  }
  throw new Error(`the daily ${name} of the settings file changes all the time: start again`);
}

function isSame(daily: Daily, order: DailyOrder): boolean {
  const told = ({ channel, schedule, deck, course }: DailyOrder): string => {
    const { time, days, dates, months, zone } = schedule;
    const { starts, ends, holidays, exam } = course;
    return JSON.stringify([
      channel,
      deck,
      time,
      days,
      dates,
      months,
      zone,
      starts,
      ends,
      holidays,
      exam,
    ]);
  };
  return told(daily) === told(order);
}
