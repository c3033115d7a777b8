import { readCommandLine } from '../../../src/chat/command-line.ts';
import { textsFor } from '../../../src/chat/texts/index.ts';
import { nodesOf } from './checks.ts';
import type { FakeGateway } from './gateway.ts';
import { shown } from './routes.ts';
import type { FakeChannel, FakeInteraction, FakeMessage, Json, World } from './world.ts';

/** Somebody in a channel of a server. Each deed gives the interaction that it makes. */
export interface FakeMember {
  readonly id: string;
  types(line: string): FakeInteraction;
  /** Chooses a command in the menu of a message. */
  chooses(message: FakeMessage, name: string): FakeInteraction;
  /** Types an option so far. */
  completes(path: string, option: string, typed: string): FakeInteraction;
  /** Presses the control with this custom_id; `values` where it is a menu. */
  presses(message: FakeMessage, customId: string, values?: readonly string[]): FakeInteraction;
  /** Submits a window as it was shown, with these values by custom_id. */
  submits(shown: FakeInteraction, values: Readonly<Record<string, string>>): FakeInteraction;
  /** Any interaction at all, forged or not. */
  sends(type: number, data: Json, more?: object): FakeInteraction;
  /** All that only they can see, every version of it. */
  heard(): readonly string[];
}

export interface Seat {
  readonly channel: FakeChannel;
  readonly organiser?: boolean;
  readonly locale?: string;
}

const MANAGE_CHANNELS = '16';
const OPTION_STRING = 3;

export function memberIn(
  world: World,
  gateway: FakeGateway,
  { channel, organiser = false, locale = 'en-US' }: Seat,
): FakeMember {
  const id = world.nextId();

  function sends(
    type: number,
    data: Json,
    more: Json = {},
    pressed: FakeMessage | null = null,
  ): FakeInteraction {
    const interaction = newInteraction(
      world,
      type,
      id,
      channel.id,
      pressed,
      more.message !== undefined,
    );
    const guild = channel.guild ? world.guilds.get(channel.guild) : null;
    gateway.dispatch(channel.guild, 'INTERACTION_CREATE', {
      id: interaction.id,
      application_id: world.application,
      type,
      token: interaction.token,
      version: 1,
      data,
      guild_id: channel.guild ?? undefined,
      channel: { id: channel.id, type: channel.type },
      channel_id: channel.id,
      member: {
        user: { id, username: `user${id.slice(-4)}` },
        permissions: organiser ? MANAGE_CHANNELS : '0',
      },
      app_permissions: String(guild?.rights ?? 0n),
      locale,
      guild_locale: 'en-US',
      authorizing_integration_owners: { 0: channel.guild ?? '0' },
      context: 0,
      entitlements: [],
      ...more,
    });
    return interaction;
  }

  return {
    id,
    sends: (type, data, more) => sends(type, data, more),
    types(line) {
      const read = readCommandLine(line, 'discord');
      if (read.kind === 'misread') throw new Error(read.why(textsFor('en')));
      return sends(2, commandData(read.command, stringOptions(read.options)));
    },
    chooses: (message, name) =>
      sends(2, {
        id: '1',
        type: 3,
        name,
        target_id: message.id,
        resolved: { messages: { [message.id]: shown(message) } },
      }),
    completes: (path, option, typed) =>
      sends(
        4,
        commandData(path, [{ type: OPTION_STRING, name: option, value: typed, focused: true }]),
      ),
    presses(message, customId, values) {
      const control = nodesOf(message.body.components).find((node) => node.custom_id === customId);
      if (!control) throw new Error(`No control ${customId} in ${JSON.stringify(message.body)}`);
      const data = {
        custom_id: customId,
        component_type: control.type,
        ...(values ? { values } : {}),
      };
      return sends(3, data, { message: shown(message) }, message);
    },
    submits({ callback, pressed }, values) {
      if (callback?.type !== 9) throw new Error('No window was shown');
      const components = callback.data.components.map((row: Json) => submittedRow(row, values));
      const more = pressed ? { message: shown(pressed) } : {};
      return sends(5, { custom_id: callback.data.custom_id, components }, more, pressed);
    },
    heard: () =>
      [...world.channels.values()]
        .flatMap(({ messages, recipient }) =>
          messages.filter((each) => each.ephemeralFor === id || recipient === id),
        )
        .flatMap(({ versions }) => versions.map(textOf)),
  };
}

function commandData(path: string, options: readonly Json[]): Json {
  const [name = '', sub] = path.split(' ');
  const inner = sub === undefined ? options : [{ type: 1, name: sub, options }];
  return { id: '1', type: 1, name, options: inner };
}

const stringOptions = (options: Readonly<Record<string, string>>): Json[] =>
  Object.entries(options).map(([name, value]) => ({ type: OPTION_STRING, name, value }));

/** What the client sends back for a row: kept values stay. */
function submittedRow({ type, component }: Json, values: Readonly<Record<string, string>>): Json {
  if (type !== 18) return { type, id: 1 };
  const value = values[component.custom_id] ?? component.value ?? '';
  const { custom_id } = component;
  const filled = component.type === 3 ? { values: [value] } : { value };
  return { type, id: 1, component: { type: component.type, id: 2, custom_id, ...filled } };
}

function newInteraction(
  world: World,
  type: number,
  member: string,
  channel: string,
  pressed: FakeMessage | null,
  isComponent: boolean,
): FakeInteraction {
  let resolve = (_: Json) => {};
  const acknowledged = new Promise<Json>((done) => {
    resolve = done;
  });
  const id = world.nextId();
  const interaction: FakeInteraction = {
    id,
    token: `canary-token-${id}`,
    type,
    isComponent,
    member,
    channel,
    pressed,
    madeAt: world.now(),
    callback: null,
    announced: null,
    original: null,
    followups: [],
    acknowledged,
    resolve,
  };
  world.interactions.set(interaction.token, interaction);
  return interaction;
}

/** All the text of a message that somebody can read. */
export function textOf(body: Json): string {
  return nodesOf(body?.components ?? [])
    .flatMap((node) => [
      node.content,
      node.label,
      node.file?.url,
      ...(node.options ?? []).map(({ label }: Json) => label),
      ...(node.items ?? []).map(({ description }: Json) => description),
    ])
    .filter((text) => typeof text === 'string')
    .join('\n');
}
