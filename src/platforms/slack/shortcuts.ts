import type { SlackShortcut } from '@slack/bolt';
import { commandsOn } from '../../chat/commands/index.ts';
import type { Deed } from '../../chat/intent.ts';

/** Shortcuts, by the command that each stands for; those whose command does not exist are not offered. */
export const SHORTCUTS = [
  { id: 'explain', path: 'explain', name: 'Explain this question', type: 'message' },
  { id: 'quiz', path: 'quiz start', name: 'Start a quiz', type: 'global' },
] as const;

/** Null where its command does not exist. */
export function shortcutDeed({ callback_id }: SlackShortcut): Deed | null {
  const path: string | undefined = SHORTCUTS.find(({ id }) => id === callback_id)?.path;
  const command = commandsOn('slack').find((known) => known.path === path);
  return command ? { kind: 'command', command: command.path, options: {} } : null;
}
