import type { CommunityId } from '../core/ids.ts';
import type { Parts } from './parts.ts';

/** Orders to begin with; any other can be typed. */
const USUAL_TIMES = ['weekdays 09:00', 'daily 09:00', 'mon,wed,fri 09:00', 'weekends 10:00'];

type Known = Pick<Parts, 'store' | 'decks' | 'homeZone' | 'calendars'>;

/** Words that fit what is typed of an option so far, the likeliest first; none for an option of free text. */
export async function completeOption(
  parts: Known,
  option: string,
  typed: string,
  community: CommunityId,
): Promise<readonly string[]> {
  const words = await wordsFor(parts, option, community);
  const begun = typed.trim().toLowerCase();
  const rank = (word: string): number => word.toLowerCase().replaceAll('_', ' ').indexOf(begun);
  const fits = words.filter((word) => rank(word) >= 0 || word.toLowerCase().includes(begun));
  return fits.sort((a, b) => Math.sign(rank(a)) - Math.sign(rank(b)));
}

async function wordsFor(
  { store, decks, homeZone, calendars }: Known,
  option: string,
  community: CommunityId,
): Promise<string[]> {
  switch (option) {
    case 'daily':
      return (await store.dailies.list(community)).map(({ id }) => id);
    case 'deck':
      return decks.list().map(({ id }) => id);
    case 'when':
      return USUAL_TIMES;
    case 'holidays':
      return [...calendars.list(), 'none'];
    case 'topic':
      return [...new Set(decks.list().flatMap(({ cards }) => cards.map(({ topic }) => topic)))];
    case 'zone':
      return [...new Set([homeZone, ...Intl.supportedValuesOf('timeZone'), 'UTC'])];
    default:
      return [];
  }
}
