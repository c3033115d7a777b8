import { withShuffledOptions } from '../core/card.ts';
import { chooseCard } from '../core/choice-of-card.ts';
import { type Daily, givesWayAt } from '../core/daily.ts';
import type { Instant } from '../core/day.ts';
import { seededDice } from '../core/dice.ts';
import { closingTime, type Round } from '../core/round.ts';
import type { Situation } from '../ports/ledger.ts';
import type { Parts } from './parts.ts';

/** The round to post for an occurrence, or the reason why there is none. */
export function draftRound(
  parts: Parts,
  daily: Daily,
  { occurrence, history, secret, lastNumber }: Situation,
  now: Instant,
): Round | string {
  const deck = parts.decks.get(daily.deck);
  if (!deck) return `the deck ${daily.deck} is not loaded`;
  const dice = seededDice(`${secret} ${daily.id} ${occurrence.day}`);
  const card = chooseCard(deck.cards, history, dice);
  if (!card) return 'every card of the deck is in an open round';
  const over = givesWayAt(daily, { day: occurrence.day, at: Math.max(now, occurrence.at) });
  return {
    id: parts.makeRoundId(),
    community: daily.community,
    channel: daily.channel,
    daily: daily.id,
    number: lastNumber + 1,
    day: occurrence.day,
    zone: daily.schedule.zone,
    card: withShuffledOptions(card, dice),
    exam: daily.course.exam,
    openedAt: now,
    closesAt: closingTime(now, over, parts.rules.closesAfter),
    closed: false,
  };
}
