import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Deck } from '../../../../src/core/card.ts';
import type { PictureFile } from '../../../../src/deck/formats/format.ts';
import { AT, deckOf, deckWith, exported } from './decks.ts';
import { ALL_CARDS, EVERY_KIND } from './every-kind.ts';
import { openDatabase, rowsOf } from './packages.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const PICTURES = [
  { file: 'images/call.svg', bytes: PNG },
  { file: 'images/unused.svg', bytes: PNG },
];

interface NoteType {
  id: number;
  name: string;
  type: number;
  sortf: number;
  flds: { name: string; ord: number }[];
  tmpls: { name: string; ord: number; qfmt: string; afmt: string }[];
  req: [number, string, number[]][];
}

/** The package, opened as Anki would. */
async function opened(deck: Deck, pictures: readonly PictureFile[] = PICTURES) {
  const { content, left } = await exported('apkg', deck, pictures);
  if (typeof content === 'string') throw new Error('no bytes');
  const files = unzipSync(content);
  const media = JSON.parse(new TextDecoder().decode(files['media']));
  const database = openDatabase(files['collection.anki2']);
  const [col = {}] = rowsOf(database, 'SELECT * FROM col');
  const json = (key: string): Record<string, unknown> => JSON.parse(String(col[key]));
  return {
    content,
    left,
    files,
    media,
    database,
    col,
    noteTypes: json('models') as Record<string, NoteType>,
    decks: json('decks') as Record<string, { id: number; name: string; conf: number; dyn: number }>,
    json,
    notes: rowsOf(database, 'SELECT * FROM notes ORDER BY id'),
    cards: rowsOf(database, 'SELECT * FROM cards ORDER BY due'),
  };
}

describe('a package for Anki', () => {
  const deck = deckWith(...ALL_CARDS);

  it('holds a collection of schema 11 with all its tables and settings', async () => {
    const { database, col, json } = await opened(deck);
    const tables = rowsOf(database, "SELECT name FROM sqlite_master WHERE type = 'table'");
    expect(tables.map(({ name }) => name)).toEqual(['col', 'notes', 'cards', 'revlog', 'graves']);
    expect(rowsOf(database, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(col).toMatchObject({
      id: 1,
      ver: 11,
      crt: AT,
      mod: AT * 1000,
      scm: AT * 1000,
      tags: '{}',
    });
    expect(json('conf')).toMatchObject({ curDeck: 1, activeDecks: [1] });
    expect(json('dconf')).toMatchObject({ 1: { id: 1, new: { perDay: 20 } } });
    for (const table of ['revlog', 'graves']) {
      expect(rowsOf(database, `SELECT count(*) AS count FROM ${table}`)).toEqual([{ count: 0 }]);
    }
  });

  it('holds one note type, whose fields every note fills', async () => {
    const { noteTypes, notes } = await opened(deck);
    const [[id, noteType] = []] = Object.entries(noteTypes);
    expect(Object.keys(noteTypes)).toHaveLength(1);
    expect(noteType).toMatchObject({ id: Number(id), name: 'Hypercall', type: 0, sortf: 0 });
    expect(noteType?.flds.map(({ ord }) => ord)).toEqual(noteType?.flds.map((_, at) => at));
    const names = noteType?.flds.map(({ name }) => name) ?? [];
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /[:"{}]|^[#^/]/.test(name))).toEqual([]);
    const used = noteType?.tmpls[0]?.qfmt.match(/(?<=\{\{)\w+/g) ?? [];
    expect(noteType?.req).toEqual([[0, 'any', used.map((name) => names.indexOf(name))]]);
    expect(notes).toHaveLength(deck.cards.length);
    for (const { mid, flds } of notes) {
      expect(mid).toBe(Number(id));
      const fields = String(flds).split('\x1f');
      expect(fields).toHaveLength(names.length);
      expect(fields[names.indexOf('Front')]).not.toBe('');
    }
  });

  it('holds notes that Anki can sort, find and tell apart', async () => {
    const { notes } = await opened(deck);
    const unique = (key: string): number => new Set(notes.map((note) => note[key])).size;
    expect([unique('id'), unique('guid')]).toEqual([notes.length, notes.length]);
    for (const { sfld, csum, flds, tags, mod, usn } of notes) {
      const prompt = String(flds).split('\x1f')[0];
      expect(sfld).toBe(prompt);
      const hash = createHash('sha1').update(String(sfld)).digest('hex');
      expect(csum).toBe(Number.parseInt(hash.slice(0, 8), 16));
      expect(tags).toMatch(/^ topic::vmcs difficulty::[123] kind::[a-z-]+ (?:seed::S01 )?$/);
      expect([mod, usn]).toEqual([AT, -1]);
    }
  });

  it('sorts by the prompt without its HTML', async () => {
    const card = { ...EVERY_KIND.flash, prompt: 'a < b & "c"\nd' };
    const { notes } = await opened(deckWith(card));
    expect(notes[0]?.['sfld']).toBe('a < b & "c"d');
    expect(String(notes[0]?.['flds']).split('\x1f')[0]).toBe('a &lt; b &amp; &quot;c&quot;<br>d');
  });

  it('holds one new card for each note, in the order of the deck, in a deck that there is', async () => {
    const { notes, cards, decks } = await opened(deck);
    expect(cards.map(({ due }) => due)).toEqual(deck.cards.map((_, at) => at + 1));
    expect(new Set(cards.map(({ nid }) => nid))).toEqual(new Set(notes.map(({ id }) => id)));
    for (const { did, ord, type, queue, reps } of cards) {
      expect([ord, type, queue, reps]).toEqual([0, 0, 0, 0]);
      expect(decks[String(did)]?.name).toBe('Virtualization::The VMCS');
    }
  });

  it('holds a deck for each topic inside one for the whole, beside the default', async () => {
    const [first, ...others] = ALL_CARDS;
    const { decks, json } = await opened(
      deckOf([
        { topic: 'a', title: 'A::b "c"', cards: first ? [first] : [] },
        { topic: 'z', title: 'Z', cards: others },
      ]),
    );
    const names = Object.values(decks).map(({ name }) => name);
    expect(names.sort()).toEqual([
      'Default',
      'Virtualization',
      'Virtualization::A:b c',
      'Virtualization::Z',
    ]);
    for (const [id, { conf, dyn, ...rest }] of Object.entries(decks)) {
      expect([rest.id, dyn]).toEqual([Number(id), 0]);
      expect(json('dconf')).toHaveProperty(String(conf));
    }
  });

  it('takes along the drawings that its cards show, under names of their own', async () => {
    const { files, media, notes, left } = await opened(deck);
    expect(Object.keys(files).sort()).toEqual(['0', 'collection.anki2', 'media']);
    expect(media).toEqual({ 0: 'v-call.png' });
    expect(files['0']).toEqual(PNG);
    const shown = notes.filter(({ flds }) => String(flds).includes('<img'));
    expect(shown).toHaveLength(1);
    expect(shown[0]?.['flds']).toContain(
      '<img src="v-call.png" alt="An arrow from guest to host">',
    );
    expect(left).toEqual([]);
  });

  it('says which drawings were not given, and shows their words', async () => {
    const { left, media, notes } = await opened(deck, []);
    expect(media).toEqual({});
    expect(left.map(({ item }) => item)).toEqual(['k-flash']);
    expect(notes.some(({ flds }) => String(flds).includes('[An arrow from guest to host]'))).toBe(
      true,
    );
  });

  it('knows its notes again after a change, and its note type', async () => {
    const changed = deckWith({ ...EVERY_KIND.flash, prompt: 'What is a hypercall now?' });
    const [before, after] = [await opened(deckWith(EVERY_KIND.flash)), await opened(changed)];
    expect(after.notes[0]).toMatchObject({
      id: before.notes[0]?.['id'],
      guid: before.notes[0]?.['guid'],
      mid: before.notes[0]?.['mid'],
    });
    expect(after.notes[0]?.['flds']).not.toBe(before.notes[0]?.['flds']);
  });
});
