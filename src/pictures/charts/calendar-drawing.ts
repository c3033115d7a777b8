import type { StatisticsChart } from '../../chat/chart.ts';
import { type Day, monthOf, plusDays } from '../../core/day.ts';
import type { DayMark } from '../../core/statistics.ts';
import { widthOf } from './lettering.ts';
import type { Palette } from './palette.ts';
import { rect, short, words } from './shapes.ts';

type Calendar = StatisticsChart['calendar'];

/** From one day to the next. */
const STEP = 28;
const CELL = 22;
const LABELS = 44;
const LEGEND_ROW = 26;
const SMALL = { size: 15, weight: 'regular' } as const;

/** How wide the calendar of some weeks is. */
export const calendarWidth = (weeks: number): number => LABELS + STEP * weeks;

/** Title, months, a column for each week, and what the marks mean. Each mark has a form of its own. */
export function calendarShapes(
  { weeks, weekdays, legend }: Calendar,
  x: number,
  y: number,
  palette: Palette,
): { readonly shapes: readonly string[]; readonly bottom: number } {
  const top = y + 30;
  const shapes = [
    ...monthLabels(weeks, x, y + 16, palette),
    ...weekdays.map((day, at) =>
      words(day, {
        ...SMALL,
        x,
        y: top + STEP * at + 17,
        fill: palette.quiet,
        most: LABELS - 6,
      }),
    ),
    ...weeks.flatMap(({ days }, week) =>
      days.map((mark, day) => markShape(mark, x + LABELS + STEP * week, top + STEP * day, palette)),
    ),
  ];
  const under = legendShapes(
    legend,
    x,
    top + STEP * 7 + 16,
    calendarWidth(weeks.length) + 24,
    palette,
  );
  return { shapes: [...shapes, ...under.shapes], bottom: under.bottom };
}

/** A month stands above its first week: the one whose Thursday is in it. */
function monthLabels(weeks: Calendar['weeks'], x: number, y: number, { quiet }: Palette): string[] {
  let free = 0;
  return weeks.flatMap(({ monday }, at) => {
    const month = monthOfWeek(monday);
    const left = x + LABELS + STEP * at;
    const isNew = monthOfWeek(weeks[at - 1]?.monday) !== month;
    const width = widthOf(month, SMALL);
    if (!isNew || left < free || left + width > x + calendarWidth(weeks.length)) return [];
    free = left + width + 12;
    return [words(month, { ...SMALL, x: left, y, fill: quiet, most: width + 1 })];
  });
}

const monthOfWeek = (monday: Day | undefined): string =>
  monday === undefined ? '' : monthOf(plusDays(monday, 3));

function markShape(mark: DayMark, x: number, y: number, palette: Palette): string {
  const { good, half, bad, quiet } = palette;
  const box = { x, y, width: CELL, height: CELL };
  const middle = `cx="${short(x + CELL / 2)}" cy="${short(y + CELL / 2)}"`;
  switch (mark) {
    case 'right':
      return rect(box, good, 4);
    case 'partly':
      return `${outline(x, y, half)}<path d="M${short(x + 2)} ${short(y + CELL - 2)}v-${CELL - 4}h${CELL - 4}z" fill="${half}"/>`;
    case 'wrong':
      return outline(x, y, bad);
    case 'answered':
      return `<circle ${middle} r="8" fill="none" stroke="${quiet}" stroke-width="2"/>`;
    case 'none':
      return `<circle ${middle} r="2" fill="${quiet}"/>`;
  }
}

const outline = (x: number, y: number, color: string): string =>
  `<rect x="${short(x + 1)}" y="${short(y + 1)}" width="${CELL - 2}" height="${CELL - 2}" rx="3" fill="none" stroke="${color}" stroke-width="2"/>`;

function legendShapes(
  legend: Calendar['legend'],
  x: number,
  y: number,
  room: number,
  palette: Palette,
): { readonly shapes: readonly string[]; readonly bottom: number } {
  let [left, top] = [x, y];
  const shapes = legend.flatMap(({ mark, label }) => {
    const width = Math.min(CELL + 8 + widthOf(label, SMALL), room);
    if (left > x && left + width > x + room) [left, top] = [x, top + LEGEND_ROW];
    const at = { x: left + CELL + 8, y: top + 16, most: room - CELL - 8, fill: palette.quiet };
    const shape = [markShape(mark, left, top, palette), words(label, { ...SMALL, ...at })];
    left += width + 14;
    return shape;
  });
  return { shapes, bottom: top + CELL };
}
