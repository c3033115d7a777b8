import { createTwoFilesPatch } from 'diff';
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { CardId } from '../core/ids.ts';

/** Wordings that one place of a card is to accept too. */
export interface Acceptance {
  readonly card: CardId;
  /** The gap (0 is the first); null for the whole answer. */
  readonly gap: number | null;
  readonly words: readonly string[];
}

/** Text to put at an offset of the source. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * A patch of one topic's file for `git apply`, which adds the wordings behind those of its cards. Empty where the file has
 * none of the cards.
 *
 * @param path as the patch is to name the file, from the root of its repository
 */
export function acceptingPatch(
  path: string,
  source: string,
  acceptances: readonly Acceptance[],
): string {
  const accepting = withAccepted(source, acceptances);
  if (accepting === source) return '';
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, source, accepting);
}

/** The source with the wordings in it; nothing else of it changes. */
export function withAccepted(source: string, acceptances: readonly Acceptance[]): string {
  const cards = parseDocument(source).get('cards');
  const maps = isSeq(cards) ? cards.items.filter(isMap) : [];
  const insertions = acceptances.flatMap(({ card, gap, words }) => {
    const own = maps.find((map) => map.get('id') === card);
    const list = own && acceptOf(own, gap);
    return list ? words.map((each) => insertionIn(source, list, JSON.stringify(each))) : [];
  });
  // From the end, so that offsets before it stay; of one place the later word first, so that they keep their order.
  return insertions
    .map((insertion, order) => ({ ...insertion, order }))
    .sort((one, other) => other.at - one.at || other.order - one.order)
    .reduce((text, { at, text: more }) => text.slice(0, at) + more + text.slice(at), source);
}

function acceptOf(card: YAMLMap, gap: number | null): YAMLSeq | null {
  const gaps = card.get('gaps');
  const gapped = isSeq(gaps) && gap !== null ? gaps.items[gap] : null;
  const place = gap === null ? card : gapped;
  const accept = isMap(place) ? place.get('accept') : null;
  return isSeq(accept) ? accept : null;
}

function insertionIn(source: string, list: YAMLSeq, words: string): Insertion {
  const [, end = 0] = list.range ?? [];
  if (list.flow) return { at: end - 1, text: `, ${words}` };
  const last = list.items.at(-1);
  const [begin, after] = isScalar(last) && last.range ? last.range : [0, 0];
  const line = source.slice(source.lastIndexOf('\n', begin) + 1, begin);
  const ends = source.indexOf('\n', after);
  const indent = ' '.repeat(line.lastIndexOf('-'));
  return { at: ends < 0 ? source.length : ends, text: `\n${indent}- ${words}` };
}
