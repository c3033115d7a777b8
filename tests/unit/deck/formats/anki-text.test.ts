import { describe, expect, it } from 'vitest';
import { deckWith, exported, exportedText, imported, importedCard, refusals } from './decks.ts';
import { ALL_CARDS, EVERY_KIND } from './every-kind.ts';

describe('notes of Anki as text', () => {
  it('are those of the example in its manual', async () => {
    const text = `hello;"this is
a two line answer"
two;this is a one line field
"this includes a ; (semicolon)";another field
field one;"field two with ""escaped quotes"" inside it"
`;
    const { topics, bad } = await imported('anki-text', text);
    expect(bad).toEqual([]);
    expect(topics[0]?.cards).toMatchObject([
      { kind: 'flash', prompt: 'hello', answer: 'this is\na two line answer' },
      { prompt: 'two', answer: 'this is a one line field' },
      { prompt: 'this includes a ; (semicolon)', answer: 'another field' },
      { prompt: 'field one', answer: 'field two with "escaped quotes" inside it' },
    ]);
  });

  it('are read by their headers', async () => {
    const text = `#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:6
abc#1\tBasic\tOS::Memory paging\tWhat is <b>paging</b>?\t"Pages,<br>""mapped"""\tleech difficulty::3
# a comment
def#2\tBasic\tDefault\tWhat is a frame?\tA &lt;page&gt; of RAM\t
`;
    const { topics, notes } = await imported('anki-text', text);
    expect(topics).toMatchObject([
      {
        topic: 'memory-paging',
        title: 'Memory paging',
        cards: [{ prompt: 'What is paging?', answer: 'Pages,\n"mapped"', difficulty: 3 }],
      },
      { topic: 'imported', cards: [{ prompt: 'What is a frame?', answer: 'A <page> of RAM' }] },
    ]);
    expect(notes[0]).toMatchObject({ line: 7, reason: 'its tags are left out: leech' });
    expect(notes[2]).toMatchObject({ line: 9 });
  });

  it('are read by the names of their columns, and leave others out', async () => {
    const text = `#separator:|
#html:false
#tags:seed::S03
#columns:Sound|Answer|Question|Extra|Reference|Hint
x|<b>|What opens a tag?|It is a sign.|A book|It points.
`;
    const { topics, notes } = await imported('anki-text', text);
    expect(topics[0]?.cards).toMatchObject([
      {
        prompt: 'What opens a tag?',
        answer: '<b>',
        explanation: 'It is a sign.',
        source: 'A book',
        hint: 'It points.',
        seed: 'S03',
      },
    ]);
    expect(notes[0]?.reason).toBe('fields are left out: Sound');
  });

  it('may begin with the tags of old', async () => {
    const text = 'tags:difficulty::1 old\n#separator:Comma\nWhat?,This\n';
    expect(await importedCard('anki-text', text)).toMatchObject({ prompt: 'What?', difficulty: 1 });
  });

  it('may be clozes', async () => {
    const text =
      'The {{c1::VMM::three letters}} runs in ring {{c2::0}}.\tMore on it\n' +
      '{{c1::a}} {{c1::b}} {{c1::c}} {{c1::d}}\t\n';
    const { topics, bad } = await imported('anki-text', text);
    expect(topics[0]?.cards).toMatchObject([
      {
        kind: 'gap',
        prompt: 'The {1} runs in ring {2}.',
        gaps: [{ accept: ['VMM'] }, { accept: ['0'] }],
        explanation: 'More on it',
        hint: 'three letters',
      },
    ]);
    expect(bad).toMatchObject([{ line: 2, reason: 'gaps has 4 entries; at most 3 are possible' }]);
  });

  it('lose their media, which is said', async () => {
    const text =
      '#html:true\nSee <img src="rings.png">: what?\tRings [sound:x.mp3]\n<img src=a.png>\tA\n';
    const { topics, notes, bad } = await imported('anki-text', text);
    expect(topics[0]?.cards).toMatchObject([{ prompt: 'See : what?', answer: 'Rings' }]);
    expect(notes.map(({ reason }) => reason).slice(0, 2)).toEqual([
      '"rings.png" is not taken over; draw it as SVG or describe it in words',
      '"x.mp3" is not taken over; draw it as SVG or describe it in words',
    ]);
    expect(bad).toMatchObject([{ line: 3, reason: expect.stringContaining('prompt is missing') }]);
  });

  it('say where a quote is never closed, and go on', async () => {
    expect(await refusals('anki-text', '#separator:tab\n#html:false\na\tb\n"c\td\ne\tf\n')).toEqual(
      [
        '4 "\\"c\\td": a quote is opened and never closed; close it, or write "" for a quote inside a text',
      ],
    );
  });

  it('are refused where a field is far too long', async () => {
    const text = `#html:true\na\t${'<a'.repeat(32_700)}\nb\t${'c'.repeat(700)}\n`;
    expect((await refusals('anki-text', text)).map((refusal) => refusal.slice(0, 60))).toEqual([
      '2 "a": answer has 65400 characters; at most 600 are possible',
      '3 "b": answer has 700 characters; at most 600 are possible',
    ]);
  });
});

describe('a deck as text for Anki', () => {
  it('begins with the headers, by which Basic takes its two sides', async () => {
    const lines = (await exportedText('anki-text', deckWith(EVERY_KIND.single))).split('\n');
    expect(lines.slice(0, 6)).toEqual([
      '#separator:tab',
      '#html:true',
      '#notetype:Basic',
      '#guid column:1',
      '#deck column:2',
      '#tags column:3',
    ]);
    const columns = lines[6]?.replace('#columns:', '').split('\t') ?? [];
    expect(columns.slice(0, 8)).toEqual([
      'GUID',
      'Deck',
      'Tags',
      'Prompt',
      'Front',
      'Back',
      'Topic',
      'Title',
    ]);
    const cells = lines[7]?.split('\t') ?? [];
    expect(cells).toHaveLength(columns.length);
    expect(cells.slice(1, 6)).toEqual([
      'Virtualization::The VMCS',
      'topic::vmcs difficulty::2 kind::single seed::S01',
      'What does a VMCS hold?',
      '"<div>What does a VMCS hold?</div><ol type=""A""><li>Pages</li><li>State</li><li>Disks</li><li>Names</li></ol>"',
      '"<ul><li>B: State</li></ul><ul><li>A: Pages lie in memory.</li><li>C: Disks lie elsewhere.</li>' +
        '<li>D: Names lie in a file.</li></ul><div>It is so because it is.</div><div class=""source"">Intel SDM Vol. 3</div>"',
    ]);
  });

  it('tells no answer on the front', async () => {
    const order = { ...EVERY_KIND.order, items: ['a first', 'b second', 'c third'] };
    const text = await exportedText('anki-text', deckWith(order, EVERY_KIND.match));
    expect(text).toContain('<ul><li>c third</li><li>b second</li><li>a first</li></ul>');
    expect(text).toContain('<ul><li>#VMEXIT</li><li>ASID</li><li>VMCB</li></ul>');
  });

  it('shows the words for a drawing, which it says it cannot hold', async () => {
    const { content, left } = await exported('anki-text', deckWith(...ALL_CARDS));
    expect(content).toContain('<div>[An arrow from guest to host]</div>');
    expect(left.map(({ item, reason }) => `${item}: ${reason}`)).toEqual([
      'k-flash: text holds no drawing, only the words for it; export .apkg to take it along',
    ]);
  });

  it('says on the way back where the sides no longer fit the fields', async () => {
    const text = await exportedText('anki-text', deckWith(EVERY_KIND.flash));
    const edited = text.replace('<div>What is a hypercall?', '<div>What was a hypercall?');
    const { notes, topics } = await imported('anki-text', edited);
    expect(topics[0]?.cards).toMatchObject([{ prompt: 'What is a hypercall?' }]);
    expect(notes[0]?.reason).toBe(
      'Front and Back differ from the fields below them; the fields are taken',
    );
  });

  it('comes back as flash cards once it went through Basic', async () => {
    const [guid, deck, tags, , front, back] =
      (await exportedText('anki-text', deckWith(EVERY_KIND.typed)))
        .split('\n')
        .at(-2)
        ?.split('\t') ?? [];
    const heads =
      '#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n';
    const basic = `${heads}${[guid, 'Basic', deck, front, back, tags].join('\t')}\n`;
    const { topics } = await imported('anki-text', basic);
    expect(topics[0]).toMatchObject({
      topic: 'vmcs',
      title: 'The VMCS',
      cards: [{ kind: 'flash', difficulty: 1, prompt: EVERY_KIND.typed['prompt'] }],
    });
  });
});
