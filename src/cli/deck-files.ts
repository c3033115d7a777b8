import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nearest } from '../chat/nearest.ts';
import type { Deck } from '../core/card.ts';
import { topicId } from '../core/ids.ts';
import { readDecks } from '../deck/decks.ts';
import { formatFault } from '../deck/fault.ts';
import { exportDeck } from '../deck/formats/export-deck.ts';
import { FORMATS, type Format, type PictureFile, type Remark } from '../deck/formats/format.ts';
import { importDeck } from '../deck/formats/import-deck.ts';
import { newTopicYaml } from '../deck/formats/new-yaml.ts';
import { writeTopicYaml } from '../deck/formats/topic-yaml.ts';
import { KINDS } from '../deck/kinds.ts';
import { renderPicture } from '../pictures/render-picture.ts';
import { CONTENT, type DeckOptions, type Outcome, well } from './deck-options.ts';
import { openDecks } from './decks.ts';
import { Sentence, sentenceOf } from './sentence.ts';

const KIND_NAMES = KINDS.map(({ name }) => name);

/** Width of a picture in a package, in pixels. */
const PICTURE_WIDTH = 960;

/** A file of foreign cards becomes topic files: all of them, or none where the deck would break. */
export async function importFrom(
  [format, file]: readonly string[],
  options: DeckOptions,
): Promise<Outcome> {
  const source = await sourceFile(file);
  const name = options.topic ?? 'imported';
  if (topicId.parse(name) === null) throw badTopic(name);
  const title = options.title ?? titled(name);
  const prefix = options.prefix ?? '';
  const { topics, bad, notes } = await importDeck(formatNamed(format), source, {
    topic: name,
    title,
    prefix,
  });
  const folder = await deckFolder(options);
  const files = topics.map((topic) => ({
    file: join(folder, `${topic.topic}.yaml`),
    text: writeTopicYaml(topic),
  }));
  await addToDeck(folder, files);
  const cards = topics.reduce((sum, topic) => sum + topic.cards.length, 0);
  const told = [
    `${cards} cards in ${files.length} new files:`,
    ...files.map((each) => `  ${each.file}`),
    ...remarks('Left out:', bad),
    ...remarks('To look at:', notes),
  ];
  return well(`${told.join('\n')}\n`);
}

/** The deck in a foreign format; what that cannot hold is named. */
export async function exportTo(
  [format, file]: readonly string[],
  options: DeckOptions,
): Promise<Outcome> {
  const wanted = formatNamed(format);
  if (file === undefined) throw new Sentence('Name the file to write: `export <format> <file>`.');
  const deck = await deckNamed(options);
  const folder = await deckFolder(options);
  const { content, left } = await exportDeck(wanted, deck, {
    pictures: wanted === 'apkg' ? await picturesOf(deck, folder) : [],
    at: Math.floor(Date.now() / 1_000),
  });
  await writeWhole(file, content);
  const told = [`${deck.cards.length} cards: ${file}`, ...remarks('Left out or shortened:', left)];
  return well(`${told.join('\n')}\n`);
}

/** A topic file with a card of each kind to fill in. */
export async function newTopic(
  [name, ...title]: readonly string[],
  options: DeckOptions,
): Promise<Outcome> {
  if (name === undefined || topicId.parse(name) === null) throw badTopic(name ?? '');
  const folder = await deckFolder(options);
  const file = join(folder, `${name}.yaml`);
  await addToDeck(folder, [
    { file, text: newTopicYaml(name, title.join(' ') || titled(name), KIND_NAMES) },
  ]);
  return well(`${file} holds a card of each kind: keep the kinds you want and fill them in.\n`);
}

const titled = (name: string): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`.slice(0, 40);

function badTopic(name: string): Sentence {
  return new Sentence(
    `${JSON.stringify(name)} names no topic: write lower-case words joined by hyphens, such as trap-and-emulate.`,
  );
}

function formatNamed(name: string | undefined): Format {
  const format = FORMATS.find((known) => known === name);
  if (format) return format;
  const meant = nearest(name ?? '', FORMATS);
  const known = `The formats are ${FORMATS.join(', ')}.`;
  throw new Sentence(
    `${name === undefined ? 'Name a format.' : `There is no format ${name}.`}${meant ? ` Did you mean ${meant}?` : ''} ${known}`,
  );
}

async function sourceFile(file: string | undefined): Promise<Uint8Array> {
  if (file === undefined) throw new Sentence('Name the file to read: `import <format> <file>`.');
  try {
    return await readFile(file);
  } catch (cause) {
    throw new Sentence(`${file} cannot be read (${sentenceOf(cause)}).`, cause);
  }
}

async function deckNamed({ deck: name, content = CONTENT }: DeckOptions): Promise<Deck> {
  const decks = (await openDecks(content)).list();
  const deck = name === undefined ? decks[0] : decks.find(({ id }) => id === name);
  if (deck && (name !== undefined || decks.length === 1)) return deck;
  const names = decks.map(({ id }) => id).join(', ');
  throw new Sentence(
    name === undefined
      ? `Name a deck with --deck: ${names}.`
      : `There is no deck ${name}: there is ${names}.`,
  );
}

async function deckFolder(options: DeckOptions): Promise<string> {
  const { id } = await deckNamed(options);
  return join(options.content ?? CONTENT, id);
}

/** Writes new files of a deck, all or none: never over another file, never so that the deck breaks. */
async function addToDeck(
  folder: string,
  added: readonly { readonly file: string; readonly text: string }[],
): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  const there = names.map((name) => join(folder, name));
  const taken = added.find(({ file }) => there.includes(file));
  if (taken) throw new Sentence(`${taken.file} is there already: name another topic with --topic.`);
  const images = await readdir(join(folder, 'images')).catch(() => []);
  const files = await Promise.all(
    there.map(async (file) => ({ file, text: await readFile(file, 'utf8') })),
  );
  const pictures = images.map((name) => join(folder, 'images', name));
  const loaded = readDecks([...files, ...added], pictures);
  if (loaded.kind === 'faulty') {
    const faults = loaded.faults.map(formatFault);
    throw new Sentence(
      ['Nothing was written, because the deck would break:', ...faults].join('\n'),
    );
  }
  for (const { file, text } of added) await writeWhole(file, text);
}

async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
}

async function picturesOf(deck: Deck, folder: string): Promise<PictureFile[]> {
  const files = new Set(deck.cards.flatMap(({ picture }) => (picture ? [picture.file] : [])));
  return Promise.all(
    [...files].map(async (file) => {
      const svg = await readFile(join(folder, file), 'utf8');
      return { file, bytes: await renderPicture(svg, PICTURE_WIDTH) };
    }),
  );
}

function remarks(title: string, found: readonly Remark[]): string[] {
  if (found.length === 0) return [];
  const lines = found.map(
    ({ line, item, reason }) => `  ${line === null ? '' : `line ${line}, `}${item}: ${reason}`,
  );
  return [title, ...lines];
}
