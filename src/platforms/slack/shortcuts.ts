import type { SlackShortcut } from '@slack/bolt';
import { commandsOn } from '../../chat/commands/index.ts';
import type { Deed } from '../../chat/intent.ts';

/** A shortcut and the command that it stands for. */
interface Shortcut {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly type: 'message' | 'global';
}

const GLOBAL: readonly Shortcut[] = [
  { id: 'quiz', path: 'quiz start', name: 'Start a quiz', type: 'global' },
];

/** Those on messages, as the catalogue names them, and the others whose command exists. */
export function shortcuts(): readonly Shortcut[] {
  const known = commandsOn('slack');
  const onMessages = known.flatMap(({ path, onMessage }): Shortcut[] => {
    const id = path.replaceAll(' ', '-');
    return onMessage ? [{ id, path, name: onMessage.en, type: 'message' }] : [];
  });
  return [...onMessages, ...GLOBAL.filter(({ path }) => known.some((each) => each.path === path))];
}

/** Null for a shortcut of another version. */
export function shortcutDeed({ callback_id }: SlackShortcut): Deed | null {
  const path: string | undefined = shortcuts().find(({ id }) => id === callback_id)?.path;
  const command = commandsOn('slack').find((known) => known.path === path);
  return command ? { kind: 'command', command: command.path, options: {} } : null;
}
