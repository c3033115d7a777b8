import { nearest } from '../chat/nearest.ts';
import { textsFor } from '../chat/texts/index.ts';
import { textView, type View } from '../chat/view.ts';
import { questionView } from '../chat/views/question.ts';
import { keyInWords } from '../chat/views/response.ts';
import { revealView } from '../chat/views/reveal.ts';
import type { Card } from '../core/card.ts';
import { type Day, HOUR } from '../core/day.ts';
import { channelId, communityId, dailyId, roundId } from '../core/ids.ts';
import type { Round } from '../core/round.ts';
import type { Zone } from '../core/schedule.ts';
import { renderMessage } from '../platforms/terminal/render.ts';
import type { Decks } from '../ports/decks.ts';
import { CONTENT, type DeckOptions, type Outcome, well } from './deck-options.ts';
import { openDecks } from './decks.ts';
import { Sentence } from './sentence.ts';

const COLUMNS = 88;
const MORNING = Date.UTC(2026, 10, 23, 9);

/** A card as members would meet it: the question, the hint, and the reveal. */
export async function preview(
  [id]: readonly string[],
  { content = CONTENT }: DeckOptions,
): Promise<Outcome> {
  if (id === undefined) throw new Sentence('Name a card: `preview <card id>`.');
  const { stdout, env } = process;
  const color = stdout.isTTY === true && !env['NO_COLOR'];
  return well(rendered(cardNamed(await openDecks(content), id), stdout.columns ?? COLUMNS, color));
}

function rendered(card: Card, columns: number, color: boolean): string {
  const round = roundWith(card);
  const texts = textsFor('en');
  const hint = card.hint === null ? [] : [textView('news', 'The hint', card.hint)];
  const views: readonly View[] = [
    questionView(round, texts),
    ...hint,
    textView('news', 'The key', keyInWords(card, texts)),
    revealView(round, [], texts),
  ];
  const look = { columns, color, zone: round.zone };
  return views.map((view) => `${renderMessage(view, look)}\n`).join('\n');
}

/** @throws {Sentence} where no deck has it */
function cardNamed(decks: Decks, id: string): Card {
  const cards = decks.list().flatMap((deck) => deck.cards);
  const card = cards.find((each) => each.id === id || each.formerly.some((was) => was === id));
  if (card) return card;
  const meant = nearest(
    id,
    cards.map((each) => each.id),
  );
  throw new Sentence(`There is no card ${id}.${meant ? ` Did you mean ${meant}?` : ''}`);
}

function roundWith(card: Card): Round {
  return {
    id: roundId.of('previewround'),
    community: communityId.of('terminal:local'),
    channel: channelId.of('study'),
    daily: dailyId.of('d1'),
    number: 1,
    day: '2026-11-23' as Day,
    zone: 'UTC' as Zone,
    card,
    exam: null,
    openedAt: MORNING,
    closesAt: MORNING + 24 * HOUR,
    closed: false,
  };
}
