import { commandsOn } from '../../chat/commands/index.ts';
import type { Block, Form, Inline, Line, View } from '../../chat/view.ts';

/** The umbrella: a command that understands all of them, for workspaces where a name is taken. */
export const UMBRELLA = 'hypercall';

/** Commands that members reach by their own name; all others stand behind the umbrella. */
const OWN: readonly string[] = ['daily', 'today', 'quiz', 'streak', 'leaderboard', 'me'];

/** Slack's own commands: it refuses a manifest with one of them, and sends `/me …` to the channel as it stands. */
const BUILT_IN: ReadonlySet<string> = new Set([
  ...['active', 'archive', 'away', 'call', 'collapse', 'dm', 'dnd', 'expand', 'feed', 'huddle'],
  ...['invite', 'join', 'kick', 'leave', 'me', 'msg', 'mute', 'open', 'prefs', 'pro', 'remind'],
  ...['remove', 'rename', 'search', 'shortcuts', 'shrug', 'star', 'status', 'topic', 'who'],
]);

const families = (): readonly string[] => [
  ...new Set(commandsOn('slack').map(({ path }) => path.split(' ')[0] as string)),
];

/** The families of commands that have a name of their own in Slack, such as `daily` for `/hc-daily`. */
export function ownFamilies(prefix: string): readonly string[] {
  const known = families();
  return OWN.filter((family) => known.includes(family) && !BUILT_IN.has(prefix + family));
}

/** A family of commands as it is typed: `/daily`, `/hc-daily` or `/hypercall me`. */
function typedName(family: string, prefix: string): string {
  return ownFamilies(prefix).includes(family) ? `/${prefix}${family}` : `/${UMBRELLA} ${family}`;
}

/** Puts what members of Slack can type in place of the commands that a text of ours names. */
export type Naming = (text: string) => string;

/** @param prefix stands before the names of commands; may be empty */
export function namingWith(prefix: string): Naming {
  const names = new Map(families().map((family) => [family, typedName(family, prefix)]));
  const named = new RegExp(`(?<![\\w/.<-])/(${[...names.keys()].join('|')})(?![\\w/-])`, 'g');
  return (text) => text.replace(named, (as, family: string) => names.get(family) ?? as);
}

/** The view with its commands as they are typed here. What members choose from, and how they chose, stays as it is. */
export function viewAsTyped(view: View, naming: Naming): View {
  // A question is somebody else's text: what looks like a command in it is none.
  if (view.tone === 'question') return view;
  const { title, blocks, footer } = view;
  return {
    ...view,
    title: naming(title),
    blocks: blocks.map((block) => blockAsTyped(block, naming)),
    footer: footer === null ? null : lineAsTyped(footer, naming),
  };
}

/** The form with its commands as they are typed here. */
export function formAsTyped(form: Form, naming: Naming): Form {
  const fields = form.fields.map((field) => ({ ...field, hint: naming(field.hint) }));
  return { ...form, fields };
}

function blockAsTyped(block: Block, naming: Naming): Block {
  switch (block.kind) {
    case 'text':
      return { ...block, line: lineAsTyped(block.line, naming) };
    case 'list':
      return { ...block, items: block.items.map((item) => lineAsTyped(item, naming)) };
    case 'chart':
      return { ...block, alt: lineAsTyped(block.alt, naming) };
    case 'bars':
    case 'table':
    case 'picture':
    case 'file':
      return block;
  }
}

function lineAsTyped(line: Line, naming: Naming): Line {
  return typeof line === 'string'
    ? naming(line)
    : line.map((inline) => inlineAsTyped(inline, naming));
}

function inlineAsTyped(inline: Inline, naming: Naming): Inline {
  if (typeof inline === 'string') return naming(inline);
  switch (inline.kind) {
    case 'strong':
    case 'code':
      return { ...inline, text: naming(inline.text) };
    case 'member':
    case 'moment':
      return inline;
  }
}
