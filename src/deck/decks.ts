import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { Deck } from '../core/card.ts';
import { type CardId, deckId } from '../core/ids.ts';
import type { Decks } from '../ports/decks.ts';
import { askedText } from './alike.ts';
import { type Fault, faultOf, inReadingOrder } from './fault.ts';
import { twinsAmong } from './folding.ts';
import { TEXT_LIMITS } from './limits.ts';
import { readBy } from './reading.ts';
import { withTerms } from './terms.ts';
import { text } from './texts.ts';
import { type Claim, type PlacedCard, readTopic } from './topic-file.ts';
import { parseYaml, type SourceFile } from './yaml-tree.ts';

/** All that the files say, faulty or not: the cards that passed, and what is wrong with the others. */
export interface Survey {
  readonly decks: readonly Deck[];
  readonly faults: readonly Fault[];
  /** For who looks into the drawings themselves. */
  readonly pictures: readonly PictureUse[];
}

/** A drawing that there is, and the card that shows it. */
interface PictureUse extends Omit<Fault, 'message'> {
  /** From where the deck's folder was named: `content/virtualization/images/rings.svg`. */
  readonly picture: string;
  readonly alt: string;
}

export type LoadedDecks =
  | { readonly kind: 'loaded'; readonly decks: Decks }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

/** A deck's folder, the YAML files in it, and the drawings that there are, by their paths below it. */
export interface DeckFolder {
  readonly folder: string;
  readonly files: readonly SourceFile[];
  readonly images: readonly string[];
}

export const deckSchema = z.strictObject({
  title: text(TEXT_LIMITS.title, 'the name that members see'),
  description: text(TEXT_LIMITS.description, 'what the deck is about, in a sentence or two'),
  language: z.literal('en').describe('the language of its cards'),
});

/**
 * The decks of files in memory; the folder of a file names its deck.
 * `images`: the paths of the drawings that there are, beside those of the files.
 */
export function readDecks(
  files: readonly SourceFile[],
  images: readonly string[] = [],
): LoadedDecks {
  const folders = foldersOf(files, images);
  return whole(survey(folders, folders.length > 0 ? [] : [noDeckIn('.')]));
}

function foldersOf(files: readonly SourceFile[], images: readonly string[]): DeckFolder[] {
  const folders = [...new Set(files.map(({ file }) => dirname(file)))];
  return folders.map((folder) => ({
    folder,
    files: files.filter(({ file }) => dirname(file) === folder),
    images: images
      .filter((image) => image.startsWith(`${folder}/`))
      .map((image) => image.slice(folder.length + 1)),
  }));
}

export function noDeckIn(folder: string): Fault {
  const message = 'there is no deck here; make a folder with deck.yaml and a file for each topic';
  return faultOf(folder, message);
}

/** The decks as a whole, or every fault. */
export function whole({ decks, faults }: Survey): LoadedDecks {
  if (faults.length > 0) return { kind: 'faulty', faults };
  const sorted = [...decks].sort((a, b) => (a.id < b.id ? -1 : 1));
  const get: Decks['get'] = (id) => sorted.find((deck) => deck.id === id) ?? null;
  return { kind: 'loaded', decks: { get, list: () => sorted } };
}

/** `faults`: those met before the files could be read. */
export function survey(folders: readonly DeckFolder[], faults: readonly Fault[]): Survey {
  const read = folders.map(readDeck);
  return {
    decks: read.flatMap(({ deck }) => deck ?? []),
    faults: inReadingOrder([...faults, ...read.flatMap((deck) => deck.faults)]),
    pictures: read.flatMap((deck) => deck.pictures),
  };
}

/** The same, with what others found in its cards or drawings. */
export function withFaults(found: Survey, more: readonly Fault[]): Survey {
  return { ...found, faults: inReadingOrder([...found.faults, ...more]) };
}

interface DeckReading {
  readonly deck: Deck | null;
  readonly faults: readonly Fault[];
  readonly pictures: readonly PictureUse[];
}

function readDeck({ folder, files, images }: DeckFolder): DeckReading {
  const id = deckId.parse(basename(folder));
  if (id === null) {
    const message = 'the folder names the deck: lower-case words joined by hyphens; rename it';
    return { deck: null, faults: [faultOf(folder, message)], pictures: [] };
  }
  const about = readAbout(folder, files);
  const place = { deck: id, images: new Set(images) };
  const topics = files.filter((file) => !isAbout(file)).map((file) => readTopicFile(file, place));
  const cards = topics.flatMap((topic) => topic.cards);
  const faults = [
    ...about.faults,
    ...(topics.length === 0 ? [faultOf(folder, NO_TOPIC)] : []),
    ...topics.flatMap((topic) => topic.faults),
    ...takenTwice(topics.flatMap(({ claims }) => claims)),
    ...askedTwice(cards),
  ];
  const whole = withTerms(cards.map(({ card }) => card));
  const pictures = cards.flatMap((placed) => pictureUse(folder, placed));
  return { deck: { id, title: about.title, cards: whole }, faults, pictures };
}

const NO_TOPIC = 'the deck has no topic; write its cards into <topic>.yaml';

function pictureUse(folder: string, { card, file, pictureLine }: PlacedCard): PictureUse[] {
  if (card.picture === null) return [];
  const picture = `${folder}/${card.picture.file}`;
  return [{ picture, alt: card.picture.alt, file, line: pictureLine, card: card.id }];
}

function isAbout({ file }: SourceFile): boolean {
  return basename(file) === 'deck.yaml';
}

function readAbout(
  folder: string,
  files: readonly SourceFile[],
): { title: string; faults: readonly Fault[] } {
  const source = files.find(isAbout);
  if (!source) {
    const message = 'the file is missing: write title, description and language into it';
    return { title: '', faults: [faultOf(`${folder}/deck.yaml`, message)] };
  }
  const parsed = parseYaml(source);
  if (parsed.kind === 'faulty') return { title: '', faults: parsed.faults };
  const reading = readBy(deckSchema, parsed.tree.value);
  if (reading.kind === 'read') return { title: reading.value.title, faults: [] };
  const faults = reading.problems.map(({ path, message }) => ({
    file: source.file,
    line: parsed.tree.lineOf(path),
    card: null,
    message,
  }));
  return { title: '', faults };
}

function readTopicFile(
  source: SourceFile,
  place: Parameters<typeof readTopic>[1],
): ReturnType<typeof readTopic> {
  const parsed = parseYaml(source);
  return parsed.kind === 'tree'
    ? readTopic(parsed.tree, place)
    : { cards: [], claims: [], faults: parsed.faults };
}

/** A member who is asked the same twice learns nothing the second time. */
function askedTwice(cards: readonly PlacedCard[]): Fault[] {
  const entries = cards.map((placed) => [placed, askedText(placed.card)] as const);
  return twinsAmong(entries).map(([first, { card, file, promptLine }]) => ({
    file,
    line: promptLine,
    card: card.id,
    message: `asks the same as ${first.card.id} at ${first.file}:${first.promptLine}; ask from another side or remove one`,
  }));
}

/** An id serves one card of a deck for ever, under its present or an earlier name. */
function takenTwice(claims: readonly Claim[]): Fault[] {
  const first = new Map<CardId, Claim>();
  return claims.flatMap((claim) => {
    const holder = first.get(claim.id);
    if (!holder) first.set(claim.id, claim);
    return holder ? takenFault(claim, holder) : [];
  });
}

function takenFault({ id, formerly, file, line, card }: Claim, holder: Claim): Fault {
  const named = formerly ? `formerly ${id}` : `id ${id}`;
  const message = `${named} is taken by the card at ${holder.file}:${holder.line}; choose another`;
  return { file, line, card, message };
}
