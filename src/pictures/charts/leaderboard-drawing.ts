import type { LeaderboardChart, RankRow } from '../../chat/chart.ts';
import type { MemberId } from '../../core/ids.ts';
import { drawable } from './lettering.ts';
import { PALETTES, type Palette, type Theme } from './palette.ts';
import { MARGIN, rect, svgOf, WIDTH, words } from './shapes.ts';

export type NameOf = (member: MemberId) => string;

const TOP = 104;
const ROW = 48;
/** Where the parts of a row begin, from the left. */
const [RANK, NAME, BAR, BAR_END, VALUE_END] = [104, 128, 456, 732, WIDTH - MARGIN - 20];
const LINE = { size: 20, weight: 'regular' } as const;

/** A page of a leaderboard: rank, name, a bar for the eye, and the value in words. */
export function leaderboardDrawing(chart: LeaderboardChart, nameOf: NameOf, theme: Theme): string {
  const palette = PALETTES[theme];
  const bottom = TOP + ROW * chart.rows.length;
  const title = { x: MARGIN, y: 66, size: 28, weight: 'semibold', fill: palette.words } as const;
  const footer = { x: MARGIN, y: bottom + 38, size: 16, weight: 'regular' } as const;
  const room = WIDTH - 2 * MARGIN;
  return svgOf(bottom + 64, palette.ground, [
    words(chart.title, { ...title, most: room }),
    ...chart.rows.flatMap((row, at) => {
      const name = drawable(nameOf(row.member)) || chart.someone;
      return rowShapes(row, name, TOP + ROW * at, palette);
    }),
    words(chart.footer, { ...footer, fill: palette.quiet, most: room }),
  ]);
}

function rowShapes(row: RankRow, name: string, y: number, palette: Palette): string[] {
  const line = y + 31;
  const look = row.isReader ? ({ ...LINE, weight: 'semibold' } as const) : LINE;
  const fill = palette.words;
  const rankFill = row.rank <= 3 || row.isReader ? palette.words : palette.quiet;
  const rank = { ...look, weight: row.rank <= 3 ? 'semibold' : look.weight } as const;
  return [
    ...(row.isReader ? readerShapes(y, palette) : []),
    words(String(row.rank), { ...rank, x: RANK, y: line, anchor: 'end', fill: rankFill, most: 46 }),
    words(name, { ...look, x: NAME, y: line, fill, most: BAR - NAME - 20 }),
    ...barShapes(row.share, y + 20, palette),
    words(row.value, {
      ...look,
      x: VALUE_END,
      y: line,
      anchor: 'end',
      fill,
      most: VALUE_END - BAR_END - 16,
    }),
  ];
}

/** The reader's row stands on a ground of its own, with a pointer: colour alone would not reach everybody. */
function readerShapes(y: number, { raised, accent }: Palette): string[] {
  const [left, middle] = [MARGIN - 8, y + ROW / 2];
  const box = { x: left, y: y + 3, width: WIDTH - 2 * left, height: ROW - 6 };
  const tip = `M${left + 12} ${middle - 7}l9 7l-9 7z`;
  return [rect(box, raised, 10), `<path d="${tip}" fill="${accent}"/>`];
}

function barShapes(share: number, y: number, { hollow, accent }: Palette): string[] {
  const whole = BAR_END - BAR;
  const filled = share <= 0 ? 0 : Math.max(8, whole * Math.min(1, share));
  const bar = { x: BAR, y, width: whole, height: 8 };
  return [rect(bar, hollow, 4), rect({ ...bar, width: filled }, accent, 4)];
}
