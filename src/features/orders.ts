import { type CommandPath, commandAt } from '../chat/commands/index.ts';
import type { Intent, PressIntent } from '../chat/intent.ts';

/** What changes something, so that a second delivery of it must not. */
export function isOrder(intent: Intent): boolean {
  switch (intent.kind) {
    case 'command': {
      const { who, onlyShows } = commandAt(intent.command);
      return (who === 'organiser' && !onlyShows) || ORDERS_OF_MEMBERS.includes(intent.command);
    }
    case 'press':
      return ORDERS.includes(intent.press.kind);
    case 'form':
      return !intent.onlyPreview;
    case 'answer':
      return false;
  }
}

const ORDERS_OF_MEMBERS: readonly CommandPath[] = ['quiz start', 'quiz stop'];

const ORDERS: readonly PressIntent['press']['kind'][] = [
  'post now',
  'resolve',
  'unvoid',
  'rule',
  'erase me',
];
