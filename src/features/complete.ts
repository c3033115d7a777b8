import type { OptionKind } from '../chat/commands/command.ts';
import { commandsOn } from '../chat/commands/index.ts';
import type { CommunityId } from '../core/ids.ts';
import type { Parts } from './parts.ts';

/** Orders to begin with; any other can be typed. */
const USUAL_TIMES = ['weekdays 09:00', 'daily 09:00', 'mon,wed,fri 09:00', 'weekends 10:00'];

type Known = Pick<Parts, 'store' | 'decks' | 'homeZone' | 'calendars'>;

/** Words that fit what is typed so far of an option that names such a thing, the likeliest first. */
export async function completeOption(
  parts: Known,
  kind: OptionKind,
  typed: string,
  community: CommunityId,
): Promise<readonly string[]> {
  const words = await wordsFor(parts, kind, community);
  const begun = typed.trim().toLowerCase();
  const rank = (word: string): number => word.toLowerCase().replaceAll('_', ' ').indexOf(begun);
  const fits = words.filter((word) => rank(word) >= 0 || word.toLowerCase().includes(begun));
  return fits.sort((a, b) => Math.sign(rank(a)) - Math.sign(rank(b)));
}

async function wordsFor(
  { store, decks, homeZone, calendars }: Known,
  kind: OptionKind,
  community: CommunityId,
): Promise<string[]> {
  switch (kind) {
    case 'daily':
      return (await store.dailies.list(community)).map(({ id }) => id);
    case 'deck':
      return decks.list().map(({ id }) => id);
    case 'topic':
      return [...new Set(decks.list().flatMap(({ cards }) => cards.map(({ topic }) => topic)))];
    case 'when':
      return USUAL_TIMES;
    case 'calendar':
      return [...calendars.list(), 'none'];
    case 'zone':
      return [...new Set([homeZone, ...Intl.supportedValuesOf('timeZone'), 'UTC'])];
    case 'command':
      return commandsOn(community.slice(0, community.indexOf(':'))).map(({ path }) => path);
    // Platforms have pickers of their own for these.
    case 'channel':
    case 'member':
      return [];
  }
}
