import type { Survey } from './decks.ts';
import { formatFault } from './fault.ts';
import { type SingleStatistics, type Statistics, statisticsOf } from './statistics.ts';

/** So many pairs of like questions are named; more would bury the rest. */
const MOST_ALIKE = 20;

/** All faults, the count of cards without one, and what a guesser could use. Ends with a line break. */
export function checkReport(survey: Survey): string {
  const statistics = statisticsOf(survey.decks);
  const { cards, topics, kinds } = statistics;
  const counts = `${counted(cards, 'card')} in ${counted(Object.keys(topics).length, 'topic')}`;
  return lines([
    ...survey.faults.map(formatFault),
    `${counts}, ${counted(survey.faults.length, 'fault')}`,
    ...(cards > 0 ? [`note: kinds: ${spread(kinds, cards)}`] : []),
    ...notes(statistics),
  ]);
}

/** The same for programs, as one JSON object. */
export function checkJson({ decks, faults }: Survey): string {
  const { cards, topics, kinds, seeds, pictures } = statisticsOf(decks);
  const counts = { cards, topics: Object.keys(topics).length, kinds, seeds, pictures };
  return lines([JSON.stringify({ ...counts, faults }, null, 2)]);
}

/** How the cards are spread. */
export function statisticsReport({ decks }: Survey): string {
  const statistics = statisticsOf(decks);
  const { cards, topics, kinds, difficulties, seeds, pictures } = statistics;
  const missing = Object.keys(seeds).filter((seed) => seeds[seed] === 0);
  return lines([
    `cards: ${cards}`,
    `kinds: ${spread(kinds, cards)}`,
    `difficulty: ${spread(difficulties, cards)}`,
    `seeds without a card: ${missing.join(', ') || 'none'}`,
    `pictures: ${pictures}`,
    ...notes(statistics),
    'topics:',
    ...Object.entries(topics).map(([topic, count]) => `  ${topic}: ${count}`),
  ]);
}

function notes({ single, statements, alike }: Statistics): string[] {
  const truths = `${statements.true} of ${counted(statements.all, 'statement')}`;
  return [
    ...singleNotes(single),
    ...(statements.all > 0
      ? [`note: ${truths} true (${percent(statements.true, statements.all)})`]
      : []),
    ...alike
      .slice(0, MOST_ALIKE)
      .map(
        ({ first, later, share }) =>
          `note: ${first.id} and ${later.id} ask nearly the same (${percent(share, 1)} of their words)`,
      ),
    ...(alike.length > MOST_ALIKE
      ? [`note: and ${alike.length - MOST_ALIKE} more pairs of like questions`]
      : []),
  ];
}

function singleNotes({ cards, keys, longestIsKey }: SingleStatistics): string[] {
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
