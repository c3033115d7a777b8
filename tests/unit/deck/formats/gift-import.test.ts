import { describe, expect, it } from 'vitest';
import { imported, importedCard, refusals } from './decks.ts';
import { QUESTIONS } from './gift-questions.ts';

describe('GIFT', () => {
  it.each(QUESTIONS)('has %s', async (_, gift, card) => {
    expect(await importedCard('gift', gift)).toMatchObject(card);
    expect(await importedCard('gift', gift.replaceAll('\n', '\r\n'))).toMatchObject(card);
  });

  it('names the topics of its questions, and ids and tags in comments', async () => {
    const { topics, notes } = await imported(
      'gift',
      `Which? {=a ~b ~c}

$CATEGORY: $course$/top/Memory//paging/Shadow tables
// [id:sh-what] [tag:difficulty::3] [tag:mine]
What is shadowed? {=tables}

// [id:Not an id]
// another comment

// question: 12  name: Q3
Who? {=the VMM}
`,
    );
    expect(topics.map(({ topic, title }) => [topic, title])).toEqual([
      ['imported', 'Imported'],
      ['shadow-tables', 'Shadow tables'],
    ]);
    expect(topics[1]?.cards).toMatchObject([
      { id: 'sh-what', difficulty: 3, prompt: 'What is shadowed?' },
      { prompt: 'Who?' },
    ]);
    expect(notes).toContainEqual({
      line: 5,
      item: 'sh-what',
      reason: 'its tags are left out: mine',
    });
  });

  it('says what it leaves behind', async () => {
    const { notes } = await imported(
      'gift',
      `Who? {=Grant =%50%Lee =Gr*nt}

Which? {=a ~%50%b ~c}

Pair! {=a -> 1 =b -> 2 =c -> 3 =-> 4}

When? {#=1822 =%50%1823}

[html]See <img src\\="rings.png">? {=yes}
`,
    );
    const said = notes.map(({ line, reason }) => `${line}: ${reason}`);
    expect(said.filter((note) => !note.includes('still to be written'))).toEqual([
      '1: part of the points is left out for Lee',
      '1: the answer Gr*nt is left out: it stands for many',
      '3: part of the points is left out for b',
      '5: the answer 4 is left out: it belongs to no question',
      '7: 1 more numbers with their points are left out',
      '9: "rings.png" is not taken over; draw it as SVG or describe it in words',
    ]);
  });
});

describe('GIFT with faults', () => {
  it.each([
    [
      'an essay',
      'Write about it. {}',
      'an essay has no answer to hold it against; write a key-points or flash card instead',
    ],
    [
      'a description',
      'You can use your pencil.',
      'no answers in braces stand behind the text; add them',
    ],
    ['no right option', 'Which? {~a ~b ~c}', 'no option is right; begin the right one with ='],
    [
      'too many options',
      'Which? {=a ~b ~c ~d ~e ~f ~g}',
      'the question has 7 options; at most 6 are possible',
    ],
    ['an open brace', 'Which? {=a ~b ~c', 'the question ends before its closing brace; add }'],
    [
      'a sign out of place',
      'Which # one? {=a ~b ~c}',
      '# stands where GIFT expects none; write \\# where it belongs to a text',
    ],
    [
      'equal left sides',
      'Pair! {=a -> 1 =a -> 2 =c -> 3}',
      'the left side "a" stands twice; change one',
    ],
    ['no right number', 'When? {#=%50%1822}', 'no number is right; begin it with ='],
    [
      'a question that is too long',
      `Why? {=${'a'.repeat(70_000)}}`,
      'the item has more than 65536 characters; shorten it',
    ],
  ])('is refused for %s', async (_, gift, reason) => {
    const good = 'Is it good? {T}\n\n';
    const { topics, bad } = await imported('gift', `${good}${gift}\n\nThis, too? {F}\n`);
    expect(bad).toEqual([{ line: 3, item: expect.stringContaining(gift.slice(0, 4)), reason }]);
    expect(topics[0]?.cards.map(({ prompt }) => prompt)).toEqual(['Is it good?', 'This, too?']);
  });

  it('is refused where the card would break its limits', async () => {
    expect(await refusals('gift', 'Yes or no? {=yes ~no}')).toEqual([
      expect.stringMatching(/^1 "Yes or no\? \{=yes ~no\}": option C is missing/),
    ]);
  });

  it('never hangs or throws, whatever signs are repeated', async () => {
    const hostile = [
      '{',
      '}',
      '=',
      '~',
      '#',
      '\\',
      ':',
      '{=',
      '~%',
      '->',
      '{T',
      '####',
      '\n/',
      '// [tag:a]\n',
    ];
    const questions = hostile.map((sign) => `Q${sign.repeat(3_000)} {=a ~b}`);
    const { topics, bad } = await imported('gift', questions.join('\n\n'));
    expect(topics).toEqual([]);
    expect(bad.length).toBeGreaterThanOrEqual(hostile.length);
  });
});
