import type { Chart } from '../chart.ts';
import type { Block, Inline, Line } from '../view.ts';

type ChartBlock = Extract<Block, { kind: 'chart' }>;

/** A chart with its words: sentences with a space between them. */
export function chartBlock(chart: Chart, alt: readonly Line[]): ChartBlock {
  const parts = alt.flatMap((line, at): Inline[] => [
    ...(at > 0 ? [' '] : []),
    ...(typeof line === 'string' ? [line] : line),
  ]);
  return { kind: 'chart', chart, alt: parts };
}
