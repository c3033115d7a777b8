import type { Chart } from '../../chat/chart.ts';
import type { DrawChart } from '../../ports/charts.ts';
import { cachedPictures } from '../picture-cache.ts';
import { renderDrawing } from '../render-drawing.ts';
import { leaderboardDrawing, type NameOf } from './leaderboard-drawing.ts';
import type { Theme } from './palette.ts';
import { WIDTH } from './shapes.ts';
import { statisticsDrawing } from './statistics-drawing.ts';

/** Pictures kept at hand, about 30 KB each. */
const KEPT = 100;

/** Draws charts in a theme, and each of the latest once. */
export function chartPictures(theme: Theme, render = renderDrawing): DrawChart {
  const draw = cachedPictures(KEPT, render);
  return async (chart, nameOf) => draw(drawingOf(chart, nameOf, theme), WIDTH);
}

/** A chart as SVG: a function of what stands in it. */
export function drawingOf(chart: Chart, nameOf: NameOf, theme: Theme): string {
  switch (chart.kind) {
    case 'statistics':
      return statisticsDrawing(chart, theme);
    case 'leaderboard':
      return leaderboardDrawing(chart, nameOf, theme);
  }
}
