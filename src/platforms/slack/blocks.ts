import type { types } from '@slack/bolt';
import type { Texts } from '../../chat/texts/index.ts';
import type { Bar, Block, Line, TableRow } from '../../chat/view.ts';
import { pictureKey } from './drawings.ts';
import { LIMITS } from './limits.ts';
import { clipped, lineText, markup, type Names, plain, type Text } from './text.ts';
import type { Pictures } from './uploads.ts';

export type Blocks = types.KnownBlock[];

/** How much text a message may still take; each block that is drawn takes from it. */
export interface Budget {
  /** The most that the next text may have. */
  next(most: number): number;
}

export function budgetOf(all: number): Budget & { spend(used: number): void } {
  let left = all;
  return {
    next: (most) => Math.max(1, Math.min(most, left)),
    spend(used) {
      left -= used;
    },
  };
}

export type Purse = ReturnType<typeof budgetOf>;

export function section(text: Text, purse: Purse): types.SectionBlock {
  purse.spend(text.text.length);
  return { type: 'section', text };
}

/** What a block is drawn with. */
interface Palette {
  readonly names: Names;
  readonly pictures: Pictures;
  readonly texts: Texts;
}

/** A block of a view as Slack draws it; nothing where the message is full. */
export function blocksOf(block: Block, purse: Purse, palette: Palette): Blocks {
  const { names } = palette;
  const most = purse.next(LIMITS.section);
  if (most < 20) return [];
  switch (block.kind) {
    case 'text':
      return [section(lineText(block.line, most, names), purse)];
    case 'list':
      return listBlocks(block.items, purse, names);
    case 'bars':
      return [section(plain(barLines(block.bars, block.total).join('\n'), most), purse)];
    case 'table':
      return block.rows.length === 0 ? [] : [section(tableText(block.rows, most, names), purse)];
    case 'picture':
      return [pictureBlock(block, purse, most, palette.pictures)];
    case 'chart':
      return imageBlocks(pictureKey(block), palette.pictures);
    case 'file':
      return [section(plain(palette.texts.slack.file(block.name), most), purse)];
  }
}

/** The drawing, or its words where Slack does not have it. */
function pictureBlock(
  block: Extract<Block, { kind: 'picture' }>,
  purse: Purse,
  most: number,
  pictures: Pictures,
): types.KnownBlock {
  const [image] = imageBlocks(pictureKey(block), pictures);
  return image ?? section(plain(`▣ ${block.alt}`, most), purse);
}

/** Nothing where Slack does not have it. */
function imageBlocks(key: string, pictures: Pictures): Blocks {
  const found = pictures.get(key);
  if (!found) return [];
  const { id, alt } = found;
  return [{ type: 'image', alt_text: plain(alt, LIMITS.alt).text, slack_file: { id } }];
}

/** Items side by side in as few sections as hold them, so that a long list keeps within the count of blocks. */
function listBlocks(items: readonly Line[], purse: Purse, names: Names): Blocks {
  const groups: string[] = [''];
  const isPlain = items.every((item) => typeof item === 'string');
  for (const item of items) {
    const most = Math.floor(LIMITS.section / 4);
    const bullet = isPlain
      ? `• ${plain(item as string, most).text}`
      : `• ${markup(item, most, names)}`;
    const last = groups.at(-1) ?? '';
    if (last.length + bullet.length + 1 > LIMITS.section) groups.push(bullet);
    else groups[groups.length - 1] = last === '' ? bullet : `${last}\n${bullet}`;
  }
  return groups.flatMap((text) => {
    // Markup that was cut in the middle could read as something else, so a group goes out whole or not at all.
    if (text === '' || text.length > purse.next(LIMITS.section)) return [];
    return [
      section(
        isPlain ? plain(text, LIMITS.section) : { type: 'mrkdwn', text, verbatim: true },
        purse,
      ),
    ];
  });
}

const CELLS = 12;

function barLines(bars: readonly Bar[], total: number): string[] {
  return bars.flatMap(({ label, count, isKey }) => {
    const share = total > 0 ? Math.round((count / total) * CELLS) : 0;
    const full = count > 0 ? Math.min(CELLS, Math.max(1, share)) : 0;
    const short = clipped(label, 200, (text) => text.length);
    return [
      `${isKey ? '✓ ' : ''}${short}`,
      `${'█'.repeat(full)}${'░'.repeat(CELLS - full)}  ${count}`,
    ];
  });
}

function tableText(rows: readonly TableRow[], most: number, names: Names): Text {
  const lines: string[] = [];
  let left = most;
  for (const { rank, member, value, isReader } of rows) {
    const line = `${isReader ? '▸ ' : ''}${rank}.  ${names(member)}  ${markup(value, 200, names)}`;
    if (line.length + 1 > left) break;
    left -= line.length + 1;
    lines.push(line);
  }
  return lines.length > 0
    ? { type: 'mrkdwn', text: lines.join('\n'), verbatim: true }
    : plain('', most);
}
