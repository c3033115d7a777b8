import { nearest } from '../chat/nearest.ts';
import type { Texts } from '../chat/texts/index.ts';
import type { DailyValues } from '../chat/views/daily.ts';
import type { Daily } from '../core/daily.ts';
import { deckId } from '../core/ids.ts';
import { parseDays, parseTime, parseZone } from '../core/schedule.ts';
import type { Decks } from '../ports/decks.ts';

/** What an organiser wrote about a daily, understood, or every problem with it at once. */
export type ReadValues =
  | { readonly kind: 'read'; readonly order: Pick<Daily, 'schedule' | 'deck'> }
  | { readonly kind: 'misread'; readonly problems: readonly string[] };

export function readDailyValues(decks: Decks, values: DailyValues, texts: Texts): ReadValues {
  const time = parseTime(values.at);
  const days = parseDays(values.days);
  const zone = parseZone(values.zone);
  const wanted = deckId.parse(values.deck.trim());
  const deck = wanted && decks.get(wanted);
  if (time && days && zone && deck) {
    return { kind: 'read', order: { schedule: { time, days, zone }, deck: deck.id } };
  }
  const names = decks.list().map(({ id }) => id);
  const problems: string[] = [];
  if (!time) problems.push(texts.daily.badTime(values.at));
  if (!days) problems.push(texts.daily.badDays(values.days));
  if (!zone) problems.push(texts.daily.badZone(values.zone, nearestZone(values.zone)));
  if (!deck) problems.push(texts.daily.badDeck(values.deck, names));
  return { kind: 'misread', problems };
}

/** By the whole name or by its city alone, whatever the case. */
function nearestZone(text: string): string | null {
  const zones = Intl.supportedValuesOf('timeZone');
  const typed = text.trim().toLowerCase().replace(/\s+/g, '_');
  const byCity = zones.find((zone) => zone.toLowerCase().endsWith(`/${typed}`));
  if (byCity) return byCity;
  const meant = nearest(
    typed,
    zones.map((zone) => zone.toLowerCase()),
  );
  return zones.find((zone) => zone.toLowerCase() === meant) ?? null;
}
