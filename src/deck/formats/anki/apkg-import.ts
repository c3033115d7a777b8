import { isRaw, type Raw } from '../../reading.ts';
import { type Found, refused } from '../format.ts';
import { IMPORT_LIMITS, TOO_MANY_ITEMS } from '../import-limits.ts';
import { type ZipEntry, zipContent, zipEntries } from '../zip-reading.ts';
import { wordsOf } from './anki-headers.ts';
import { type AnkiNote, draftOfNote } from './anki-note.ts';
import { type SqlQuery, type SqlRow, sqliteRows } from './sqlite-rows.ts';

const NEWER =
  'the package is of a newer form; export it again with "Support older Anki versions" ticked';
const NO_COLLECTION = 'there is no Anki collection in the file; export it again as .apkg';
const UNSOUND = 'the collection in the package is damaged; export it again';
const BETWEEN_FIELDS = '\x1f';
const CARDS_A_NOTE = 10;
const NEW = 0;
const STUDIED = Number.MAX_SAFE_INTEGER;

const QUERIES: readonly SqlQuery[] = [
  { table: 'col', columns: ['models', 'decks'], limit: 1 },
  {
    table: 'notes',
    columns: ['id', 'mid', 'tags', 'flds'],
    limit: IMPORT_LIMITS.items + 1,
  },
  {
    table: 'cards',
    columns: ['nid', 'did', 'odid', 'type', 'due'],
    limit: IMPORT_LIMITS.items * CARDS_A_NOTE,
  },
];

/** The notes of a package of Anki; its media stay in it. */
export async function fromApkg(bytes: Uint8Array): Promise<Found[]> {
  const listing = zipEntries(bytes);
  if (listing.kind === 'refused') return whole(listing.reason);
  const named = (name: string): ZipEntry | undefined =>
    listing.entries.find((entry) => entry.name === name);
  if (named('collection.anki21b')) return whole(NEWER);
  const entry = named('collection.anki21') ?? named('collection.anki2');
  if (!entry) return whole(NO_COLLECTION);
  const content = await zipContent(bytes, entry);
  if (content.kind === 'refused') return whole(content.reason);
  const tables = await sqliteRows(content.bytes, QUERIES);
  return tables ? foundIn(tables) : whole(UNSOUND);
}

function whole(reason: string): Found[] {
  return [refused(null, 'the file', reason)];
}

function foundIn([col = [], notes = [], cards = []]: readonly (readonly SqlRow[])[]): Found[] {
  const [models, decks] = (col[0] ?? []).map(jsonOf);
  if (!models || !decks) return whole(UNSOUND);
  if (Object.keys(models).length === 0) return whole(NEWER);
  const places = placesOf(cards);
  const deckOf = ([id]: SqlRow): string | null =>
    textAt(decks[String(places.get(id)?.deck)], 'name');
  const placeOf = ([id]: SqlRow): number => places.get(id)?.position ?? STUDIED;
  const inOrder = [...notes].sort((a, b) => placeOf(a) - placeOf(b));
  const found = inOrder
    .slice(0, IMPORT_LIMITS.items)
    .map((note) => draftOfNote(noteOf(note, models, deckOf(note))));
  return notes.length > IMPORT_LIMITS.items ? [...found, ...whole(TOO_MANY_ITEMS)] : found;
}

interface Place {
  readonly deck: unknown;
  /** Among the cards that are still new. */
  readonly position: number;
}

/** Where the first card of each note stands; a card that is being studied has no position any more. */
function placesOf(cards: readonly SqlRow[]): ReadonlyMap<unknown, Place> {
  const places = new Map<unknown, Place>();
  for (const [nid, did, odid, type, due] of cards) {
    const position = type === NEW ? Number(due) : STUDIED;
    if (!places.has(nid)) places.set(nid, { deck: Number(odid) || did, position });
  }
  return places;
}

function jsonOf(value: unknown): Raw | null {
  try {
    const parsed: unknown = JSON.parse(String(value));
    return isRaw(parsed) ? parsed : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

function noteOf([, mid, tags, flds]: SqlRow, models: Raw, deck: string | null): AnkiNote {
  const names = fieldNames(models[String(mid)]);
  const contents = String(flds).split(BETWEEN_FIELDS);
  return {
    line: null,
    fields: contents.map((content, at) => [names[at] ?? `field ${at + 1}`, content]),
    isHtml: true,
    deck,
    tags: wordsOf(String(tags)),
  };
}

function fieldNames(model: unknown): string[] {
  const fields: unknown = isRaw(model) ? model['flds'] : null;
  if (!Array.isArray(fields)) return [];
  const ordered = [...fields].sort((a, b) => ordOf(a) - ordOf(b));
  return ordered.map((field, at) => textAt(field, 'name') ?? `field ${at + 1}`);
}

function ordOf(field: unknown): number {
  return isRaw(field) ? Number(field['ord']) || 0 : 0;
}

function textAt(value: unknown, key: string): string | null {
  const text = isRaw(value) ? value[key] : null;
  return typeof text === 'string' ? text : null;
}
