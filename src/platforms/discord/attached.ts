import type { Block } from '../../chat/view.ts';
import type { DeckId } from '../../core/ids.ts';
import { LIMITS } from './limits.ts';

type PictureBlock = Extract<Block, { kind: 'picture' }>;

/** A text to keep. */
interface FileBlock {
  readonly kind: 'file';
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

/** A chart that was drawn. */
interface DrawnChart {
  readonly kind: 'drawing';
  readonly alt: string;
  readonly data: Uint8Array;
}

/** Something that travels beside a message. */
export type Attached = PictureBlock | FileBlock | DrawnChart;

/** A block of a view whose charts were drawn; a chart that is left is not shown. */
export type ShownBlock = Block | DrawnChart;

/** What is sent, and under which name: that of a picture tells nothing. */
export interface SentFile {
  readonly name: string;
  readonly mime: string;
  readonly data: Uint8Array;
}

/** The bytes of a deck's drawing as PNG; `file` is below the deck's folder. */
export type PictureSource = (deck: DeckId, file: string) => Promise<Uint8Array>;

const KINDS: ReadonlySet<string> = new Set(['picture', 'file', 'drawing']);

export const isAttached = (block: ShownBlock): block is Attached => KINDS.has(block.kind);

/** Those of a view that a message can carry. */
export function attachedIn(blocks: readonly ShownBlock[]): readonly Attached[] {
  return blocks.filter(isAttached).slice(0, LIMITS.attached);
}

export const attachedName = (attached: Attached, at: number): string =>
  attached.kind === 'file' ? attached.name : `picture-${at + 1}.png`;

export async function fileOf(
  attached: Attached,
  at: number,
  picture: PictureSource,
): Promise<SentFile> {
  const name = attachedName(attached, at);
  if (attached.kind === 'file') {
    return { name, mime: attached.mime, data: new TextEncoder().encode(attached.text) };
  }
  if (attached.kind === 'drawing') return { name, mime: 'image/png', data: attached.data };
  return { name, mime: 'image/png', data: await picture(attached.deck, attached.file) };
}
