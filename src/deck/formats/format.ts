import type { Raw } from '../reading.ts';

/** The files that decks come from and go to, beside their own YAML. */
export const FORMATS = ['anki-text', 'apkg', 'csv', 'gift', 'quizlet'] as const;
export type Format = (typeof FORMATS)[number];

/** A card as it stands in a topic's file; only the checker of the deck knows whether it is one. */
export type WrittenCard = Raw;

/** A topic's file, as plain values. */
export interface WrittenTopic {
  /** Names the file. */
  readonly topic: string;
  readonly title: string;
  readonly cards: readonly WrittenCard[];
}

/** Something that an author should know of one item of a file. */
export interface Remark {
  /** From 1; null where the format has no lines, or the whole file is meant. */
  readonly line: number | null;
  /** How the author finds it: a card id, or its first words in quotes. */
  readonly item: string;
  /** What is the matter and what to do, in one sentence without a full stop. */
  readonly reason: string;
}

export interface ImportOptions {
  /** Takes the cards for which the file names no topic. */
  readonly topic: string;
  readonly title: string;
  /** Begins the ids that are made from the text; may be empty. */
  readonly prefix: string;
}

export interface Imported {
  /** Pass the checker as they are. */
  readonly topics: readonly WrittenTopic[];
  /** What could not become a card. */
  readonly bad: readonly Remark[];
  /** What became a card and still needs its author: placeholders, parts left behind. */
  readonly notes: readonly Remark[];
}

/** What a text stands for until its author has written it. */
export const TO_BE_WRITTEN = 'To be written.';

/** The file of a drawing, as the caller drew it. */
export interface PictureFile {
  /** As the card names it. */
  readonly file: string;
  /** A PNG. */
  readonly bytes: Uint8Array;
}

export interface Exported {
  readonly content: string | Uint8Array;
  /** Cards that the format cannot hold, and parts of cards that it loses. */
  readonly left: readonly Remark[];
}

/** Where an item of a foreign file belongs. */
export interface TopicName {
  /** Made from the title where null. */
  readonly topic: string | null;
  readonly title: string | null;
}

/** A card as a foreign file gives it: parts may be missing, and nothing is checked. */
export interface Draft {
  readonly kind: 'draft';
  readonly line: number | null;
  readonly item: string;
  readonly card: WrittenCard;
  readonly topic: TopicName | null;
  /** What of the item was not taken over. */
  readonly notes: readonly string[];
}

export interface Refused extends Remark {
  readonly kind: 'refused';
}

/** A remark on the file that is no card. */
export interface Noted extends Remark {
  readonly kind: 'noted';
}

export type Found = Draft | Refused | Noted;

export function remark(line: number | null, item: string, reason: string): Remark {
  return { line, item, reason };
}

export function refused(line: number | null, item: string, reason: string): Refused {
  return { kind: 'refused', ...remark(line, item, reason) };
}
