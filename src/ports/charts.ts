import type { Chart } from '../chat/chart.ts';
import type { MemberId } from '../core/ids.ts';

/** Draws a chart as PNG, with the names that its members go by on the platform. May throw. */
export type DrawChart = (chart: Chart, nameOf: (member: MemberId) => string) => Promise<Uint8Array>;
