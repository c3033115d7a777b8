import type { SlackShortcut } from '@slack/bolt';
import { commandsOn } from '../../chat/commands/index.ts';
import type { Meaning } from './deeds.ts';

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

/** Nothing for a shortcut of another version. */
export function readShortcut({ callback_id }: SlackShortcut): Meaning {
  const found = shortcuts().find(({ id }) => id === callback_id);
  if (found?.type === 'global') return { kind: 'quiz' };
  const command = commandsOn('slack').find(({ path }) => path === found?.path);
  if (!command) return { kind: 'nothing' };
  return { kind: 'deed', deed: { kind: 'command', command: command.path, options: {} } };
}
