import { createHash } from 'node:crypto';
import { membersOnChart } from '../../chat/chart.ts';
import { plainLine } from '../../chat/plain.ts';
import type { Block, View } from '../../chat/view.ts';
import type { DeckId, MemberId } from '../../core/ids.ts';
import type { DrawChart } from '../../ports/charts.ts';
import { userOf } from './members.ts';
import type { People } from './people.ts';

/** The bytes of a deck's drawing as PNG; `file` is below the deck's folder. */
export type PictureSource = (deck: DeckId, file: string) => Promise<Uint8Array>;

type PictureBlock = Extract<Block, { kind: 'picture' | 'chart' }>;

/** A picture of a view, before it is uploaded. */
export interface Drawing {
  /** The {@link pictureKey} of its block. */
  readonly key: string;
  /** What is equal here looks equal. */
  readonly look: string;
  readonly alt: string;
  /** Null where it could not be drawn, which was reported. */
  draw(): Promise<Uint8Array | null>;
}

interface DrawingsOptions {
  readonly picture: PictureSource;
  /** Null: numbers are not drawn. */
  readonly chart: DrawChart | null;
  readonly namesOf: People['namesOf'];
  report(doing: string, cause: unknown): void;
}

/** What a block of a view is found by among the uploaded pictures. */
export const pictureKey = (block: PictureBlock): string =>
  block.kind === 'picture' ? `${block.deck}/${block.file}` : hashOf(block.chart);

/** The pictures of a view; the names on charts are those of the workspace. Never throws. */
export function drawingsWith({ picture, chart: drawChart, namesOf, report }: DrawingsOptions) {
  async function chartDrawing(
    team: string,
    block: Extract<Block, { kind: 'chart' }>,
    draw: DrawChart,
  ): Promise<Drawing> {
    const key = pictureKey(block);
    const members = membersOnChart(block.chart);
    const names = await namesOf(
      team,
      members.flatMap((member) => userOf(member) ?? []),
    );
    const nameOf = (member: MemberId): string => unescaped(names.get(userOf(member) ?? '') ?? '');
    const look = `${key} ${hashOf(members.map(nameOf))}`;
    const alt = plainLine(block.alt, { member: (id) => nameOf(id as MemberId) || '–' });
    const drawn = (): Promise<Uint8Array | null> =>
      draw(block.chart, nameOf).catch((cause) => {
        report('drawing a chart', cause);
        return null;
      });
    return { key, look, alt, draw: drawn };
  }

  return async (team: string, { blocks }: Pick<View, 'blocks'>): Promise<readonly Drawing[]> => {
    const found = blocks.map(async (block): Promise<Drawing | null> => {
      if (block.kind === 'chart') return drawChart && chartDrawing(team, block, drawChart);
      if (block.kind !== 'picture') return null;
      const key = pictureKey(block);
      const draw = (): Promise<Uint8Array> => picture(block.deck, block.file);
      return { key, look: key, alt: block.alt, draw };
    });
    return (await Promise.all(found)).filter((drawing) => drawing !== null);
  };
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** The way back from inert markup. */
const unescaped = (name: string): string =>
  name.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
