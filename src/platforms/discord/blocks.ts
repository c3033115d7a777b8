import { type AskItem, askItems } from '../../chat/ask-items.ts';
import type { Texts } from '../../chat/texts/index.ts';
import type { Ask, Bar, Block, TableRow } from '../../chat/view.ts';
import { areOnButtons } from './ask.ts';
import { linePiece, memberMark, type Piece } from './piece.ts';

/** The lines of a block that is text. */
export function blockPieces(
  block: Exclude<Block, { kind: 'picture' | 'chart' | 'file' }>,
  texts: Texts,
): Piece[] {
  switch (block.kind) {
    case 'text':
      return [linePiece(block.line)];
    case 'list':
      return block.items.map((item) => linePiece(item, '- ', '', 'one'));
    case 'bars':
      return block.bars.map((bar) => barPiece(bar, block.total, texts));
    case 'table':
      return block.rows.map((row) => rowPiece(row, texts));
  }
}

const CELLS = 12;

function barPiece({ label, count, isKey }: Bar, total: number, texts: Texts): Piece {
  const full = count <= 0 || total <= 0 ? 0 : Math.max(1, Math.round((count / total) * CELLS));
  const cells = '█'.repeat(Math.min(CELLS, full)).padEnd(CELLS, '░');
  const key = isKey ? ` ✅ ${texts.discord.key}` : '';
  return linePiece(label, '', `${key}\n\`${cells}\` ${count}`, 'one');
}

function rowPiece({ rank, member, value, isReader }: TableRow, texts: Texts): Piece {
  const you = isReader ? ` ◂ **${texts.discord.you}**` : '';
  return linePiece(value, `**${rank}.** ${memberMark(member)} · `, you, 'one');
}

/** What members choose from; nothing where the buttons say it. */
export function askPieces(ask: Ask): Piece[] {
  if (ask.kind === 'picks' && areOnButtons(ask)) return [];
  return askItems(ask).flatMap((group, at) => [
    ...(at === 0 ? [] : [linePiece('', '\u200b')]),
    ...group.map(itemPiece),
  ]);
}

function itemPiece({ mark, text }: AskItem): Piece {
  return linePiece(text, `**${mark}** · `, '', 'one');
}
