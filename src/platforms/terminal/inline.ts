import { plainMoment } from '../../chat/plain.ts';
import type { Inline, Line } from '../../chat/view.ts';
import type { Zone } from '../../core/schedule.ts';
import { type Row, type Span, span } from './layout.ts';

/** The reader's screen. */
export interface Look {
  /** Of the window. */
  readonly columns: number;
  readonly color: boolean;
  /** Moments are shown as the reader's own clocks show them. */
  readonly zone: Zone;
}

export function spansOf(line: Line, look: Look): Row {
  return typeof line === 'string' ? [span(line)] : line.map((inline) => spanOf(inline, look));
}

function spanOf(inline: Inline, look: Look): Span {
  if (typeof inline === 'string') return span(inline);
  switch (inline.kind) {
    case 'strong':
      return span(inline.text, 'bold');
    case 'code':
      return look.color ? span(inline.text, 'accent') : span(`\`${inline.text}\``);
    case 'member':
      return span(`@${inline.member}`, 'bold');
    case 'moment':
      return span(plainMoment(inline.at, look.zone));
  }
}
