import { parse } from 'yaml';

/** What Slack lets members of a workspace do with the app. */
export interface Registered {
  /** Without their slash. */
  readonly commands: ReadonlySet<string>;
  readonly shortcuts: ReadonlyMap<string, 'message' | 'global'>;
}

/** What Slack keeps for itself. */
const RESERVED: readonly string[] = [
  ...['archive', 'away', 'call', 'collapse', 'dnd', 'expand', 'feed', 'invite', 'join', 'leave'],
  ...['me', 'msg', 'mute', 'open', 'remind', 'remove', 'rename', 'search', 'shortcuts', 'shrug'],
  ...['status', 'topic', 'who'],
];

const MOST_COMMANDS = 50;
const MOST_SHORTCUTS = 5;

interface Manifest {
  readonly features: {
    readonly shortcuts: readonly {
      readonly name: string;
      readonly callback_id: string;
      readonly type: 'message' | 'global';
    }[];
    readonly slash_commands: readonly { readonly command: string }[];
  };
}

/** Makes the app from its manifest. @throws {Error} where Slack would refuse it */
export function registered(manifest: string): Registered {
  const { shortcuts, slash_commands } = (parse(manifest) as Manifest).features;
  const names = slash_commands.map(({ command }) => command.slice(1));
  if (names.length > MOST_COMMANDS) throw new Error(`${names.length} commands are too many`);
  for (const name of names) {
    const isGood = /^[a-z0-9_-]{1,32}$/.test(name) && !RESERVED.includes(name);
    if (!isGood) throw new Error(`the slash command /${name} has an invalid name`);
  }
  for (const type of ['message', 'global']) {
    const count = shortcuts.filter((each) => each.type === type).length;
    if (count > MOST_SHORTCUTS) throw new Error(`${count} ${type} shortcuts are too many`);
  }
  if (shortcuts.some(({ name }) => name.length > 24)) throw new Error('a shortcut has a long name');
  return {
    commands: new Set(names),
    shortcuts: new Map(shortcuts.map(({ callback_id, type }) => [callback_id, type])),
  };
}
