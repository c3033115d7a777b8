import { type Card, withShuffledOptions } from './card.ts';
import { type Dice, shuffled } from './dice.ts';
import type { CardId, TopicId } from './ids.ts';

/**
 * The cards of a quiz: at most `count` of the topic (null: of all), in random order, each in a fresh order of what it
 * shows. None that is in an open round of the community, and none that members grade themselves.
 */
export function drawCards(
  cards: readonly Card[],
  topic: TopicId | null,
  count: number,
  open: ReadonlySet<CardId>,
  dice: Dice,
): Card[] {
  const free = cards.filter(
    (card) =>
      card.kind !== 'flash' &&
      (topic === null || card.topic === topic) &&
      ![card.id, ...card.formerly].some((id) => open.has(id)),
  );
  return shuffled(free, dice)
    .slice(0, count)
    .map((card) => withShuffledOptions(card, dice));
}
