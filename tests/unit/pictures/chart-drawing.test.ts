import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../src/chat/chart.ts';
import { textsFor } from '../../../src/chat/texts/index.ts';
import { chartPictures, drawingOf } from '../../../src/pictures/charts/chart-drawing.ts';
import { drawable, fitted, widthOf } from '../../../src/pictures/charts/lettering.ts';
import { PALETTES, THEMES, type Theme } from '../../../src/pictures/charts/palette.ts';
import { dangersInSvg } from '../../../src/pictures/svg-dangers.ts';
import { type SvgElement, svgElements } from '../../../src/pictures/svg-elements.ts';
import { bitmapOf, colorAt } from './png.ts';
import { sampleLeaderboard, sampleName, sampleStatistics } from './sample-charts.ts';

const HOSTILE = [
  '</text><script>alert(1)</script>',
  '"&<>\'',
  '\u202egnitirw\u202c',
  'Zoe\u0301\u0301\u0301\u0301\u0301',
  '漢字',
  'שלום עולם',
  '🙂🙂🙂',
  'x'.repeat(500),
  'W'.repeat(80),
  '   ',
  '',
];
const name = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 60 }));
const theme = fc.constantFrom<Theme>(...THEMES);

const leaderboard = fc
  .record({ count: fc.nat(10), title: name, someone: fc.constant('a member'), footer: name })
  .chain(({ count, ...texts }) =>
    fc.array(name, { minLength: 10, maxLength: 10 }).map((values): Chart => {
      const chart = sampleLeaderboard(count);
      const rows = chart.rows.map((row, at) => ({ ...row, value: values[at] ?? '' }));
      return { ...chart, ...texts, rows };
    }),
  );
const statistics = fc
  .tuple(fc.nat(100), fc.nat(5), fc.array(name, { minLength: 16, maxLength: 16 }))
  .map(([days, topics, words]): Chart => {
    const chart = sampleStatistics(days, topics);
    const word = (at: number): string => words[at] ?? '';
    return {
      ...chart,
      title: word(0),
      figures: chart.figures.map((_, at) => ({ value: word(at + 1), label: word(at + 6) })),
      topics: {
        title: word(11),
        bars: chart.topics.bars.map((bar, at) => ({
          ...bar,
          label: word(at),
          value: word(at + 5),
        })),
      },
    };
  });

const numberIn = ({ attributes }: SvgElement, attribute: string): number =>
  Number(attributes.get(attribute) ?? Number.NaN);

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Where a text begins and ends, from left to right. */
function extentOf(text: SvgElement): readonly [number, number] {
  const weight = text.attributes.has('font-weight') ? 'semibold' : 'regular';
  const width = widthOf(unescaped(text.text), { size: numberIn(text, 'font-size'), weight });
  const x = numberIn(text, 'x');
  return text.attributes.get('text-anchor') === 'end' ? [x - width, x] : [x, x + width];
}

describe('a chart as SVG', () => {
  it('is harmless and keeps all its words inside, whatever the names are', () => {
    fc.assert(
      fc.property(fc.oneof(leaderboard, statistics), name, theme, (chart, called, shade) => {
        const svg = drawingOf(chart, () => called, shade);
        expect(dangersInSvg(svg)).toEqual([]);
        const elements = svgElements(svg);
        const [, , width = 0, height = 0] = (elements[0]?.attributes.get('viewBox') ?? '')
          .split(' ')
          .map(Number);
        expect(width).toBe(960);
        for (const text of elements.filter((element) => element.name === 'text')) {
          const [from, to] = extentOf(text);
          expect(from).toBeGreaterThanOrEqual(40);
          expect(to).toBeLessThanOrEqual(920);
          expect(numberIn(text, 'y')).toBeLessThan(height - 8);
        }
      }),
    );
  });

  it('names members, and says "a member" where the font has no letters for a name', () => {
    const names = ['Ada & <Bob>', '漢字', 'Жанна 🙂', ''];
    const chart = sampleLeaderboard(4);
    const svg = drawingOf(
      chart,
      (member) => names[chart.rows.findIndex((row) => row.member === member)] ?? '',
      'dark',
    );
    const shown = svgElements(svg).flatMap(({ name: tag, text }) => (tag === 'text' ? [text] : []));
    expect(shown).toEqual(expect.arrayContaining(['Ada &amp; &lt;Bob&gt;', 'Жанна']));
    expect(shown.filter((text) => text === 'a member')).toHaveLength(0);
    expect(shown.filter((text) => text === chart.someone)).toHaveLength(2);
  });

  it.each(['en', 'de'])('says figures whole where they are long: %s', (locale) => {
    const { chart } = textsFor(locale);
    const words = [
      [chart.rank(112, 1345), chart.top(100)],
      [chart.known(312, 345), chart.cardsKnown],
      ['100 %', chart.right(347, 360)],
      ['112', chart.streak(2)],
      ['12345', chart.points(12345)],
    ].map(([value = '', label = '']) => ({ value, label }));
    const svg = drawingOf({ ...sampleStatistics(9, 2), figures: words }, sampleName, 'dark');
    const shown = svgElements(svg).map(({ text }) => text);
    for (const { value, label } of words) {
      expect(shown).toContain(value);
      expect(shown).toContain(label);
    }
  });

  it('marks the row of its reader with more than a colour', () => {
    const count = (svg: string, tag: string): number =>
      svgElements(svg).filter((element) => element.name === tag).length;
    const [without, own] = [4, 5].map((rows) =>
      drawingOf(sampleLeaderboard(rows), sampleName, 'light'),
    );
    expect(count(without ?? '', 'path')).toBe(0);
    expect(count(own ?? '', 'path')).toBe(1);
  });
});

describe('letters', () => {
  it('are cut with an ellipsis where they do not fit, and never wider than asked for', () => {
    const look = { size: 20, weight: 'regular' } as const;
    expect(fitted('Ada Lovelace', 400, look)).toBe('Ada Lovelace');
    expect(fitted('Ada Lovelace', 80, look)).toBe('Ada Lo…');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.integer({ min: 30, max: 500 }),
        (text, most) => {
          expect(widthOf(fitted(text, most, look), look)).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  it('are those that the font has', () => {
    expect(drawable('Zoe\u0301 🙂 Müller')).toBe('Zoé Müller');
    expect(drawable('漢字 a')).toBe('');
    expect(drawable(' \u202eabc\n\td ')).toBe('abc d');
  });
});

describe('a chart as PNG', () => {
  it('has the size of its drawing and the ground of its theme, and the same bytes each time', async () => {
    for (const chart of [sampleLeaderboard(10), sampleStatistics(60, 4)]) {
      const [dark, light] = await Promise.all(
        THEMES.map((shade) => chartPictures(shade)(chart, sampleName)),
      );
      const again = await chartPictures('dark')(chart, sampleName);
      expect(Buffer.compare(dark ?? Buffer.alloc(0), again)).toBe(0);
      const bitmaps = [dark, light].map((png) => bitmapOf(png ?? Buffer.alloc(0)));
      expect(bitmaps.map(({ width }) => width)).toEqual([960, 960]);
      expect(bitmaps.map((bitmap) => colorAt(bitmap, 5, 5))).toEqual(['16181dff', 'ffffffff']);
    }
  });

  it('is drawn once for the same numbers', async () => {
    const drawn: string[] = [];
    const pictures = chartPictures('dark', async (svg) => {
      drawn.push(svg);
      return new Uint8Array();
    });
    await pictures(sampleLeaderboard(3), sampleName);
    await pictures(sampleLeaderboard(3), sampleName);
    await pictures(sampleLeaderboard(4), sampleName);
    expect(drawn).toHaveLength(2);
  });
});

/** WCAG 2: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other].map(luminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each(THEMES)('the colours of the %s theme', (shade) => {
  const { ground, raised, words, quiet, accent, good, half, bad } = PALETTES[shade];

  it('let words stand out by 4.5 to 1', () => {
    const pairs = [ground, raised].flatMap((under) =>
      [words, quiet].map((on) => [on, under] as const),
    );
    expect(pairs.filter(([on, under]) => contrast(on, under) < 4.5)).toEqual([]);
  });

  it('let shapes stand out by 3 to 1', () => {
    const shapes = [accent, good, half, bad];
    expect(shapes.filter((on) => contrast(on, ground) < 3)).toEqual([]);
  });
});
