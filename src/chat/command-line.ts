import { isWhenWord } from '../core/when.ts';
import type { Command, CommandOption } from './commands/command.ts';
import { type CommandPath, commandsOn } from './commands/index.ts';
import { namedMember } from './named-member.ts';
import { nearest } from './nearest.ts';
import type { Texts } from './texts/index.ts';

/** In the language of these texts. */
export type Sentence = (texts: Texts) => string;

/** A typed command, understood or with the reason why not. */
export type CommandLine =
  | {
      readonly kind: 'command';
      readonly command: CommandPath;
      readonly options: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'misread'; readonly why: Sentence };

type Known = Command & { path: CommandPath };

/**
 * Reads a command written as words: `/daily edit d1 at=10:00`. Options stand in the catalogue's order or as
 * `name=value`; the last one given by place takes the rest of the line. A schedule takes words as long as they can
 * belong to it; any other value with spaces stands in double quotes.
 */
export function readCommandLine(line: string, platform: string): CommandLine {
  const words = wordsOf(line.trim().replace(/^\//, ''));
  const known = commandsOn(platform);
  const command = commandIn(words, known);
  if (!command)
    return familyIn(words, known) ?? { kind: 'misread', why: unknownCommand(words, known) };
  return readOptions(command, words.slice(command.path.split(' ').length));
}

/** Split at spaces outside quotes; `mon, wed, fri` is one word. */
function wordsOf(line: string): string[] {
  const straight = line.replace(/[“”„]/g, '"');
  const quotes = /((?:^|\s)(?:[A-Za-z]+=)?"[^"]*"(?=\s|$))/;
  return straight.split(quotes).flatMap((part, at) => {
    if (at % 2 === 1) return [part.trim()];
    return part.replace(/,\s+/g, ',').split(/\s+/).filter(Boolean);
  });
}

function commandIn(words: readonly string[], known: readonly Known[]): Known | undefined {
  const lower = words.map((word) => word.toLowerCase());
  return known.find((command) => command.path.split(' ').every((part, at) => lower[at] === part));
}

/** The first word of several commands alone, `/me`, asks what they are. */
function familyIn(words: readonly string[], known: readonly Known[]): CommandLine | null {
  const topic = words.length === 1 ? words[0]?.toLowerCase() : undefined;
  const isFamily = topic !== undefined && known.some(({ path }) => path.startsWith(`${topic} `));
  return isFamily ? { kind: 'command', command: 'help', options: { topic } } : null;
}

function unknownCommand(words: readonly string[], known: readonly Known[]): Sentence {
  const [first = '', second] = words.map((word) => word.toLowerCase());
  const family = known.filter((command) => command.path.startsWith(`${first} `));
  if (family.length > 0) {
    const parts = family.map((command) => command.path.split(' ')[1] as string);
    const meant = second ? nearest(second, parts) : null;
    if (meant) return ({ typed }) => typed.noCommand(`${first} ${second}`, `${first} ${meant}`);
    return ({ typed }) => typed.needsOneOf(first, parts);
  }
  const meant = nearest(
    first,
    new Set(known.map((command) => command.path.split(' ')[0] as string)),
  );
  return ({ typed }) => typed.noCommand(first, meant);
}

function readOptions(command: Known, words: readonly string[]): CommandLine {
  const options: Record<string, string> = {};
  let latest: CommandOption | undefined;
  let byName = false;
  for (const word of words) {
    const [, name, value = ''] = /^([A-Za-z]+)=(.*)$/s.exec(word) ?? [];
    if (name === undefined && latest && goesOn(latest, byName, options, word)) {
      options[latest.name] += ` ${word}`;
      continue;
    }
    latest = command.options.find((option) =>
      name ? option.name === name.toLowerCase() : !(option.name in options),
    );
    byName = name !== undefined;
    const refused = name
      ? takeByName(command, options, name.toLowerCase(), unquoted(value))
      : takeByPlace(command, options, unquoted(word));
    if (refused) return refused;
  }
  return checked(command, options);
}

/** `weekdays at 9am` is one schedule, and `key=also VMCB` one key. */
function goesOn(
  { name, kind, severalWords }: CommandOption,
  byName: boolean,
  options: Options,
  word: string,
): boolean {
  if (!(name in options)) return false;
  return kind === 'when' ? isWhenWord(word) : byName && severalWords === true;
}

function unquoted(word: string): string {
  return word.replace(/^"(.*)"$/s, '$1');
}

type Options = Record<string, string>;

function takeByName(command: Known, options: Options, name: string, value: string) {
  const option = command.options.find((candidate) => candidate.name === name);
  if (!option) return misreadOption(command, name);
  Object.assign(options, given(option, value));
  return null;
}

/**
 * The option that knows the word among its choices, or the first that has no value yet; behind all of them, the
 * last one takes the rest of the line.
 */
function takeByPlace(command: Known, options: Options, word: string): CommandLine | null {
  const unused = command.options.filter((candidate) => !(candidate.name in options));
  const free = unused.find(({ choices }) => choices?.includes(word.toLowerCase())) ?? unused[0];
  const last = command.options.at(-1);
  if (free) Object.assign(options, given(free, word));
  else if (last && !last.choices) options[last.name] = `${options[last.name]} ${word}`;
  else return tooManyWords(command);
  return null;
}

/** An option with a value; nothing for an empty one. Words that it chooses from are known in any case, members by id. */
function given(option: CommandOption, value: string): Record<string, string> {
  if (value === '') return {};
  if (option.kind === 'member') return { [option.name]: namedMember(value) ?? value };
  const choice = option.choices?.find((word) => word === value.toLowerCase());
  return { [option.name]: choice ?? value };
}

function tooManyWords({ path, options }: Known): CommandLine {
  const names = options.map(({ name }) => name);
  return { kind: 'misread', why: ({ typed }) => typed.tooMany(path, names) };
}

function misreadOption(command: Known, name: string): CommandLine {
  const names = command.options.map((option) => option.name);
  const meant = nearest(name, names);
  return { kind: 'misread', why: ({ typed }) => typed.noOption(command.path, name, meant, names) };
}

function checked(command: Known, options: Record<string, string>): CommandLine {
  for (const { name, required, choices } of command.options) {
    const given = options[name];
    if (required && !given) {
      return { kind: 'misread', why: ({ typed }) => typed.needs(command.path, name) };
    }
    if (given && choices && !choices.includes(given)) {
      return { kind: 'misread', why: ({ typed }) => typed.notAChoice(name, choices, given) };
    }
  }
  return { kind: 'command', command: command.path, options };
}
