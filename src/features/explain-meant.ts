import type { CommandIntent } from '../chat/intent.ts';
import type { Texts } from '../chat/texts/index.ts';
import type { Reply } from '../chat/view.ts';
import { type CardId, cardId, type DeckId } from '../core/ids.ts';
import type { PostedRound } from '../ports/rounds.ts';
import { named, refused } from './daily-shown.ts';
import type { Parts } from './parts.ts';

/** `d1 12`, `d1`, `12`, `#12`. */
const NUMBERED = /^(d[0-9]{1,6})?\s*(?:#?([0-9]{1,6}))?$/i;

/** The question to explain: the one of the message, of the words, or else the latest; or the refusal. */
export async function questionMeant(
  parts: Parts,
  intent: CommandIntent,
  texts: Texts,
): Promise<PostedRound | Reply> {
  const words = intent.options['question']?.trim() ?? '';
  if (words === '' && intent.message !== null) return ofMessage(parts, intent, texts);
  const [numbered, daily, number] = NUMBERED.exec(words) ?? [];
  return numbered === undefined
    ? ofCard(parts, intent, words, texts)
    : ofDaily(parts, intent, daily, number, texts);
}

async function ofMessage(
  { store }: Parts,
  { community, message }: CommandIntent,
  texts: Texts,
): Promise<PostedRound | Reply> {
  const id = message && (await store.asked.at(community, message));
  const round = id && (await store.rounds.get(community, id));
  return round || notFound(texts, texts.explain.noQuestion);
}

async function ofDaily(
  parts: Parts,
  intent: CommandIntent,
  given: string | undefined,
  number: string | undefined,
  texts: Texts,
): Promise<PostedRound | Reply> {
  const daily = await named(parts, intent, given, texts);
  if ('kind' in daily) return daily;
  const { community, id } = daily;
  const { log } = parts.store;
  if (number === undefined) {
    const latest = await latestClosed(parts, intent, daily);
    return latest ?? notFound(texts, texts.explain.noneYet(id));
  }
  const round = await log.roundNumbered(community, id, Number(number));
  return round ?? notFound(texts, texts.explain.noRound(id, Number(number)));
}

/** The latest that is over; the open one where there is no other. */
async function latestClosed(
  { store }: Parts,
  { receivedAt }: CommandIntent,
  { community, id }: Pick<PostedRound, 'community'> & { readonly id: PostedRound['daily'] },
): Promise<PostedRound | undefined> {
  const latest = await store.rounds.latest(community, id, 2);
  return latest.find(({ closesAt }) => closesAt <= receivedAt) ?? latest[0];
}

async function ofCard(
  parts: Parts,
  intent: CommandIntent,
  words: string,
  texts: Texts,
): Promise<PostedRound | Reply> {
  const card = cardId.parse(words.toLowerCase());
  const round = card && (await latestOf(parts, intent, card));
  return round || notFound(texts, texts.explain.noCard(words.slice(0, 80)));
}

async function latestOf(
  { store, decks }: Parts,
  { community }: CommandIntent,
  card: CardId,
): Promise<PostedRound | null> {
  const idIn = (deck: DeckId) => store.asked.ofCard(community, deck, card);
  const ids = await Promise.all(decks.list().map(({ id }) => idIn(id)));
  const rounds = await Promise.all(
    ids.flatMap((id) => (id === null ? [] : [store.rounds.get(community, id)])),
  );
  const found = rounds.filter((round) => round !== null);
  return found.sort((a, b) => b.openedAt - a.openedAt)[0] ?? null;
}

const notFound = (texts: Texts, why: string): Reply => refused(texts, why);
