import type { Figure, ShareBar, StatisticsChart } from '../../chat/chart.ts';
import type { Weight } from '../font-metrics.ts';
import { calendarShapes, calendarWidth } from './calendar-drawing.ts';
import { drawable, widthOf } from './lettering.ts';
import { PALETTES, type Palette, type Theme } from './palette.ts';
import { MARGIN, rect, svgOf, WIDTH, words } from './shapes.ts';

const ROOM = WIDTH - 2 * MARGIN;
/** Between parts that stand side by side. */
const GAP = 16;
const FIGURES_TOP = 92;
const FIGURE_HEIGHT = 92;
const PARTS_TOP = FIGURES_TOP + FIGURE_HEIGHT + 44;
const BAR_ROW = 44;
const HEADING = { size: 18, weight: 'semibold' } as const;
const VALUE_SIZES = [30, 26, 22, 18];
const LABEL_SIZES = [15, 13];
const SMALL = { size: 15, weight: 'regular' } as const;

/** A member's statistics: figures on top, the calendar on the left, the topics on the right. */
export function statisticsDrawing(chart: StatisticsChart, theme: Theme): string {
  const palette = PALETTES[theme];
  const title = { x: MARGIN, y: 66, size: 28, weight: 'semibold', fill: palette.words } as const;
  const { calendar, topics } = chart;
  const left = calendarWidth(calendar.weeks.length);
  const right = MARGIN + left + 48;
  const days = calendarShapes(calendar, MARGIN, PARTS_TOP + 12, palette);
  const heading = { ...HEADING, y: PARTS_TOP, fill: palette.words };
  const barRoom = WIDTH - MARGIN - right;
  const hasTopics = topics.bars.length > 0;
  const bottom = Math.max(days.bottom, PARTS_TOP + 20 + BAR_ROW * topics.bars.length);
  return svgOf(bottom + 40, palette.ground, [
    words(chart.title, { ...title, most: ROOM }),
    ...chart.figures.flatMap((figure, at) =>
      figureShapes(figure, at, chart.figures.length, palette),
    ),
    words(calendar.title, { ...heading, x: MARGIN, most: hasTopics ? left + 24 : ROOM }),
    ...days.shapes,
    ...(hasTopics ? [words(topics.title, { ...heading, x: right, most: barRoom })] : []),
    ...topics.bars.flatMap((bar, at) =>
      barShapes(bar, right, PARTS_TOP + 16 + BAR_ROW * at, barRoom, palette),
    ),
  ]);
}

function figureShapes(
  { value, label }: Figure,
  at: number,
  count: number,
  { raised, words: strong, quiet }: Palette,
): string[] {
  const width = (ROOM - GAP * (count - 1)) / count;
  const x = MARGIN + (width + GAP) * at;
  const inside = { x: x + 16, most: width - 28 };
  const bold = { ...HEADING, size: sizeOf(value, VALUE_SIZES, 'semibold', inside.most) };
  const small = { ...SMALL, size: sizeOf(label, LABEL_SIZES, 'regular', inside.most) };
  return [
    rect({ x, y: FIGURES_TOP, width, height: FIGURE_HEIGHT }, raised, 10),
    words(value, {
      ...inside,
      ...bold,
      y: FIGURES_TOP + 44,
      fill: strong,
    }),
    words(label, { ...inside, ...small, y: FIGURES_TOP + 72, fill: quiet }),
  ];
}

/** The largest size in which a text fits, or the smallest. */
function sizeOf(text: string, sizes: readonly number[], weight: Weight, most: number): number {
  const fits = sizes.find((size) => widthOf(drawable(text), { size, weight }) <= most);
  return fits ?? sizes.at(-1) ?? SMALL.size;
}

function barShapes(
  { label, value, share }: ShareBar,
  x: number,
  y: number,
  room: number,
  { words: strong, quiet, hollow, accent }: Palette,
): string[] {
  const valueRoom = room * 0.45;
  const filled = share <= 0 ? 0 : Math.max(8, room * Math.min(1, share));
  const bar = { x, y: y + 24, width: room, height: 8 };
  return [
    words(label, { ...SMALL, x, y: y + 16, fill: strong, most: room - valueRoom - GAP }),
    words(value, { ...SMALL, x: x + room, y: y + 16, anchor: 'end', fill: quiet, most: valueRoom }),
    rect(bar, hollow, 4),
    rect({ ...bar, width: filled }, accent, 4),
  ];
}
