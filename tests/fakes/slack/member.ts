import type { FakeSlack } from './index.ts';
import type { Acknowledged } from './sockets.ts';
import type { Channel, Json, OpenView, Posted, User } from './world.ts';

type Values = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** Somebody in the workspace. What they do is delivered once; the promise is the acknowledgement. */
export interface Member {
  readonly user: User;
  types(line: string): Promise<Acknowledged>;
  /** Chooses a shortcut on the latest message of the channel. */
  chooses(shortcut: string): Promise<Acknowledged>;
  /** Chooses a shortcut from anywhere: it names no channel. */
  reaches(shortcut: string): Promise<Acknowledged>;
  /** Presses the latest element that carries this value, or has this label. */
  presses(value: string): Promise<Acknowledged>;
  /** Opens the App Home; what stands there, as text. */
  opensHome(): Promise<string>;
  /** Presses what carries this value or has this label in the App Home. */
  pressesAtHome(value: string): Promise<Acknowledged>;
  /** Ticks options by value in the latest message that has boxes, and sends them. */
  ticks(values: readonly string[]): Promise<Acknowledged>;
  /** Submits the form that was opened for them last; what is not named keeps what stands in it. */
  fills(values: Readonly<Record<string, string>>): Promise<Acknowledged>;
  /** Presses the preview of the open form, filled in so far. */
  previews(values: Readonly<Record<string, string>>): Promise<Acknowledged>;
  /** The form that was opened for them last, as soon as there is one. */
  form(): Promise<OpenView>;
  /** Everything that reached them and nobody else, as text. */
  hears(): readonly string[];
  /** Resolves when something that holds the words has reached them. */
  heard(words: string): Promise<void>;
}

interface Found {
  readonly message: Posted;
  readonly element: Json;
  readonly block: string;
}

export function memberIn(fake: FakeSlack, user: User, channel: Channel): Member {
  const { world, pay, deliver } = fake;
  const filled = new Set<string>();

  function elements(): Found[] {
    return [...channel.messages, ...whispered()].flatMap((message) =>
      message.blocks.flatMap((block) =>
        elementsOf(block).map((element) => ({
          message,
          element,
          block: String(block['block_id']),
        })),
      ),
    );
  }

  /** Private messages have buttons too. */
  function whispered(): Posted[] {
    const own = world.whispers.filter((whisper) => whisper.user === user.id);
    return own.map(({ text, blocks, thread }) => ({
      ts: '1.000001',
      team: channel.team,
      text,
      blocks: [...blocks],
      metadata: null,
      thread,
      edits: 0,
    }));
  }

  function offered(shortcut: string, type: 'message' | 'global'): void {
    if (world.app.shortcuts.get(shortcut) === type) return;
    throw new Error(`${shortcut} is no ${type} shortcut of the app`);
  }

  const latest = (): OpenView | undefined =>
    world.views.findLast((view) => view.user === user.id && !filled.has(view.id));
  const hears = (): string[] =>
    world.whispers
      .filter((whisper) => whisper.user === user.id)
      .map(({ text, blocks }) => JSON.stringify([text, blocks]));

  const member: Member = {
    user,
    hears,
    async types(line) {
      const [name = ''] = line.slice(1).split(' ');
      if (!world.app.commands.has(name)) throw new Error(`/${name} is no command of the app`);
      return deliver('slash_commands', pay.command(user, channel.id, line));
    },
    async reaches(shortcut) {
      offered(shortcut, 'global');
      return deliver('interactive', pay.shortcut(user, shortcut, channel.id, null));
    },
    async chooses(shortcut) {
      offered(shortcut, 'message');
      const message = channel.messages.at(-1);
      if (!message) throw new Error('There is no message to choose it on');
      return deliver('interactive', pay.shortcut(user, shortcut, channel.id, message));
    },
    async presses(value) {
      const found = elements().findLast(({ element }) => carries(element, value));
      if (!found) throw new Error(`Nothing carries ${value}`);
      const { message, element, block } = found;
      const action = { ...acted(element, value), block_id: block };
      return deliver('interactive', pay.action(user, channel.id, message, action, {}));
    },
    async opensHome() {
      const before = world.homes.get(user.id);
      const event = { type: 'app_home_opened', user: user.id, tab: 'home', channel: 'D1' };
      await deliver('events_api', pay.event(user.team, event));
      await fake.until('the App Home', () => world.homes.get(user.id) !== before);
      return JSON.stringify(world.homes.get(user.id));
    },
    async pressesAtHome(value) {
      const blocks = (world.homes.get(user.id)?.['blocks'] ?? []) as Json[];
      const element = blocks.flatMap(elementsOf).find((each) => carries(each, value));
      if (!element) throw new Error(`Nothing at home carries ${value}`);
      return deliver('interactive', pay.homeAction(user, acted(element, value)));
    },
    async ticks(values) {
      const boxes = elements().findLast(({ element }) => isBoxes(element));
      const send = elements().findLast(({ element }) => element['action_id'] === 'send');
      if (!boxes || !send) throw new Error('There is nothing to tick');
      const options = boxes.element['options'] as Json[];
      const selected_options = options.filter(({ value }) => values.includes(String(value)));
      const state = {
        [boxes.block]: {
          [String(boxes.element['action_id'])]: { type: boxes.element['type'], selected_options },
        },
      };
      const tick = { ...acted(boxes.element, ''), block_id: boxes.block, selected_options };
      await deliver('interactive', pay.action(user, channel.id, boxes.message, tick, state));
      const action = { ...acted(send.element, ''), block_id: send.block };
      return deliver('interactive', pay.action(user, channel.id, send.message, action, state));
    },
    async form() {
      await fake.until(`a form for ${user.name}`, () => latest() !== undefined);
      return latest() as OpenView;
    },
    async fills(values) {
      const open = await member.form();
      const answer = await deliver(
        'interactive',
        pay.submission(user, open, stateOf(open.view, values)),
      );
      // A form with mistakes stays open.
      if (answer?.payload['response_action'] !== 'errors') filled.add(open.id);
      return answer;
    },
    async previews(values) {
      const open = await member.form();
      const action = {
        type: 'button',
        action_id: 'preview',
        block_id: 'preview',
        value: 'preview',
      };
      return deliver('interactive', pay.formAction(user, open, action, stateOf(open.view, values)));
    },
    heard: (words) =>
      fake.until(`${user.name} to hear ${words}`, () =>
        hears().some((text) => text.includes(words)),
      ),
  };
  return member;
}

function elementsOf(block: Json): Json[] {
  const { elements = [], accessory } = block as { elements?: Json[]; accessory?: Json };
  return [...elements, ...(accessory ? [accessory] : [])].filter(({ action_id }) => action_id);
}

const isBoxes = ({ type }: Json): boolean =>
  type === 'checkboxes' || type === 'multi_static_select';

function carries(element: Json, value: string): boolean {
  const options = (element['options'] ?? []) as Json[];
  const { text } = (element['text'] ?? {}) as Json;
  return (
    element['value'] === value ||
    text === value ||
    options.some((option) => option['value'] === value)
  );
}

/** What Slack sends of an element that was used. */
function acted(element: Json, value: string): Json {
  const { type, action_id, options } = element;
  if (type === 'button') return { type, action_id, value: element['value'], text: element['text'] };
  const selected_option = ((options ?? []) as Json[]).find((option) => option['value'] === value);
  return { type, action_id, selected_option };
}

/** The state of a form: what stands in each input, with the given values by block id, or by field. */
function stateOf(view: Json, values: Readonly<Record<string, string>>): Values {
  const inputs = (view['blocks'] as Json[]).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map((block) => {
      const element = block['element'] as Json;
      const name = String(block['block_id']);
      const given = values[name] ?? values[name.replace(/^field-/, '')];
      return [name, { [String(element['action_id'])]: stateOfInput(element, given) }];
    }),
  );
}

function stateOfInput(element: Json, given: string | undefined): Json {
  const { type } = element;
  if (type === 'plain_text_input')
    return { type, value: given ?? element['initial_value'] ?? null };
  if (type === 'conversations_select') return { type, selected_conversation: given ?? null };
  const selected_option =
    (element['options'] as Json[]).find(({ value }) => value === given) ?? null;
  return { type, selected_option };
}
