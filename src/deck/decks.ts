import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { Deck } from '../core/card.ts';
import { type CardId, deckId } from '../core/ids.ts';
import type { Decks } from '../ports/decks.ts';
import { type Fault, faultOf, inReadingOrder } from './fault.ts';
import { TEXT_LIMITS } from './limits.ts';
import { readBy } from './reading.ts';
import { text } from './texts.ts';
import { type Claim, readTopic } from './topic-file.ts';
import { parseYaml, type SourceFile } from './yaml-tree.ts';

/** All that the files say, faulty or not: the cards that passed, and what is wrong with the others. */
export interface Survey {
  readonly decks: readonly Deck[];
  readonly faults: readonly Fault[];
}

export type LoadedDecks =
  | { readonly kind: 'loaded'; readonly decks: Decks }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

/** A deck's folder and the YAML files in it. */
export interface DeckFolder {
  readonly folder: string;
  readonly files: readonly SourceFile[];
}

export const deckSchema = z.strictObject({
  title: text(TEXT_LIMITS.title, 'the name that members see'),
  description: text(TEXT_LIMITS.description, 'what the deck is about, in a sentence or two'),
  language: z.literal('en').describe('the language of its cards'),
});

/** The decks of files in memory; the folder of a file names its deck. */
export function readDecks(files: readonly SourceFile[]): LoadedDecks {
  const folders = foldersOf(files);
  return whole(survey(folders, folders.length > 0 ? [] : [noDeckIn('.')]));
}

function foldersOf(files: readonly SourceFile[]): DeckFolder[] {
  const folders = [...new Set(files.map(({ file }) => dirname(file)))];
  return folders.map((folder) => ({
    folder,
    files: files.filter(({ file }) => dirname(file) === folder),
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
  };
}

interface DeckReading {
  readonly deck: Deck | null;
  readonly faults: readonly Fault[];
}

function readDeck({ folder, files }: DeckFolder): DeckReading {
  const id = deckId.parse(basename(folder));
  if (id === null) {
    const message = 'the folder names the deck: lower-case words joined by hyphens; rename it';
    return { deck: null, faults: [faultOf(folder, message)] };
  }
  const about = readAbout(folder, files);
  const faults = [...about.faults];
  const topics = files.filter((file) => !isAbout(file)).map((file) => readTopicFile(file, id));
  if (topics.length === 0) {
    faults.push(faultOf(folder, 'the deck has no topic; write its cards into <topic>.yaml'));
  }
  faults.push(
    ...topics.flatMap((topic) => topic.faults),
    ...takenTwice(topics.flatMap(({ claims }) => claims)),
  );
  return { deck: { id, title: about.title, cards: topics.flatMap(({ cards }) => cards) }, faults };
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

function readTopicFile(source: SourceFile, deck: Deck['id']): ReturnType<typeof readTopic> {
  const parsed = parseYaml(source);
  return parsed.kind === 'tree'
    ? readTopic(parsed.tree, deck)
    : { cards: [], claims: [], faults: parsed.faults };
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
