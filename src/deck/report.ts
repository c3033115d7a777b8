import type { Survey } from './decks.ts';
import { formatFault } from './fault.ts';
import { type SingleStatistics, statisticsOf } from './statistics.ts';

/** All faults, the count of cards without one, and what a guesser could use. Ends with a line break. */
export function checkReport(survey: Survey): string {
  const { cards, topics, single } = statisticsOf(survey.decks);
  const counts = `${counted(cards, 'card')} in ${counted(Object.keys(topics).length, 'topic')}`;
  return lines([
    ...survey.faults.map(formatFault),
    `${counts}, ${counted(survey.faults.length, 'fault')}`,
    ...notes(single),
  ]);
}

/** The same for programs, as one JSON object. */
export function checkJson({ decks, faults }: Survey): string {
  const { cards, topics, kinds, seeds } = statisticsOf(decks);
  const counts = { cards, topics: Object.keys(topics).length, kinds, seeds, pictures: 0 };
  return lines([JSON.stringify({ ...counts, faults }, null, 2)]);
}

/** How the cards are spread. */
export function statisticsReport({ decks }: Survey): string {
  const { cards, topics, kinds, difficulties, seeds, single } = statisticsOf(decks);
  const missing = Object.keys(seeds).filter((seed) => seeds[seed] === 0);
  return lines([
    `cards: ${cards}`,
    `kinds: ${spread(kinds, cards)}`,
    `difficulty: ${spread(difficulties, cards)}`,
    `seeds without a card: ${missing.join(', ') || 'none'}`,
    ...notes(single),
    'topics:',
    ...Object.entries(topics).map(([topic, count]) => `  ${topic}: ${count}`),
  ]);
}

function notes({ cards, keys, longestIsKey }: SingleStatistics): string[] {
  if (cards === 0) return [];
  const used = Object.entries(keys).filter(([letter, count]) => letter <= 'D' || count > 0);
  return [
    `note: keys of the single cards: ${spread(Object.fromEntries(used), cards)}`,
    `note: the key is the longest option in ${longestIsKey} of ${counted(cards, 'single card')} (${percent(longestIsKey, cards)})`,
  ];
}

function spread(counts: Readonly<Record<string, number>>, all: number): string {
  const parts = Object.entries(counts).map(
    ([name, count]) => `${name} ${count} (${percent(count, all)})`,
  );
  return parts.join(', ');
}

function percent(part: number, all: number): string {
  return `${all === 0 ? 0 : Math.round((100 * part) / all)} %`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}
