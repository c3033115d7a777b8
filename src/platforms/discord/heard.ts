import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIInteraction,
  type APIMessage,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
} from 'discord.js';
import type { OptionKind } from '../../chat/commands/command.ts';
import { type CommandPath, commandsOn } from '../../chat/commands/index.ts';
import type { Deed } from '../../chat/intent.ts';
import { decodePress } from '../../chat/press.ts';
import { hasControl, itemsIn } from './items.ts';
import type { Items, Opener } from './modal.ts';
import { decodeOwn, type OwnPress } from './own-press.ts';
import { type Submitted, submission } from './submission.ts';

/** What an interaction asks for, read from its payload alone. */
export type Heard =
  | { readonly kind: 'deed'; readonly deed: Deed }
  /** A window of ours to be opened at once. */
  | { readonly kind: 'open'; readonly press: Opener; readonly items: Items }
  /** Completions for what is being typed. */
  | { readonly kind: 'complete'; readonly of: OptionKind; readonly typed: string }
  /** Nothing that we sent, or not as we sent it. */
  | { readonly kind: 'refused'; readonly why: 'not ours' | 'unreadable' | 'each once' };

const NOT_OURS: Heard = { kind: 'refused', why: 'not ours' };

export function readInteraction(interaction: APIInteraction, application: string): Heard {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
    case InteractionType.ApplicationCommandAutocomplete:
      return typed(interaction);
    case InteractionType.MessageComponent: {
      const { message, data } = interaction;
      if (!isOurs(message, application) || !hasControl(message, data.custom_id)) return NOT_OURS;
      const values = data.component_type === ComponentType.StringSelect ? data.values : [];
      return pressed(data.custom_id, values, message);
    }
    case InteractionType.ModalSubmit:
      return submitted(interaction);
    case InteractionType.Ping:
      return NOT_OURS;
  }
}

function typed({
  type,
  data,
}: APIApplicationCommandInteraction | APIApplicationCommandAutocompleteInteraction): Heard {
  if (data.type === ApplicationCommandType.Message) return doneOn(data.name);
  if (data.type !== ApplicationCommandType.ChatInput) return NOT_OURS;
  const given = (data.options ?? []) as readonly Option[];
  if (type === InteractionType.ApplicationCommandAutocomplete) return completion(data.name, given);
  const called = commandCalled(data.name, given);
  return called ? { kind: 'deed', deed: { kind: 'command', ...called } } : NOT_OURS;
}

/** A command from the menu of a message. */
function doneOn(name: string): Heard {
  const command = commandsOn('discord').find(({ onMessage }) => onMessage?.en === name);
  if (!command) return NOT_OURS;
  return { kind: 'deed', deed: { kind: 'command', command: command.path, options: {} } };
}

const isOurs = (message: APIMessage, application: string): boolean =>
  message.author.id === application || message.application_id === application;

type Option = APIApplicationCommandInteractionDataBasicOption & { readonly options?: Option[] };

interface Called {
  readonly command: CommandPath;
  readonly options: Readonly<Record<string, string>>;
}

/** The command that a name and its first option mean, and what was filled in for it. */
function addressed(name: string, given: readonly Option[]) {
  const [first] = given;
  const isGrouped = first?.type === (ApplicationCommandOptionType.Subcommand as number);
  const path = isGrouped ? `${name} ${first?.name}` : name;
  const command = commandsOn('discord').find((known) => known.path === path);
  return { command, options: (isGrouped ? first?.options : given) ?? [] };
}

/** A declared command with declared options; null for anything else. */
function commandCalled(name: string, given: readonly Option[]): Called | null {
  const { command, options: filled } = addressed(name, given);
  if (!command) return null;
  const options: Record<string, string> = {};
  for (const { name: option, value } of filled) {
    const known = command.options.find((declared) => declared.name === option);
    if (!known || (known.choices && !known.choices.includes(String(value)))) return null;
    options[option] = String(value);
  }
  const isComplete = command.options.every(({ name, required }) => !required || name in options);
  return isComplete ? { command: command.path, options } : null;
}

function completion(name: string, given: readonly Option[]): Heard {
  const { command, options } = addressed(name, given);
  const focused = options.find((option) => 'focused' in option && option.focused === true);
  const of = command?.options.find((declared) => declared.name === focused?.name)?.kind;
  return of ? { kind: 'complete', of, typed: String(focused?.value ?? '') } : NOT_OURS;
}

function pressed(id: string, values: readonly string[], message: APIMessage): Heard {
  const press = decodePress(id);
  if (press) return { kind: 'deed', deed: { kind: 'press', press } };
  const own = decodeOwn(id);
  switch (own?.kind) {
    case undefined:
    case 'form':
      return NOT_OURS;
    case 'choose':
      return chosen(own, values);
    case 'write':
    case 'mark':
    case 'order':
    case 'match':
      return { kind: 'open', press: own, items: itemsIn(message) };
  }
}

function chosen(
  { round }: Extract<OwnPress, { kind: 'choose' }>,
  values: readonly string[],
): Heard {
  const known = values.filter((value) => /^\d{1,2}$/.test(value)).map(Number);
  const picks = [...new Set(known)].sort((a, b) => a - b);
  if (picks.length === 0 || picks.length !== values.length) return NOT_OURS;
  return {
    kind: 'deed',
    deed: { kind: 'answer', round, response: { kind: 'choice', picks } },
  };
}

function submitted({ data }: APIModalSubmitInteraction): Heard {
  const own = decodeOwn(data.custom_id);
  if (!own || own.kind === 'choose') return NOT_OURS;
  const read: Submitted = submission(own, data.components);
  return read.kind === 'refused' ? read : { kind: 'deed', deed: read.deed };
}
