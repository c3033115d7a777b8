import type { Instant } from '../core/day.ts';
import type { Zone } from '../core/schedule.ts';
import { askItems } from './ask-items.ts';
import type { Block, Inline, Line, View } from './view.ts';

/** How members are called where no platform draws them. */
export interface Names {
  member(id: string): string;
}

/** A view as text without any markup: notifications, screen readers, logs. Its parts stand on lines of their own. */
export function plainText(view: View, names: Names): string {
  const parts = [
    view.title,
    ...view.blocks.flatMap((block) => plainBlock(block, names)),
    ...(view.ask ? askItems(view.ask).flat() : []).map(({ mark, text }) => `${mark}) ${text}`),
    view.actions.map((action) => `[${action.label}]`).join(' '),
    view.footer === null ? '' : plainLine(view.footer, names),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function plainBlock(block: Block, names: Names): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [plainLine(block.line, names)];
    case 'list':
      return block.items.map((item) => `- ${plainLine(item, names)}`);
    case 'bars':
      return block.bars.map(
        (bar) => `${bar.label}: ${bar.count} of ${block.total}${bar.isKey ? ' (key)' : ''}`,
      );
    case 'table':
      return block.rows.map(
        (row) =>
          `${row.rank}. ${names.member(row.member)}: ${row.value}${row.isReader ? ' (you)' : ''}`,
      );
    case 'picture':
      return [`(Picture: ${block.alt})`];
    // The text around it says the same.
    case 'chart':
      return [];
    case 'file':
      return [`(File: ${block.name})`];
  }
}

/** A line as text without any markup. */
export function plainLine(line: Line, names: Names): string {
  if (typeof line === 'string') return line;
  return line.map((inline) => plainInline(inline, names)).join('');
}

function plainInline(inline: Inline, names: Names): string {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'strong':
      return inline.text;
    case 'code':
      return `\`${inline.text}\``;
    case 'member':
      return names.member(inline.member);
    case 'moment':
      return plainMoment(inline.at, inline.zone);
  }
}

/** `Mon 23 Nov 09:00`, as the clocks of `zone` show it. */
export function plainMoment(at: Instant, zone: Zone): string {
  // Not en-GB: newer tables of it write Sept.
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const date = ['weekday', 'day', 'month'] as const;
  return `${date.map((part) => parts.get(part)).join(' ')} ${parts.get('hour')}:${parts.get('minute')}`;
}
