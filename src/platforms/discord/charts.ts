import { setTimeout as elapsed } from 'node:timers/promises';
import { membersOnChart } from '../../chat/chart.ts';
import { plainLine } from '../../chat/plain.ts';
import type { Block, View } from '../../chat/view.ts';
import type { MemberId } from '../../core/ids.ts';
import type { DrawChart } from '../../ports/charts.ts';
import type { ShownBlock } from './attached.ts';
import type { NamesOf } from './names.ts';
import type { ShownView } from './render.ts';

/** Draws the charts of a view with the names of a server. Never rejects: a chart that is not drawn is left out. */
export type DrawCharts = (view: View, guild: string | null) => Promise<ShownView>;

interface ChartsOptions {
  /** Null: numbers are not drawn. */
  readonly chart: DrawChart | null;
  readonly names: NamesOf;
  readonly report: (doing: string, cause: unknown) => void;
}

type ChartBlock = Extract<Block, { kind: 'chart' }>;

/** The longest that the text waits for its picture (milliseconds). */
const PATIENCE = 2_500;

export function chartsWith({ chart: draw, names, report }: ChartsOptions): DrawCharts {
  async function drawn({ chart, alt }: ChartBlock, guild: string | null): Promise<ShownBlock[]> {
    const members = membersOnChart(chart);
    if (!draw || (members.length > 0 && guild === null)) return [];
    const known = members.length > 0 && guild !== null ? await names(guild, members) : new Map();
    const nameOf = (member: MemberId): string => known.get(member) ?? '';
    const data = await draw(chart, nameOf);
    const words = plainLine(alt, { member: (id) => nameOf(id as MemberId) || '–' });
    return [{ kind: 'drawing', alt: words, data }];
  }

  async function drawnInTime(block: ChartBlock, guild: string | null): Promise<ShownBlock[]> {
    const limit = new AbortController();
    const late = elapsed(PATIENCE, [], { signal: limit.signal }).catch(() => []);
    const drawing = drawn(block, guild).catch((cause) => {
      report('drawing a chart', cause);
      return [];
    });
    const found = await Promise.race([drawing, late]);
    limit.abort();
    return found;
  }

  return async (view, guild) => {
    const shown = view.blocks.map(
      async (block): Promise<ShownBlock[]> =>
        block.kind === 'chart' ? drawnInTime(block, guild) : [block],
    );
    return { ...view, blocks: (await Promise.all(shown)).flat() };
  };
}
