import {
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Texts } from '../../chat/texts/index.ts';
import type { View } from '../../chat/view.ts';
import { actionButtons, askControls } from './ask.ts';
import {
  type Attached,
  attachedIn,
  attachedName,
  isAttached,
  type ShownBlock,
} from './attached.ts';
import { askPieces, blockPieces } from './blocks.ts';
import { EMBLEMS } from './emblems.ts';
import { LIMITS } from './limits.ts';
import { linePiece, type Piece, written } from './piece.ts';
import { cleaned, cut } from './text.ts';

/** A message as Discord takes it, but for the bytes of what is attached. */
export interface Rendered {
  readonly body: {
    readonly flags: number;
    readonly components: readonly [APIContainerComponent];
    readonly allowed_mentions: { readonly parse: [] };
  };
  /** To be sent beside it, in this order, by their {@link attachedName}. */
  readonly attached: readonly Attached[];
}

/** No text of anybody ever notifies anybody. */
const NO_MENTIONS: { readonly parse: [] } = { parse: [] };

type Section =
  | { readonly kind: 'text'; readonly pieces: Piece[] }
  | { readonly kind: 'other'; readonly component: APIComponentInContainer };

/** A view whose charts were drawn, or left out. */
export type ShownView = Omit<View, 'blocks'> & { readonly blocks: readonly ShownBlock[] };

/** A view as one container of Components V2. It fits the limits whatever stands in the view. */
export function render(view: ShownView, texts: Texts): Rendered {
  const attached = attachedIn(view.blocks);
  const sections = merged([
    text([titlePiece(view)]),
    ...blockSections(view, attached, texts),
    ...(view.ask ? [text(askPieces(view.ask))] : []),
    ...rows(view.ask ? askControls(view.ask, texts) : []),
    ...rows(actionButtons(view.actions)),
    ...footerSections(view),
  ]);
  const components = drawn(sections);
  return {
    attached,
    body: {
      flags: MessageFlags.IsComponentsV2,
      allowed_mentions: NO_MENTIONS,
      components: [
        { type: ComponentType.Container, accent_color: EMBLEMS[view.tone].color, components },
      ],
    },
  };
}

const text = (pieces: Piece[]): Section => ({ kind: 'text', pieces });
const other = (component: APIComponentInContainer): Section => ({ kind: 'other', component });

function titlePiece({ title, tone }: ShownView): Piece {
  const shown = cut(cleaned(title, 'one'), LIMITS.title);
  return linePiece(shown, shown === '' ? '' : `### ${EMBLEMS[tone].sign}`, '', 'one');
}

function blockSections(
  { blocks }: ShownView,
  attached: readonly Attached[],
  texts: Texts,
): Section[] {
  return blocks.flatMap((block): Section[] => {
    if (block.kind === 'chart') return [];
    if (!isAttached(block)) return [text(blockPieces(block, texts))];
    const at = attached.indexOf(block);
    const found = attached[at];
    return found ? [other(attachment(found, at))] : [];
  });
}

function attachment(attached: Attached, at: number): APIComponentInContainer {
  const media = { url: `attachment://${attachedName(attached, at)}` };
  if (attached.kind === 'file') return { type: ComponentType.File, file: media };
  const description = cut(cleaned(attached.alt, 'one'), LIMITS.alt);
  return {
    type: ComponentType.MediaGallery,
    items: [description === '' ? { media } : { media, description }],
  };
}

function rows(controls: readonly APIComponentInMessageActionRow[]): Section[] {
  const found: Section[] = [];
  for (let at = 0; at < controls.length; at += LIMITS.buttonsInRow) {
    const components = controls.slice(at, at + LIMITS.buttonsInRow);
    found.push(other({ type: ComponentType.ActionRow, components }));
  }
  return found;
}

function footerSections({ footer }: ShownView): Section[] {
  if (footer === null) return [];
  const piece = linePiece(footer, '-# ', '', 'one');
  if (piece.length <= '-# '.length) return [];
  const short = { length: Math.min(piece.length, LIMITS.footer), write: piece.write };
  return [text([short])];
}

/** Texts that follow each other are one component. */
function merged(sections: readonly Section[]): Section[] {
  const found: Section[] = [];
  for (const section of sections) {
    const before = found.at(-1);
    if (section.kind === 'other') found.push(section);
    else if (before?.kind === 'text') before.pieces.push(...section.pieces);
    else found.push(text([...section.pieces]));
  }
  return found;
}

function drawn(sections: readonly Section[]): APIComponentInContainer[] {
  const pieces = sections.flatMap((section) => (section.kind === 'text' ? section.pieces : []));
  const texts = written(pieces, LIMITS.message - pieces.length);
  const textOf = new Map(pieces.map((piece, at) => [piece, texts[at] ?? '']));
  const components = sections.flatMap((section): APIComponentInContainer[] => {
    if (section.kind === 'other') return [section.component];
    const lines = section.pieces.map((piece) => textOf.get(piece) ?? '').filter(Boolean);
    const content = lines.join('\n');
    return content.trim() === '' ? [] : [{ type: ComponentType.TextDisplay, content }];
  });
  return components.length > 0 ? components : [{ type: ComponentType.TextDisplay, content: '…' }];
}
