import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  Routes,
} from 'discord.js';
import type { Command, CommandOption } from '../../chat/commands/command.ts';
import { commandsOn } from '../../chat/commands/index.ts';
import { germanWord } from '../../chat/texts/command-names-de.ts';
import { inGerman } from '../../chat/texts/commands-de.ts';
import { type Calls, faultIn } from './calls.ts';
import { LIMITS } from './limits.ts';
import { cut } from './text.ts';

/** A command as Discord registers it. */
export interface Payload {
  readonly name: string;
  readonly name_localizations: Translations;
  readonly description: string;
  readonly description_localizations: Translations;
  readonly default_member_permissions: null;
  readonly contexts: readonly number[];
  readonly integration_types: readonly number[];
  readonly options: readonly OptionPayload[];
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
  return [...families].map(([name, commands]) => payloadOf(name, commands));
}

function payloadOf(name: string, commands: readonly Command[]): Payload {
  const [only] = commands;
  const isGroup = commands.length > 1 || only?.path !== name;
  return {
    ...named(name),
    ...(only && !isGroup ? described(only) : groupDescribed(commands)),
    // Members who were appointed hold no right that Discord could go by: each call is checked.
    default_member_permissions: null,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
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

/** What is completed while it is typed, by what an option names or is called. */
const COMPLETED: ReadonlySet<unknown> = new Set([
  'when',
  'zone',
  'deck',
  'topic',
  'calendar',
  'daily',
]);
const POSTABLE = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.PublicThread];

function optionPayload(option: CommandOption): OptionPayload {
  const kind = 'kind' in option ? option.kind : option.name;
  const { choices } = option;
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

export interface RegistrationOptions {
  readonly calls: Calls;
  readonly application: string;
  /** Where the commands are: in one server, or null for all of them. */
  readonly guild: string | null;
}

/**
 * Registers the catalogue; what stands already is not written again. The number of commands written.
 * @throws {PlatformFault}
 */
export async function registerCommands(options: RegistrationOptions): Promise<number> {
  const { calls } = options;
  const wanted = commandPayloads();
  if (await isRegistered(options)) return 0;
  const request = { doing: 'registering the commands', body: wanted, isRepeatable: true };
  try {
    await calls.ask('PUT', routeOf(options), request);
  } catch (cause) {
    throw faultIn(cause);
  }
  return wanted.length;
}

/** Whether exactly the catalogue stands there. @throws {PlatformFault} */
export async function isRegistered(options: RegistrationOptions): Promise<boolean> {
  const query = { with_localizations: 'true' };
  const request = { doing: 'reading the commands', query, isRepeatable: true };
  try {
    const standing = (await options.calls.ask('GET', routeOf(options), request)) as object[];
    return likeness(standing) === likeness(commandPayloads());
  } catch (cause) {
    throw faultIn(cause);
  }
}

const routeOf = ({ application, guild }: RegistrationOptions): string =>
  guild === null
    ? Routes.applicationCommands(application)
    : Routes.applicationGuildCommands(application, guild);

const COMPARED: readonly string[] = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'contexts',
  'integration_types',
  'required',
  'autocomplete',
  'choices',
  'value',
  'channel_types',
  'options',
];

/** Commands in a form that can be compared: Discord adds fields, leaves out what is empty, and sorts its own way. */
function likeness(commands: readonly object[]): string {
  const byName = commands.map((command) => JSON.stringify(compared(command)));
  return byName.sort().join('\n');
}

function compared(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compared);
  if (typeof value !== 'object' || value === null) return value;
  const isText = (key: string): boolean => COMPARED.includes(key) || isLanguage(key);
  const entries = Object.entries({ type: 1, ...value })
    .filter(([key, one]) => isText(key) && !isEmpty(one))
    .map(([key, one]) => [key, compared(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `de`, `en-US`; no key of a command looks like one, but for its id. */
const isLanguage = (key: string): boolean => /^[a-z]{2}(-[A-Z]{2})?$/.test(key) && key !== 'id';

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === false ||
  (typeof value === 'object' && Object.keys(value).length === 0);
