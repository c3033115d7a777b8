import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hanging, rowWidth, span, wrapped } from '../../../src/platforms/terminal/layout.ts';
import { paint, painted } from '../../../src/platforms/terminal/paint.ts';
import { clean, widthOf } from '../../../src/platforms/terminal/text.ts';

describe('cleaning', () => {
  it.each([
    ['colours', '\u001b[31mred\u001b[0m', 'red'],
    ['a window title', '\u001b]0;owned\u0007text', 'text'],
    ['an escape without an end', 'a\u001b', 'a'],
    ['an eight-bit escape', 'a\u009b', 'a'],
    ['bells, backspaces and nulls', 'a\u0007\u0008\u0000b', 'ab'],
    ['a turn of direction', 'a\u202eb\u2066c\u200fd', 'abcd'],
    ['a carriage return', 'over\rwrite\r\nline', 'overwrite\nline'],
    ['other line ends', 'a\u2028b\u2029c', 'a\nb\nc'],
    ['a tab', 'a\tb', 'a  b'],
    ['half a letter', 'a\ud800b', 'ab'],
    ['stacked marks', `z${'\u0301'.repeat(50)}o`, `z${'\u0301'.repeat(4)}o`],
  ])('takes out %s', (_, text, cleaned) => {
    expect(clean(text)).toBe(cleaned);
  });

  it.each(['Grüße, שלום, 漢字, नमस्ते', '👩‍👩‍👧 🇨🇭 é', 'a\n\n  b'])('leaves %j', (text) => {
    expect(clean(text)).toBe(text);
  });

  it('lets nothing through that steers, whatever is put together', () => {
    const piece = fc.constantFrom(
      '\u001b',
      '[',
      ']',
      '31',
      'm',
      '\u009b',
      '0;',
      '\u0007',
      'x',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(clean(pieces.join(''))).not.toMatch(/[^\P{Cc}\n]/u);
      }),
    );
  });
});

describe('widths', () => {
  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['👩‍👩‍👧‍👦', 2],
    ['🇨🇭', 2],
    ['', 0],
  ])('%s takes %d columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });
});

describe('wrapping', () => {
  const texts = (rows: ReturnType<typeof wrapped>) =>
    rows.map((row) => row.map(({ text }) => text).join(''));

  it('breaks between words and keeps indents and empty lines', () => {
    const code = 'if a:\n    return one or two\n\nend';
    expect(texts(wrapped([span(code)], 14))).toEqual([
      'if a:',
      '    return one',
      'or two',
      '',
      'end',
    ]);
  });

  it('breaks a word only where it is wider than the line', () => {
    expect(texts(wrapped([span('a abcdefgh 漢字漢字')], 5))).toEqual([
      'a',
      'abcde',
      'fgh',
      '漢字',
      '漢字',
    ]);
  });

  it('keeps parts together that no space separates', () => {
    const parts = [span('see ('), span('EPT', 'bold'), span(') now')];
    expect(texts(wrapped(parts, 8))).toEqual(['see', '(EPT)', 'now']);
  });

  it('hangs later lines under the first', () => {
    expect(texts(hanging([span('A  ')], [span('one two three')], 10))).toEqual([
      'A  one two',
      '   three',
    ]);
  });

  it('keeps to the width and loses no letter', () => {
    const part = fc.record({
      text: fc.string({ unit: 'grapheme', maxLength: 40 }),
      style: fc.constantFrom('plain' as const, 'bold' as const),
    });
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 5 }),
        fc.integer({ min: 2, max: 30 }),
        (parts, width) => {
          const spans = parts.map(({ text, style }) => span(text, style));
          const rows = wrapped(spans, width);
          for (const row of rows) expect(rowWidth(row)).toBeLessThanOrEqual(width);
          const letters = (all: string[]) => all.join('').replace(/[ \n]/g, '');
          expect(letters(texts(rows))).toBe(letters(spans.map(({ text }) => text)));
        },
      ),
    );
  });
});

describe('painting', () => {
  it('paints what looks alike at once and ends every line unpainted', () => {
    const row = [span('a ', 'bold'), span('b', 'bold'), span(''), span('c')];
    expect(painted(row, true)).toBe('\u001b[1ma b\u001b[0mc');
    expect(painted(row, false)).toBe('a bc');
    expect(paint('x', 'plain')).toBe('x');
  });
});
