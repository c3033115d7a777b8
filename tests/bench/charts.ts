import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Resvg } from '@resvg/resvg-js';
import { drawingOf } from '../../src/pictures/charts/chart-drawing.ts';
import { drawingOptions } from '../../src/pictures/drawing-options.ts';
import { renderDrawing } from '../../src/pictures/render-drawing.ts';
import { sampleLeaderboard, sampleName, sampleStatistics } from '../unit/pictures/sample-charts.ts';
import { alone, type Bench, beside, percentile } from './measurement.ts';

const TURNS = 40;
const WIDTH = 960;
const MS = 1e-6;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A chart from its numbers to its PNG, beside the drawer alone on the same SVG; uncached, in turns. */
export const charts: Bench = {
  name: 'charts',
  async run() {
    const samples = { leaderboard: sampleLeaderboard(10), statistics: sampleStatistics(80, 5) };
    const measured = [];
    for (const [name, chart] of Object.entries(samples)) {
      const [ours, bare, drawing]: [number[], number[], number[]] = [[], [], []];
      const svg = drawingOf(chart, sampleName, 'dark');
      const delay = monitorEventLoopDelay({ resolution: 1 });
      for (let turn = 0; turn < TURNS; turn++) {
        drawing.push(await timed(async () => drawingOf(chart, sampleName, 'dark')));
        delay.enable();
        ours.push(await timed(() => renderDrawing(drawingOf(chart, sampleName, 'dark'), WIDTH)));
        delay.disable();
        bare.push(await timed(async () => new Resvg(svg, drawingOptions(WIDTH)).render().asPng()));
      }
      const median = (values: readonly number[]): number => percentile(values, 0.5);
      measured.push(
        beside(`charts, ${name}, median`, median(ours), 'ms', median(bare), 'under 50 ms'),
        alone(`charts, ${name}, p99`, percentile(ours, 0.99), 'ms', 'under 50 ms'),
        alone(`charts, ${name}, its SVG`, median(drawing), 'ms', 'under 5 ms'),
        beside(
          `charts, ${name}, event loop held, p99`,
          delay.percentile(99) * MS,
          'ms',
          percentile(bare, 0.99),
          'under 20 ms',
        ),
      );
    }
    return measured;
  },
};
