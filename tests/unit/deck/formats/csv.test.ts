import { describe, expect, it } from 'vitest';
import { deckWith, exportedText, imported, importedCard, refusals, roundTrip } from './decks.ts';
import { EVERY_KIND } from './every-kind.ts';

const HEADINGS =
  'topic,title,id,formerly,seed,exercise,difficulty,kind,prompt,picture,alt,A,B,C,D,E,F,key,' +
  'why A,why B,why C,why D,why E,why F,correction,accept,reject,needs,tolerance,unit,answer,explanation,source,hint';

describe('a CSV file', () => {
  it('names its columns and has a row for each card', async () => {
    const text = await exportedText('csv', deckWith(EVERY_KIND.typed, EVERY_KIND.match));
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      HEADINGS,
      'vmcs,The VMCS,k-typed,,,,1,typed,What is the short name of the control structure on Intel?' +
        `${','.repeat(17)}"VMCS\nvirtual machine control structure",VMCB,,,,,` +
        'It is so because it is.,Intel SDM Vol. 3,',
    ]);
    expect(text).toContain(',"A: VMCB\nB: #VMEXIT\nC: ASID",');
  });

  it.each(['=1+1', '+x', '-x', '@SUM(A1)', "'=x", "''-x"])(
    'cannot make a spreadsheet run %s',
    async (formula) => {
      const deck = deckWith({ ...EVERY_KIND.flash, prompt: formula, answer: formula });
      const text = await exportedText('csv', deck);
      expect(text).toContain(`,'${formula},`);
      expect((await roundTrip('csv', deck)).cards).toMatchObject([{ prompt: formula }]);
    },
  );

  it('starts no cell with a sign that begins a formula', async () => {
    const deck = deckWith(...Object.values(EVERY_KIND));
    const cells = (await exportedText('csv', deck)).split(/,|\r\n/);
    expect(cells.filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
  });
});

describe('a CSV file from a spreadsheet', () => {
  const card = { kind: 'flash', prompt: 'What is it, then?', answer: 'Two\nlines "quoted"' };
  const rows = 'Question,Answer\r\n"What is it, then?","Two\r\nlines ""quoted"""\r\n';

  it('may have any line ends, a byte order mark, and headings in any case', async () => {
    expect(await importedCard('csv', `\ufeff${rows}`)).toMatchObject(card);
    expect(await importedCard('csv', rows.replaceAll('\r\n', '\r'))).toMatchObject(card);
  });

  it('may be UTF-16, with its mark', async () => {
    const little = Buffer.from(`\ufeff${rows}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const source of [little, big]) {
      expect((await imported('csv', source)).topics[0]?.cards).toMatchObject([card]);
    }
    expect(await refusals('csv', little.subarray(2))).toEqual([
      'null the file: the file is not UTF-8; save it in that encoding',
    ]);
  });

  it.each([';', '\t'])('may be parted by %j', async (sign) => {
    const text = `prompt${sign}answer${sign}source\nWhat, then?${sign}This, that${sign}A book\n`;
    expect(await importedCard('csv', text)).toMatchObject({
      prompt: 'What, then?',
      answer: 'This, that',
      source: 'A book',
    });
  });

  it.each([
    ['A,B,C,key', 'x,y,z,b', { kind: 'single', key: 'B' }],
    ['A,B,C,D,key', 'w,x,y,z,"a, C"', { kind: 'several', key: ['A', 'C'] }],
    ['key', 'TRUE', { kind: 'true-false', key: true }],
    ['accept', '"one\nuno"', { kind: 'typed', accept: ['one', 'uno'] }],
    ['key,tolerance', '-1.5,5%', { kind: 'numeric', key: -1.5, tolerance: '5%' }],
    ['answer', '42', { kind: 'flash', answer: '42' }],
    ['kind,A,B,C', 'Order,x,y,z', { kind: 'order', items: ['x', 'y', 'z'] }],
  ])('is understood without a kind: %s', async (headings, cells, expected) => {
    expect(await importedCard('csv', `prompt,${headings}\nWhat?,${cells}\n`)).toMatchObject(
      expected,
    );
  });

  it('finds the gaps in the prompt', async () => {
    const text =
      'prompt,accept,reject\nIt is {1} and {2}.,"{1} red\n{2} blue\n{2} navy",{2} pink\n';
    expect(await importedCard('csv', text)).toMatchObject({
      kind: 'gap',
      gaps: [{ accept: ['red'] }, { accept: ['blue', 'navy'], reject: ['pink'] }],
    });
  });
});

describe('a CSV file with faults', () => {
  it.each([
    [
      'no headings',
      'What?,This\n',
      '1 the file: the first line must name the columns, at least prompt; put such a line at the top',
    ],
    [
      'commas without quotes',
      'prompt,answer\nWhat, then?,This\n',
      '2 "What": the row has 3 cells and the first line 2; put texts with separators in quotes',
    ],
    [
      'an unknown kind',
      'prompt,kind\nWhat?,quiz\n',
      '2 "What?": kind "quiz" is unknown; use one of single, several, true-false, kprime, typed, key-points, numeric, order, match, gap, flash',
    ],
    ['a bad id', 'id,prompt,answer\nNo Id,What?,x\n', '2 No Id: id "No Id" does not fit'],
    [
      'two equal left sides',
      'kind,prompt,A,B,C,key\nmatch,M?,x,x,y,"A: 1\nB: 2\nC: 3"\n',
      '2 "M?": the left side "x" stands twice; change one',
    ],
    [
      'a left side that is no key',
      'kind,prompt,A,B,C,key\nmatch,M?,__proto__,x,y,"A: 1\nB: 2\nC: 3"\n',
      '2 "M?": the left side __proto__ is refused; change it',
    ],
    [
      'a statement that is not there',
      'kind,prompt,A,B,C,D,key\nkprime,K?,a,b,c,d,"A, E"\n',
      '2 "K?": key "E" is no statement; name the letters of the true ones, or none',
    ],
    [
      'a number that is none',
      'kind,prompt,key\nnumeric,N?,"1,5"\n',
      '2 "N?": key must be a number',
    ],
  ])('is refused for %s', async (_, text, refusal) => {
    expect(await refusals('csv', text)).toEqual([expect.stringContaining(refusal)]);
  });

  it('is read on after a quote that is never closed', async () => {
    const text = 'prompt,answer\nOne?,a\n\n"Two?,b\nThree?,c\n';
    const { topics, bad } = await imported('csv', text);
    expect(bad).toEqual([
      {
        line: 4,
        item: '"\\"Two?,b"',
        reason:
          'a quote is opened and never closed; close it, or write "" for a quote inside a text',
      },
    ]);
    expect(topics[0]?.cards.map(({ prompt }) => prompt)).toEqual(['One?', 'Three?']);
  });

  it('keeps a quote in the middle of a text', async () => {
    expect(await importedCard('csv', 'prompt,answer\nWhat is a 5" disk?,old\n')).toMatchObject({
      prompt: 'What is a 5" disk?',
    });
  });

  it('stops after a hundred broken rows, and at a row that is too long', async () => {
    const broken = `prompt,answer\n${`"${'x'.repeat(70_000)}\n`.repeat(120)}`;
    const reasons = (await refusals('csv', broken)).map((refusal) => refusal.replace(/.*: /, ''));
    expect(reasons).toHaveLength(102);
    expect(reasons[0]).toBe('the item has more than 65536 characters; shorten it');
    expect(reasons.at(-1)).toBe(
      'more than 100 rows have broken quotes; the file is read no further',
    );
  });

  it('is told of columns that there are not', async () => {
    const { notes } = await imported('csv', 'prompt,answer,Colour\nWhat?,This,red\n');
    expect(notes[0]).toEqual({
      line: 1,
      item: 'column "Colour"',
      reason: 'there is no such column, it is left out; see the columns of an exported file',
    });
  });

  it('gives the lines of rows behind long cells', async () => {
    const text = 'prompt,answer\n"One\ntwo\nthree?",a\n\n\nFour?,\n';
    expect(await refusals('csv', text)).toEqual([expect.stringMatching(/^7 "Four\?": answer/)]);
  });
});
