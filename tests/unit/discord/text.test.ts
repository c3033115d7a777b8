import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleaned, cut, inCode, inert, readInert } from '../../../src/platforms/discord/text.ts';

const anything = fc.string({ unit: 'grapheme', maxLength: 80 });
const markup = fc
  .array(
    fc.constantFrom(
      '*',
      '_',
      '`',
      '@',
      'everyone',
      '<',
      '>',
      '#',
      '-',
      '\n',
      '1.',
      '[',
      '](',
      ')',
      '://',
      '\\',
      '|',
      ' ',
      'a',
    ),
  )
  .map((parts) => parts.join(''));

describe('inert text', () => {
  it('P12 reads back as it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.oneof(anything, markup), (text) => {
        const plain = cleaned(text);
        expect(readInert(inert(plain))).toBe(plain);
      }),
      { numRuns: 1_000 },
    );
  });

  it('P12 has no sign left that Discord would act on', () => {
    fc.assert(
      fc.property(fc.oneof(anything, markup), (text) => {
        const written = inert(cleaned(text));
        expect(written).not.toMatch(/(?<!\\)(?:\\\\)*[*_~`|<[\]]/);
        expect(written).not.toMatch(/^\s*(?:[#>+-]|\d+[.)])/m);
        expect(written).not.toMatch(/@(?:everyone|here)/i);
        expect(written).not.toMatch(/(?<!\\):\/\//);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['@everyone @here', '@\u2060everyone @\u2060here'],
    ['@\u202eeveryone', '@\u2060everyone'],
    [
      '<@123> <@&9> <#7> </run:1> <t:1:R> <:a:1>',
      '\\<@123> \\<@&9> \\<#7> \\</run:1> \\<t:1:R> \\<:a:1>',
    ],
    ['[a](https://b.example)', '\\[a\\](https\\://b.example)'],
    ['# not a title', '\\# not a title'],
    ['-# no small print', '\\-# no small print'],
    ['1. no list', '1\\. no list'],
    ['a_b *c* ~~d~~ ||e|| `f`', 'a\\_b \\*c\\* \\~\\~d\\~\\~ \\|\\|e\\|\\| \\`f\\`'],
    ['VM-x: 3 > 2 - 1', 'VM-x: 3 > 2 - 1'],
  ])('P12 writes %j as %j', (text, written) => {
    expect(inert(cleaned(text))).toBe(written);
  });
});

describe('cleaned text', () => {
  it.each([
    ['abc\u202egnirts\u202c', 'abcgnirts'],
    ['\u001b[31m red\u0000', ' [31m red'],
    [`z${'\u0301'.repeat(300)}`, `z${'\u0301'.repeat(4)}`],
    ['\ud800 lone', '\ufffd lone'],
    ['a\n\n\n\nb', 'a\n\nb'],
    ['👩‍👩‍👧‍👦 🇨🇭 漢字', '👩‍👩‍👧‍👦 🇨🇭 漢字'],
  ])('%j is %j', (text, plain) => {
    expect(cleaned(text)).toBe(plain);
  });

  it('can be one line', () => {
    expect(cleaned(' a\n\tb  c ', 'one')).toBe('a b c');
  });
});

describe('a cut', () => {
  it('is never longer than asked, and whole where it fits', () => {
    fc.assert(
      fc.property(anything, fc.nat(60), (text, limit) => {
        const short = cut(text, limit, inert);
        expect(short.length).toBeLessThanOrEqual(limit);
        if (inert(text).length <= limit) expect(short).toBe(inert(text));
      }),
    );
  });

  it('tears no letter', () => {
    expect(cut('ab👩‍👩‍👧‍👦cd', 6)).toBe('ab…');
    expect(cut('abe\u0301fg', 4)).toBe('ab…');
    expect(cut('ab😀cd', 4)).toBe('ab…');
  });
});

it('code cannot be left by a grave accent', () => {
  expect(inCode('a`b\nc')).toBe('`a\u02cbb c`');
});
