import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
} from 'discord.js';
import type { Command, CommandOption, OptionKind } from '../../chat/commands/command.ts';
import { commandsOn } from '../../chat/commands/index.ts';
import { germanWord } from '../../chat/texts/command-names-de.ts';
import { inGerman } from '../../chat/texts/commands-de.ts';
import { LIMITS } from './limits.ts';
import { cut } from './text.ts';

/** A command as Discord registers it. */
export type Payload = TypedPayload | MessagePayload;

interface Registered {
  readonly name: string;
  readonly name_localizations: Translations;
  readonly default_member_permissions: null;
  readonly contexts: readonly number[];
  readonly integration_types: readonly number[];
}

interface TypedPayload extends Registered {
  readonly description: string;
  readonly description_localizations: Readonly<Record<string, string>>;
  readonly options: readonly OptionPayload[];
}

/** One that stands in the menu of every message. */
interface MessagePayload extends Registered {
  readonly type: ApplicationCommandType.Message;
}

/** By the code of a language; the default stands beside it. */
type Translations = Readonly<Record<string, string>>;

interface OptionPayload {
  readonly type: number;
  readonly name: string;
  readonly name_localizations: Translations;
  readonly description: string;
  readonly description_localizations: Translations;
  readonly required?: true;
  readonly autocomplete?: true;
  readonly choices?: readonly ChoicePayload[];
  readonly channel_types?: readonly number[];
  readonly options?: readonly OptionPayload[];
}

interface ChoicePayload {
  readonly name: string;
  readonly name_localizations: Translations;
  readonly value: string;
}

/** The whole catalogue, `daily setup` and its like grouped under their first word. */
export function commandPayloads(): readonly Payload[] {
  const families = new Map<string, Command[]>();
  for (const command of commandsOn('discord')) {
    const [name = ''] = command.path.split(' ');
    families.set(name, [...(families.get(name) ?? []), command]);
  }
  const typed = [...families].map(([name, commands]) => payloadOf(name, commands));
  return [...typed, ...commandsOn('discord').flatMap((command) => messagePayload(command))];
}

// Members who were appointed hold no right that Discord could go by: each call is checked.
const EVERYBODY_HERE = {
  default_member_permissions: null,
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
} as const;

function messagePayload({ onMessage }: Command): MessagePayload[] {
  if (!onMessage) return [];
  const { en: name, de } = onMessage;
  const name_localizations = de === undefined ? {} : { de };
  return [{ type: ApplicationCommandType.Message, name, name_localizations, ...EVERYBODY_HERE }];
}

function payloadOf(name: string, commands: readonly Command[]): TypedPayload {
  const [only] = commands;
  const isGroup = commands.length > 1 || only?.path !== name;
  return {
    ...named(name),
    ...(only && !isGroup ? described(only) : groupDescribed(commands)),
    ...EVERYBODY_HERE,
    options: isGroup ? commands.map(subcommand) : (only?.options ?? []).map(optionPayload),
  };
}

/** The path of a subcommand below its family, in one word. */
const below = ({ path }: Command): string => path.split(' ').slice(1).join('-');

function named(name: string): { name: string; name_localizations: Translations } {
  const german = germanWord(name);
  return { name, name_localizations: german === null ? {} : { de: german } };
}

function groupDescribed(commands: readonly Command[]) {
  const words = commands.map(below);
  const german = words.map((word) => germanWord(word) ?? word);
  const shown = (all: readonly string[]): string => cut(all.join(' · '), LIMITS.choice);
  return { description: shown(words), description_localizations: { de: shown(german) } };
}

function described(of: Command | CommandOption) {
  const german = inGerman(of);
  return {
    description: cut(of.description.en, LIMITS.choice),
    description_localizations: german === null ? {} : { de: cut(german, LIMITS.choice) },
  };
}

function subcommand(command: Command): OptionPayload {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...named(below(command)),
    ...described(command),
    options: command.options.map(optionPayload),
  };
}

/** What is completed while it is typed, by what an option names. */
const COMPLETED: ReadonlySet<unknown> = new Set<OptionKind>([
  'when',
  'zone',
  'deck',
  'topic',
  'calendar',
  'daily',
  'command',
]);
const POSTABLE = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.PublicThread];

function optionPayload(option: CommandOption): OptionPayload {
  const { choices, kind } = option;
  return {
    type: ApplicationCommandOptionType.String,
    ...named(option.name),
    ...described(option),
    ...(option.required ? { required: true } : {}),
    ...(choices ? { choices: choices.map((word) => ({ ...named(word), value: word })) } : {}),
    ...(!choices && COMPLETED.has(kind) ? { autocomplete: true } : {}),
    ...(kind === 'channel'
      ? { type: ApplicationCommandOptionType.Channel, channel_types: POSTABLE }
      : {}),
    ...(kind === 'member' ? { type: ApplicationCommandOptionType.User } : {}),
  };
}
