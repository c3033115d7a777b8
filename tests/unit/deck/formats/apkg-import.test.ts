import { describe, expect, it } from 'vitest';
import { imported, refusals } from './decks.ts';
import { collection, hostileCollection, packageOf } from './packages.ts';

const NOTE = { model: 'Basic', fields: ['What?', 'This'] } as const;

describe('a package of Anki', () => {
  it('becomes flash and gap cards, topics from its decks, in the order of study', async () => {
    const notes = [
      { model: 'Basic', fields: ['<div>What?</div>', 'One<br>two'], deck: 'OS::Rings' },
      {
        model: 'Cloze',
        fields: ['Ring {{c1::0::number}} is inner', 'More'],
        tags: ' difficulty::3 ',
      },
      { model: 'Basic', fields: ['See <img src="a.png">?', 'It'], deck: 'OS::Rings' },
    ] as const;
    const bytes = packageOf({
      'collection.anki2': collection(notes),
      media: '{"0":"a.png"}',
      0: 'x',
    });
    const { topics, bad, notes: said } = await imported('apkg', bytes);
    expect(bad).toEqual([]);
    expect(topics).toMatchObject([
      {
        topic: 'rings',
        title: 'Rings',
        cards: [
          { kind: 'flash', prompt: 'See ?', answer: 'It' },
          { kind: 'flash', prompt: 'What?', answer: 'One\ntwo' },
        ],
      },
      {
        topic: 'imported',
        cards: [{ kind: 'gap', prompt: 'Ring {1} is inner', difficulty: 3, explanation: 'More' }],
      },
    ]);
    expect(said[0]?.reason).toBe(
      '"a.png" is not taken over; draw it as SVG or describe it in words',
    );
  });

  it('is read from collection.anki21 where there is one', async () => {
    const dummy = collection([{ ...NOTE, fields: ['Please update Anki', ''] }]);
    const bytes = packageOf({ 'collection.anki2': dummy, 'collection.anki21': collection([NOTE]) });
    const { topics } = await imported('apkg', bytes);
    expect(topics[0]?.cards).toMatchObject([{ prompt: 'What?' }]);
  });

  it('of the newer form is refused with what to do', async () => {
    const bytes = packageOf({
      'collection.anki2': collection([NOTE]),
      'collection.anki21b': 'zstd',
    });
    expect(await refusals('apkg', bytes)).toEqual([
      'null the file: the package is of a newer form; export it again with "Support older Anki versions" ticked',
    ]);
  });

  it('names the notes that are no cards', async () => {
    const notes = [
      NOTE,
      { ...NOTE, fields: ['Empty?', ''] },
      { ...NOTE, fields: ['what?', 'That'] },
    ];
    const bytes = packageOf({ 'collection.anki2': collection(notes) });
    expect(await refusals('apkg', bytes)).toEqual([
      expect.stringMatching(/^null "Empty\?": answer is missing/),
      'null "What?": asks the same as the card before; ask from another side or remove one',
    ]);
  });
});

describe('a package that is none', () => {
  const sound = collection([NOTE]);
  const zip = packageOf({ 'collection.anki2': sound });
  const NO_ZIP = 'the file is no zip, or only a part of one; export it again';
  const UNSOUND = 'the collection in the package is damaged; export it again';

  it.each([
    ['no bytes', new Uint8Array(), NO_ZIP],
    ['text', 'not a zip', NO_ZIP],
    ['half a zip', zip.subarray(0, zip.length / 2), NO_ZIP],
    [
      'no collection',
      packageOf({ 'collection.txt': 'x' }),
      'there is no Anki collection in the file; export it again as .apkg',
    ],
    [
      'a collection out of the way',
      packageOf({ '../collection.anki2': sound, 'a/collection.anki2': sound }),
      'there is no Anki collection in the file; export it again as .apkg',
    ],
    [
      'a collection that is no database',
      packageOf({ 'collection.anki2': 'x'.repeat(5_000) }),
      UNSOUND,
    ],
    ['half a database', packageOf({ 'collection.anki2': sound.subarray(0, 9_000) }), UNSOUND],
    [
      'a database without tables',
      packageOf({ 'collection.anki2': hostileCollection('CREATE TABLE x (y)') }),
      UNSOUND,
    ],
  ])('is refused for %s', async (_, bytes, reason) => {
    expect(await refusals('apkg', bytes)).toEqual([`null the file: ${reason}`]);
  });

  it.each([
    [
      'a view that never ends',
      `CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)
      SELECT id, 1001 AS mid, '' AS tags, 'a' AS flds FROM n`,
    ],
    [
      'a column that is computed',
      'CREATE TABLE notes (id integer, mid integer, tags text, flds text AS (hex(zeroblob(100000000))))',
    ],
    ['words that are no notes', 'CREATE TABLE notes (id integer, mid integer, tags text)'],
  ])('is refused for %s', async (_, notes) => {
    const sql = `CREATE TABLE col (models text, decks text);
      INSERT INTO col VALUES ('{"1001":{}}', '{}');
      CREATE TABLE cards (nid integer, did integer, odid integer, type integer, due integer);
      ${notes};`;
    const bytes = packageOf({ 'collection.anki2': hostileCollection(sql) });
    expect(await refusals('apkg', bytes)).toEqual([`null the file: ${UNSOUND}`]);
  });

  it.each([
    ['not JSON', "'{'", UNSOUND],
    ['a list', "'[]'", UNSOUND],
    ['nothing, as in newer schemas', "''", UNSOUND],
    [
      'empty, as in newer schemas',
      "'{}'",
      'the package is of a newer form; export it again with "Support older Anki versions" ticked',
    ],
  ])('is refused where its note types are %s', async (_, models, reason) => {
    const tables = `CREATE TABLE col (id integer, models text, decks text);
      CREATE TABLE notes (id integer, mid integer, tags text, flds text);
      CREATE TABLE cards (id integer, nid integer, did integer, odid integer, type integer, due integer);
      CREATE TRIGGER t AFTER INSERT ON col BEGIN UPDATE col SET models = ${models}; END;`;
    const bytes = packageOf({ 'collection.anki2': collection([NOTE], tables) });
    expect(await refusals('apkg', bytes)).toEqual([`null the file: ${reason}`]);
  });

  it('is read without fail where its note types are odd', async () => {
    const tables = `CREATE TABLE col (id integer, models text, decks text);
      CREATE TABLE notes (id integer, mid integer, tags text, flds text);
      CREATE TABLE cards (id integer, nid integer, did integer, odid integer, type integer, due integer);
      CREATE TRIGGER t AFTER INSERT ON col BEGIN
        UPDATE col SET models = '{"1001":{"flds":[null,{"name":7}]}}', decks = '{"1":null}'; END;`;
    const bytes = packageOf({ 'collection.anki2': collection([NOTE], tables) });
    const { topics } = await imported('apkg', bytes);
    expect(topics).toMatchObject([
      { topic: 'imported', cards: [{ prompt: 'What?', answer: 'This' }] },
    ]);
  });
});
