import { readCommandLine } from '../../chat/command-line.ts';
import { commandAt, commandsOn } from '../../chat/commands/index.ts';
import type { CommandIntent, Deed } from '../../chat/intent.ts';
import type { Texts } from '../../chat/texts/index.ts';
import { readResponse } from '../../chat/typed-response.ts';
import type { Action, Ask } from '../../chat/view.ts';
import { type MemberId, memberId } from '../../core/ids.ts';

/** What a typed line wants. */
export type Wish =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'deed'; readonly deed: Deed }
  | { readonly kind: 'be'; readonly member: MemberId }
  | { readonly kind: 'tomorrow' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'misread'; readonly why: string };

/** What the line can refer to. */
export interface Sight {
  /** The open question. */
  readonly ask: Ask | null;
  /** The buttons, `#1` first. */
  readonly actions: readonly Action[];
  readonly texts: Texts;
}

/** The terminal's one channel. */
export const ONLY_CHANNEL = 'study';
const ONE_CHANNEL = `The terminal has no channel but ${ONLY_CHANNEL}.`;

const NOTHING_OPEN = 'No question is open now: /daily now asks one, /help lists the commands.';

export function readLine(line: string, sight: Sight): Wish {
  const text = line.trim();
  if (text === '') return { kind: 'nothing' };
  if (text.startsWith('/')) return readCommand(text, sight.texts);
  if (text.startsWith('#')) return readButton(text, sight.actions);
  return readAnswer(text, sight.ask);
}

function readCommand(text: string, texts: Texts): Wish {
  if (text === '/') return misread('/help lists the commands.');
  const read = readCommandLine(text, 'terminal');
  if (read.kind === 'misread') return misread(read.why(texts));
  const { command, options } = read;
  if (command === 'as') return readName(options['name'] ?? '');
  if (command === 'tomorrow' || command === 'quit') return { kind: command };
  if (namesElsewhere(read)) return misread(ONE_CHANNEL);
  return { kind: 'deed', deed: { ...read, options: withMembers(read) } };
}

/** True where a command means another channel than the one there is. */
function namesElsewhere({ command, options }: Pick<CommandIntent, 'command' | 'options'>): boolean {
  const channels = commandAt(command).options.filter(({ kind }) => kind === 'channel');
  return channels.some(
    ({ name }) => (options[name] ?? ONLY_CHANNEL).replace(/^#/, '') !== ONLY_CHANNEL,
  );
}

/** Members are first names here, written as they come. */
function withMembers({ command, options }: Pick<CommandIntent, 'command' | 'options'>) {
  const named = commandAt(command).options.flatMap(({ name, kind }) => {
    const given = options[name];
    const member = kind === 'member' && given !== undefined ? memberNamed(given) : null;
    return member ? [[name, member] as const] : [];
  });
  return { ...options, ...Object.fromEntries(named) };
}

function readName(name: string): Wish {
  const member = memberNamed(name);
  if (member) return { kind: 'be', member };
  return misread('A name needs a letter from a to z or a digit, such as /as bob.');
}

/** `José Blanc` is `jose-blanc`; null where nothing is left of the name. */
function memberNamed(name: string): MemberId | null {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[-_]+/, '');
  return memberId.parse(plain.slice(0, 32));
}

function readButton(text: string, actions: readonly Action[]): Wish {
  const action = actions[Number(text.slice(1)) - 1];
  if (action) return { kind: 'deed', deed: { kind: 'press', press: action.press } };
  if (actions.length === 0) return misread('There is no button to press now.');
  const known = actions.map(({ label }, at) => `#${at + 1} ${label}`);
  return misread(`There is no button ${text}: press ${known.join(', ')}.`);
}

function readAnswer(text: string, ask: Ask | null): Wish {
  if (!ask) return isCommand(text) ? misread(slashMissing(text)) : misread(NOTHING_OPEN);
  const read = readResponse(ask, text);
  const { round } = ask;
  switch (read.kind) {
    case 'misread':
      return isCommand(text) ? misread(slashMissing(text)) : read;
    case 'look':
      return { kind: 'deed', deed: { kind: 'press', press: { kind: 'look', round } } };
    case 'response':
      return { kind: 'deed', deed: { kind: 'answer', round, response: read.response } };
  }
}

function isCommand(text: string): boolean {
  return readCommandLine(text, 'terminal').kind === 'command';
}

function slashMissing(text: string): string {
  return `Commands begin with a slash: /${text}`;
}

function misread(why: string): Wish {
  return { kind: 'misread', why };
}

/** The commands that a begun line can become. */
export function completions(begun: string): readonly string[] {
  return commandsOn('terminal')
    .flatMap(({ path, options }) => [
      `/${path}`,
      ...options.flatMap(({ name, choices = [] }, at) =>
        choices.map((choice) => `/${path} ${at === 0 ? '' : `${name}=`}${choice}`),
      ),
    ])
    .filter((line) => line.startsWith(begun.toLowerCase()));
}
