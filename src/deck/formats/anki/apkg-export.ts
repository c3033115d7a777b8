import type { Database } from 'sql.js';
import type { Card, Deck } from '../../../core/card.ts';
import { type Exported, type PictureFile, type Remark, remark } from '../format.ts';
import { tagsOf } from '../tags.ts';
import { contentsOf, deckName, deckPart, guidOf } from './anki-contents.ts';
import { CONF, DECK_CONF, decksJson, NOTE_TYPE_ID, noteTypesJson } from './collection-json.ts';
import { SCHEMA, SCHEMA_VERSION } from './collection-schema.ts';
import { checksum, freeNumber, stableNumber } from './stable-numbers.ts';

/** Anki's own sign between fields. */
const BETWEEN_FIELDS = '\x1f';
/** The earliest that a zip can say, so that equal decks make equal files. */
const ZIP_TIME = '1980-01-01T00:00:00';

/**
 * A package for Anki, with a deck for each topic and the drawings that are given. `at`: the time in seconds; Anki takes
 * over changes only where it is later than at the import before. The same input gives the same bytes.
 */
export async function toApkg(
  deck: Deck,
  pictures: readonly PictureFile[],
  at: number,
): Promise<Exported> {
  const media = mediaOf(deck, pictures);
  const names = new Map([...media.values()].map(({ name }, place) => [String(place), name]));
  const { zipSync, strToU8 } = await import('fflate');
  const files = [...media.values()].map(({ bytes }, place) => [
    String(place),
    [bytes, { level: 0 }] as const,
  ]);
  const content = zipSync(
    {
      'collection.anki2': await collectionOf(deck, media, at),
      media: strToU8(JSON.stringify(Object.fromEntries(names))),
      ...Object.fromEntries(files),
    },
    { mtime: ZIP_TIME },
  );
  return { content, left: undrawn(deck, media) };
}

interface Medium {
  /** In Anki's one folder for the media of all decks. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** By the file that cards name: only what a card shows. */
function mediaOf({ id, cards }: Deck, pictures: readonly PictureFile[]): Map<string, Medium> {
  const shown = new Set(cards.map(({ picture }) => picture?.file));
  const named = pictures.filter(({ file }) => shown.has(file));
  return new Map(named.map(({ file, bytes }) => [file, { name: mediaName(id, file), bytes }]));
}

/** `images/rings.svg` of the deck virtualization is `virtualization-rings.png`. */
function mediaName(deck: string, file: string): string {
  const plain = file.replace(/^images\//, '').replace(/\.\w+$/, '');
  return `${deck}-${plain.replace(/[^\w-]+/g, '-')}.png`;
}

function undrawn({ cards }: Deck, media: ReadonlyMap<string, Medium>): Remark[] {
  const reason = 'its drawing was not given, only the words for it are exported';
  return cards
    .filter(({ picture }) => picture !== null && !media.has(picture.file))
    .map(({ id }) => remark(null, id, reason));
}

async function collectionOf(
  deck: Deck,
  media: ReadonlyMap<string, Medium>,
  at: number,
): Promise<Uint8Array> {
  const { default: load } = await import('sql.js');
  const database = new (await load()).Database();
  try {
    database.run(SCHEMA);
    const decks = deckIds(deck);
    const times = [at, at * 1000, at * 1000];
    const json = [CONF, noteTypesJson(at), decksJson(decks, at), DECK_CONF, '{}'];
    const values = [1, ...times, SCHEMA_VERSION, 0, 0, 0, ...json];
    database.run(`INSERT INTO col VALUES (${values.map(() => '?').join()})`, values);
    fill(database, deck, { decks, media, at });
    return database.export();
  } finally {
    database.close();
  }
}

/** The whole deck first, then its topics. */
function deckIds(deck: Deck): Map<string, number> {
  const names = new Set([deckPart(deck.title), ...deck.cards.map((card) => deckName(deck, card))]);
  return new Map([...names].map((name) => [name, stableNumber('deck', name)]));
}

interface Around {
  readonly decks: ReadonlyMap<string, number>;
  readonly media: ReadonlyMap<string, Medium>;
  readonly at: number;
}

function fill(database: Database, deck: Deck, { decks, media, at }: Around): void {
  const note = database.prepare('INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,?,0,?)');
  const position = database.prepare(
    'INSERT INTO cards VALUES (?,?,?,0,?,-1,0,0,?,0,0,0,0,0,0,0,0,?)',
  );
  const taken = { notes: new Set<number>(), cards: new Set<number>() };
  deck.cards.forEach((card, place) => {
    const guid = guidOf(card);
    const nid = freeNumber(stableNumber('note', guid), taken.notes);
    const cid = freeNumber(stableNumber('card', guid), taken.cards);
    const did = decks.get(deckName(deck, card)) ?? 1;
    const fields = contentsOf(card, media.get(card.picture?.file ?? '')?.name ?? null);
    const first = strippedPrompt(card);
    const tags = ` ${tagsOf(card).join(' ')} `;
    const flds = fields.join(BETWEEN_FIELDS);
    note.run([nid, guid, NOTE_TYPE_ID, at, tags, flds, first, checksum(first), '']);
    position.run([cid, nid, did, at, place + 1, '']);
  });
  note.free();
  position.free();
}

/** The first field without its HTML, in which line breaks leave nothing behind. */
function strippedPrompt({ prompt }: Card): string {
  return prompt.replaceAll('\n', '');
}
