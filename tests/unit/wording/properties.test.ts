import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexiconOf } from '../../../src/core/wording/lexicon.ts';
import { gradeNumber } from '../../../src/core/wording/number.ts';
import { gradePoints } from '../../../src/core/wording/points.ts';
import { gradeWording } from '../../../src/core/wording/wording.ts';
import { cardsOf, type LabelledWording } from '../../grading/corpus.ts';
import { always } from '../core/made-up.ts';
import { accepting, NO_TERMS } from './grading.ts';

const cards = cardsOf('tune').filter((card): card is LabelledWording => 'accept' in card);
const deck = lexiconOf(cards.flatMap(({ accept, reject }) => [...accept, ...reject]));

const anyCard = fc.constantFrom(...cards);
const accepted = anyCard.chain((card) =>
  fc
    .constantFrom(...card.accept.filter((term) => !term.startsWith('the ')))
    .map((term) => ({ card, term })),
);
const rejected = anyCard
  .filter(({ reject }) => reject.length > 0)
  .chain((card) => fc.constantFrom(...card.reject).map((term) => ({ card, term })));
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string(),
);
const anyCase = fc.constantFrom(
  (text: string) => text.toUpperCase(),
  (text: string) => text.toLowerCase(),
  (text: string) => text,
);

/** A word in lower case, of more than seven letters, which ends in consonants. */
const longWord = fc.stringMatching(/^[b-hj-np-tv-z][aeiou][a-z]{5,10}[bcdfgkmnprt][bdgkmp]$/);

describe('any accepted wording', () => {
  it('is right, in any case, with any sign or none between its words', () => {
    const between = fc.constantFrom(' ', '-', ' - ', '_', '  ', '–', '/', '');
    always(
      fc.property(accepted, anyCase, between, ({ card, term }, recase, sign) => {
        const typed = recase(term).replace(/[ -]/g, (gap) =>
          /\d/.test(term) && sign === '' ? gap : sign,
        );
        expect(gradeWording(card, typed, deck)).toBe('right');
      }),
    );
  });

  it('is right between lead-ins and doubts', () => {
    const before = fc.constantFrom('', 'the ', 'It is called ', "that's a ", 'I think ', '- ', '"');
    const behind = fc.constantFrom('', '.', ' i guess', '?!', ' 🎉', '"', ' of course');
    always(
      fc.property(
        accepted,
        before,
        behind.filter((text) => text !== ' of course'),
        ({ card, term }, lead, tail) => {
          fc.pre(!(/\d$/.test(term) && /^ i/.test(tail)));
          expect(gradeWording(card, `${lead}${term}${tail}`, deck)).toBe('right');
        },
      ),
    );
  });

  it('is wrong when denied, or beside a rejected one', () => {
    always(
      fc.property(accepted, ({ card, term }) => {
        for (const typed of [`not ${term}`, `non-${term}`, `no ${term}`, `${term} or gibberish`]) {
          expect(gradeWording(card, typed, deck), typed).toBe('wrong');
        }
        for (const other of card.reject) {
          expect(gradeWording(card, `${term} or ${other}`, deck), other).toBe('wrong');
        }
      }),
    );
  });
});

describe('any rejected wording', () => {
  it('is wrong, in any case, with filler around it', () => {
    const frame = fc.constantFrom('*', 'the *', 'it is *', '*!', 'maybe a *?', '* technique');
    always(
      fc.property(rejected, anyCase, frame, ({ card, term }, recase, around) => {
        expect(
          gradeWording(
            card,
            around.replace('*', () => recase(term)),
            deck,
          ),
        ).toBe('wrong');
      }),
    );
  });
});

describe('any typo in a long word', () => {
  const slips = fc
    .tuple(longWord, fc.nat(), fc.constantFrom(...'bdgkmp'), fc.nat({ max: 3 }))
    .map(([word, place, letter, kind]) => {
      const at = 1 + (place % (word.length - 2));
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      const typos = [
        `${head}${tail.slice(1)}`,
        `${head}${letter}${tail}`,
        `${head}${letter}${tail.slice(1)}`,
        `${head}${tail[1]}${tail[0]}${tail.slice(2)}`,
      ];
      return { word, typed: typos[kind] ?? word };
    });

  it('makes a term of the deck that term, never the accepted one', () => {
    always(
      fc.property(slips, ({ word, typed }) => {
        fc.pre(typed !== word);
        const grade = (terms: readonly string[]) =>
          gradeWording(accepting(word), typed, lexiconOf(terms));
        expect(grade([word, typed])).toBe('wrong');
        expect(grade([word, `${typed}s`])).toBe('wrong');
      }),
    );
  });

  it('never touches a digit', () => {
    always(
      fc.property(longWord, fc.nat(), fc.nat({ max: 9 }), (word, place, digit) => {
        const at = place % word.length;
        const typed = `${word.slice(0, at)}${digit}${word.slice(at)}`;
        expect(gradeWording(accepting(word), typed, NO_TERMS)).toBe('wrong');
      }),
    );
  });
});

describe('any text', () => {
  it('is graded without a fault, always the same', () => {
    always(
      fc.property(anyText, anyText, fc.array(anyText, { maxLength: 3 }), (typed, term, others) => {
        const wording = { accept: [term], reject: others };
        const lexicon = lexiconOf(others);
        const verdicts = () => [
          gradeWording(wording, typed, lexicon),
          gradePoints([{ point: '', any: [term] }], typed, lexicon).met.length,
          gradeNumber({ value: 1, tolerance: 0, unit: term }, typed),
        ];
        expect(verdicts()).toEqual(verdicts());
      }),
    );
  });

  it('is cut at 2,000 characters', () => {
    const late = `${' '.repeat(2_000)}EPT`;
    expect(gradeWording(accepting('EPT'), late.slice(1, 2_003), NO_TERMS)).toBe('wrong');
    expect(gradeWording(accepting('EPT'), late.slice(4), NO_TERMS)).toBe('right');
    expect(gradePoints([{ point: '', any: ['EPT'] }], late, NO_TERMS).met).toEqual([]);
    expect(gradeNumber({ value: 1, tolerance: 0, unit: null }, `${' '.repeat(2_000)}1`)).toBe(
      'unreadable',
    );
  });
});
