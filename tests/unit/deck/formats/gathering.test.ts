import { describe, expect, it } from 'vitest';
import { TO_BE_WRITTEN } from '../../../../src/deck/formats/format.ts';
import { importDeck } from '../../../../src/deck/formats/import-deck.ts';
import { IMPORT_LIMITS } from '../../../../src/deck/formats/import-limits.ts';
import { writeTopicYaml } from '../../../../src/deck/formats/topic-yaml.ts';
import { parseYaml } from '../../../../src/deck/yaml-tree.ts';
import { deckOf, imported, importedCard, refusals } from './decks.ts';

const OPTIONS = { topic: 'hypercalls', title: 'Hypercalls', prefix: 'Hc!' };

async function idsOf(text: string, prefix = 'hc'): Promise<unknown[]> {
  const { topics } = await importDeck('quizlet', text, { ...OPTIONS, prefix });
  return topics.flatMap(({ cards }) => cards.map((card) => card['id']));
}

describe('ids of imported cards', () => {
  it('are made from the question', async () => {
    expect(await idsOf('What is a hypercall?\tA call')).toEqual([
      expect.stringMatching(/^hc-what-is-a-hypercall-[0-9a-f]{8}$/),
    ]);
  });

  it('stay the same when the answer or the order changes, and differ with the question', async () => {
    const [first, second] = await idsOf('One?\tA\nTwo?\tB');
    expect(await idsOf('Two?\tC\nOne?\tD')).toEqual([second, first]);
    expect(first).not.toBe(second);
  });

  it('are ids in any language and at any length', async () => {
    const ids = await idsOf(`${'Müßige Wörter '.repeat(30)}?\tA\n何ですか\tB\nなぜ\tC`, '');
    expect(ids).toEqual([
      expect.stringMatching(/^[a-z-]+-[0-9a-f]{8}$/),
      expect.stringMatching(/^[0-9a-f]{8}$/),
      expect.stringMatching(/^[0-9a-f]{8}$/),
    ]);
    expect(new Set(ids).size).toBe(3);
  });

  it('take only letters of the prefix', async () => {
    expect(await idsOf('One?\tA', 'Hc! é')).toEqual([expect.stringMatching(/^hc-e-one-/)]);
  });
});

describe('what a foreign file does not say', () => {
  it('stands in the card as a placeholder, and a note lists it', async () => {
    const csv = 'prompt,A,B,C,key\nWhich?,One,Two,Three,B\n';
    const { topics, notes } = await imported('csv', csv);
    expect(topics[0]?.cards).toEqual([
      {
        id: expect.stringMatching(/^im-which-/),
        kind: 'single',
        prompt: 'Which?',
        options: { A: 'One', B: 'Two', C: 'Three' },
        key: 'B',
        why: { A: TO_BE_WRITTEN, C: TO_BE_WRITTEN },
        difficulty: 2,
        explanation: TO_BE_WRITTEN,
        source: TO_BE_WRITTEN,
      },
    ]);
    expect(notes).toEqual([
      {
        line: 2,
        item: topics[0]?.cards[0]?.['id'],
        reason: 'still to be written: explanation, source, why A, why C; difficulty 2 is assumed',
      },
    ]);
    expect(deckOf(topics).cards).toHaveLength(1);
  });

  it('is filled in for statements and for a false one', async () => {
    const kprime = 'kind,prompt,A,B,C,D,key,why B\nkprime,Judge.,a,b,c,d,"A, D",Because.\n';
    expect(await importedCard('csv', kprime)).toMatchObject({
      key: { A: true, B: false, C: false, D: true },
      why: { B: 'Because.', C: TO_BE_WRITTEN },
    });
    expect(await importedCard('csv', 'prompt,key\nSo it is.,false\n')).toMatchObject({
      kind: 'true-false',
      correction: TO_BE_WRITTEN,
    });
  });

  it('is never the key', async () => {
    expect(await refusals('csv', 'prompt,A,B,C\nWhich?,1,2,3\n')).toEqual([
      expect.stringContaining('2 "Which?": key is missing'),
    ]);
  });
});

describe('items that are refused', () => {
  it('are those that the checker refuses, with its reasons and their lines', async () => {
    const long = 'x'.repeat(501);
    expect(await refusals('quizlet', `Good?\tYes\n\n${long}\tAn answer`)).toEqual([
      `3 "${'x'.repeat(40)}…": prompt has 501 characters; at most 500 are possible`,
    ]);
  });

  it('are second cards for a question or an id', async () => {
    const csv = 'id,prompt,answer\none,One?,a\ntwo,one?,b\none,Three?,c\n';
    expect(await refusals('csv', csv)).toEqual([
      '3 two: asks the same as the card at line 2; ask from another side or remove one',
      '4 one: id one is taken by the card at line 2; choose another',
    ]);
  });

  it('leave the good ones in', async () => {
    const { topics, bad } = await imported('quizlet', 'no tab\nOne?\tA\n\tB\nTwo?\tC\nThree?\t');
    expect(topics[0]?.cards.map(({ prompt }) => prompt)).toEqual(['One?', 'Two?']);
    expect(bad.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it('include what comes after too many', async () => {
    const rows = Array.from({ length: IMPORT_LIMITS.items + 1 }, (_, at) => `Q ${at}?\tA`);
    const { bad, topics } = await imported('quizlet', rows.join('\n'));
    expect(bad).toEqual([
      { line: 20_001, item: 'the file', reason: 'the file has more than 20000 items; split it' },
    ]);
    const texts = [...topics.slice(0, 2), ...topics.slice(-1)].map(writeTopicYaml);
    expect(texts.map((text) => parseYaml({ file: 'x.yaml', text }).kind)).not.toContain('faulty');
  });

  it.each([
    [
      '',
      'null the file: nothing stands in it that could be a card; check that it is the right file',
    ],
    [
      new Uint8Array([0x66, 0xff, 0xfe]),
      'null the file: the file is not UTF-8; save it in that encoding',
    ],
    ['a\tb\0', 'null the file: the file is not UTF-8; save it in that encoding'],
    [
      new Uint8Array(IMPORT_LIMITS.bytes + 1),
      'null the file: the file is larger than 25 MiB; split it',
    ],
  ])('include a whole file that is none (%#)', async (source, refusal) => {
    expect(await refusals('quizlet', source)).toEqual([refusal]);
  });

  it('include everything where the topic has no name', async () => {
    const { bad } = await importDeck('quizlet', 'a\tb', { ...OPTIONS, topic: 'No Slug' });
    expect(bad).toMatchObject([{ item: 'the topic' }]);
    const untitled = await importDeck('quizlet', 'a\tb', { ...OPTIONS, title: ' ' });
    expect(untitled).toMatchObject({ topics: [], bad: [{ item: 'the title' }] });
  });
});

describe('topics of imported cards', () => {
  it('are those of the file, or else the one that was asked for', async () => {
    const csv =
      'topic,title,prompt,answer\n,,One?,a\nrings,Rings,Two?,b\n,Mode switches,Three?,c\n';
    const { topics } = await imported('csv', csv);
    expect(topics.map(({ topic, title, cards }) => [topic, title, cards.length])).toEqual([
      ['imported', 'Imported', 1],
      ['rings', 'Rings', 1],
      ['mode-switches', 'Mode switches', 1],
    ]);
  });

  it('have titles that fit', async () => {
    const title = `${'Long words '.repeat(5)}end`;
    const { topics, notes } = await imported('csv', `title,prompt,answer\n${title},One?,a\n`);
    expect(topics[0]?.title).toBe('Long words Long words Long words Long w…');
    expect(notes.at(-1)?.reason).toBe(
      'the title is cut to Long words Long words Long words Long w…',
    );
  });

  it('go on in a second file before the first is too large', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => `Question ${at}?\t${'answer '.repeat(50)}`);
    const { topics } = await importDeck('quizlet', rows.join('\n'), {
      ...OPTIONS,
      title: 'A title of forty characters, all of them',
    });
    expect(topics.map(({ topic, title }) => [topic, title])).toEqual([
      ['hypercalls', 'A title of forty characters, all of them'],
      ['hypercalls-2', 'A title of forty characters, all of (2)'],
      ['hypercalls-3', 'A title of forty characters, all of (3)'],
    ]);
    expect(deckOf(topics).cards).toHaveLength(600);
  });
});
