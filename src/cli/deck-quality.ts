import type { CardFigures, OptionQuality } from '../core/quality.ts';
import { FEWEST_ANSWERS } from '../core/quality.ts';
import { REPORT_REASONS } from '../core/report.ts';
import { type CardQuality, qualityOf } from '../features/quality.ts';
import { withStore } from './books.ts';
import { openDecks } from './decks.ts';
import { Sentence } from './sentence.ts';

const FORMS = ['--csv', '--json'] as const;

/** `deck quality [--csv|--json]`: what the answers of all communities say of each card; nobody is named. */
export async function deckQuality(words: readonly string[]): Promise<string> {
  const [form, ...more] = words;
  const known = FORMS.find((each) => each === form);
  if ((form !== undefined && !known) || more.length > 0) {
    throw new Sentence('Write `deck quality`, with `--csv` or `--json` where a program reads it.');
  }
  return withStore(async (store, settings) => {
    const cards = await qualityOf(store, await openDecks(settings.content));
    if (known === '--csv') return csvOf(cards);
    return known === '--json' ? jsonOf(cards) : listed(cards);
  });
}

const TOO_FEW = `fewer than ${FEWEST_ANSWERS} answers: no figures yet`;

const share = (value: number): string => `${Math.round(100 * value)} %`;

/** `4 min`, `3 h`: nobody needs it closer. */
function inWords(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes < 1) return `${Math.round(ms / 1_000)} s`;
  return minutes < 120 ? `${Math.round(minutes)} min` : `${Math.round(minutes / 60)} h`;
}

/** Cards with figures first; those that something is to be said about before the others. */
export function listed(cards: readonly CardQuality[]): string {
  const withFigures = cards.filter(({ figures }) => figures !== null);
  const rows = [...withFigures].sort((one, other) => weightOf(other) - weightOf(one));
  const few = cards.filter(({ figures }) => figures === null);
  const lines = [
    `${cards.length} ${cards.length === 1 ? 'card' : 'cards'}, ${withFigures.length} with figures`,
    ...rows.flatMap(cardLines),
    ...few.map((each) => `${nameOf(each)}: ${[TOO_FEW, ...saidOf(each)].join('; ')}`),
  ];
  return `${lines.join('\n')}\n`;
}

const nameOf = ({ card }: CardQuality): string => `${card.deck}/${card.id}`;

function weightOf({ figures, appeals, reports }: CardQuality): number {
  const said = [...reports.values()].reduce((sum, count) => sum + count, 0);
  return (figures?.flags.length ?? 0) * 10 + appeals.open + appeals.accepted + said;
}

function cardLines(quality: CardQuality): string[] {
  const { figures } = quality;
  if (figures === null) return [];
  const { discrimination } = figures;
  const parts = [
    `${figures.answers} answers`,
    `${share(figures.right)} right`,
    `discrimination ${discrimination === null ? 'unknown' : discrimination.toFixed(2)}`,
    `half within ${inWords(figures.medianMs)}`,
    ...figures.flags,
    ...saidOf(quality),
  ];
  return [`${nameOf(quality)}: ${parts.join('; ')}`, ...figures.options.flatMap(optionLine)];
}

function optionLine({ text, share: part, note }: OptionQuality): string[] {
  if (note === null) return [];
  const said = note === 'idle' ? 'draws nobody' : `misleads ${share(part)}`;
  return [`  ${JSON.stringify(text)} ${said}`];
}

function saidOf({ appeals, reports }: CardQuality): string[] {
  const told = [
    ...(['open', 'accepted', 'rejected'] as const).map((state) => [state, appeals[state]] as const),
  ].filter(([, count]) => count > 0);
  const reported = REPORT_REASONS.filter((reason) => reports.has(reason));
  return [
    ...(told.length > 0 ? [`appeals: ${told.map((each) => each.join(' ')).join(', ')}`] : []),
    ...(reported.length > 0
      ? [`reports: ${reported.map((reason) => `${reason} ${reports.get(reason)}`).join(', ')}`]
      : []),
  ];
}

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(1_000 * value) / 1_000;

/** The figures as programs read them; all null where there are too few answers. */
function figuresOf(figures: CardFigures | null) {
  return {
    right: rounded(figures?.right ?? null),
    credit: rounded(figures?.credit ?? null),
    discrimination: rounded(figures?.discrimination ?? null),
    medianSeconds: figures === null ? null : Math.round(figures.medianMs / 1_000),
  };
}

function rowOf({ card, answers, figures, appeals, reports }: CardQuality) {
  const { deck, id, topic, kind, difficulty } = card;
  return {
    deck,
    card: id,
    topic,
    kind,
    difficulty,
    answers: figures === null ? null : answers,
    ...figuresOf(figures),
    flags: figures?.flags ?? [],
    misleading: (figures?.options ?? [])
      .filter(({ note }) => note === 'misleading')
      .map(({ text }) => text),
    idle: (figures?.options ?? []).filter(({ note }) => note === 'idle').map(({ text }) => text),
    appeals,
    reports: Object.fromEntries(REPORT_REASONS.map((reason) => [reason, reports.get(reason) ?? 0])),
  };
}

/** One array of objects; a card with too few answers has null for each figure. */
export function jsonOf(cards: readonly CardQuality[]): string {
  return `${JSON.stringify(cards.map(rowOf), null, 2)}\n`;
}

/** A row for each card below one of names; empty cells where there are too few answers. */
export function csvOf(cards: readonly CardQuality[]): string {
  const rows = cards.map(rowOf).map(({ appeals, reports, flags, misleading, idle, ...rest }) => ({
    ...rest,
    flags: flags.join(' | '),
    misleading: misleading.join(' | '),
    idle: idle.join(' | '),
    ...prefixed('appeals', appeals),
    ...prefixed('reports', reports),
  }));
  const [first] = rows;
  if (!first) return '';
  const table = [Object.keys(first), ...rows.map((row) => Object.values(row))];
  return table.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function prefixed(name: string, counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([of, count]) => [`${name} ${of}`, count]));
}

function cellOf(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
