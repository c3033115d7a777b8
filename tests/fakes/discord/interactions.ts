import { messageFaults, modalFaults } from './checks.ts';
import { type FakeInteraction, type FakeMessage, type Json, Refusal, type World } from './world.ts';

const EPHEMERAL = 64;
const ACKNOWLEDGE_WITHIN = 3_000;
const TOKEN_LIFE = 15 * 60_000;

type Files = ReadonlyMap<string, number>;

/** The first response: in time, once, and of a kind that fits the interaction. */
export function takeCallback(
  world: World,
  id: string,
  token: string,
  body: Json,
  files: Files,
): null {
  const interaction = waiting(world, id, token);
  const faults = callbackFaults(interaction, body, files);
  if (faults.length > 0) throw new Refusal(400, 50_035, 'Invalid Form Body', faults);
  interaction.callback = body;
  const seenBy = ((body.data?.flags ?? 0) & EPHEMERAL) !== 0 ? 'only me' : 'channel';
  if (body.type === 4) interaction.original = write(world, interaction, body.data, files, seenBy);
  if (body.type === 5) interaction.announced = seenBy;
  if (body.type === 6 || body.type === 7) interaction.original = interaction.pressed;
  if (body.type === 7 && interaction.pressed) rewrite(interaction.pressed, body.data, files);
  interaction.resolve(body);
  return null;
}

/** An interaction that may still be acknowledged. */
function waiting(world: World, id: string, token: string): FakeInteraction {
  const interaction = world.interactions.get(token);
  const isLate = interaction && world.now() - interaction.madeAt > ACKNOWLEDGE_WITHIN;
  if (!interaction || interaction.id !== id || isLate) {
    throw new Refusal(404, 10_062, 'Unknown interaction');
  }
  if (interaction.callback) {
    throw new Refusal(400, 40_060, 'Interaction has already been acknowledged.');
  }
  return interaction;
}

const COMMAND = 2;
const COMPONENT = 3;
const AUTOCOMPLETE = 4;
const SUBMIT = 5;

const FITS: Readonly<Record<number, readonly number[]>> = {
  [COMMAND]: [4, 5, 9],
  [COMPONENT]: [4, 5, 6, 7, 9],
  [AUTOCOMPLETE]: [8],
  [SUBMIT]: [4, 5, 6, 7],
};

function callbackFaults(
  { type, isComponent }: FakeInteraction,
  body: Json,
  files: Files,
): string[] {
  if (!FITS[type]?.includes(body.type)) return [`callback ${body.type} to interaction ${type}`];
  if (type === SUBMIT && body.type > 5 && !isComponent) return ['an update without a message'];
  if (body.type === 4 || body.type === 7) return messageFaults(body.data, files);
  if (body.type === 9) return modalFaults(body.data);
  if (body.type === 8) return choiceFaults(body.data.choices);
  return (body.data?.flags ?? 0) & ~EPHEMERAL ? ['flags of an announcement'] : [];
}

function choiceFaults(choices: readonly Json[]): string[] {
  const isGood = choices.every(
    ({ name, value }) => name.length >= 1 && name.length <= 100 && value.length <= 100,
  );
  return isGood && choices.length <= 25 ? [] : ['choices'];
}

/** An interaction by its token, acknowledged and alive. */
function alive(world: World, application: string, token: string): FakeInteraction {
  const interaction = world.interactions.get(token);
  if (!interaction || application !== world.application) {
    throw new Refusal(401, 50_027, 'Invalid Webhook Token');
  }
  if (world.now() - interaction.madeAt > TOKEN_LIFE) {
    throw new Refusal(401, 50_027, 'Invalid Webhook Token');
  }
  if (!interaction.callback) throw new Refusal(404, 10_015, 'Unknown Webhook');
  return interaction;
}

/** Writes or rewrites the first message. */
export function editOriginal(
  world: World,
  application: string,
  token: string,
  body: Json,
  files: Files,
): Json {
  const interaction = alive(world, application, token);
  checked(body, files);
  if (interaction.announced) {
    interaction.original = write(world, interaction, body, files, interaction.announced);
    interaction.announced = null;
  } else if (interaction.original && !interaction.original.isDeleted) {
    rewrite(interaction.original, body, files);
  } else throw new Refusal(404, 10_008, 'Unknown Message');
  return { id: interaction.original.id };
}

export function deleteOriginal(world: World, application: string, token: string): null {
  const interaction = alive(world, application, token);
  if (!interaction.announced && !interaction.original)
    throw new Refusal(404, 10_008, 'Unknown Message');
  interaction.announced = null;
  if (interaction.original) interaction.original.isDeleted = true;
  return null;
}

/** One more message; the first one after an announcement is the announced one, whatever its flags say. */
export function followUp(
  world: World,
  application: string,
  token: string,
  body: Json,
  files: Files,
): Json {
  const interaction = alive(world, application, token);
  checked(body, files);
  if (interaction.announced) return editOriginal(world, application, token, body, files);
  const seenBy = ((body.flags ?? 0) & EPHEMERAL) !== 0 ? 'only me' : 'channel';
  const message = write(world, interaction, body, files, seenBy);
  interaction.followups.push(message);
  return { id: message.id };
}

function checked(body: Json, files: Files): void {
  const faults = messageFaults(body, files);
  if (faults.length > 0) throw new Refusal(400, 50_035, 'Invalid Form Body', faults);
}

function write(
  world: World,
  { channel, member }: FakeInteraction,
  body: Json,
  files: Files,
  seenBy: 'only me' | 'channel',
): FakeMessage {
  const message: FakeMessage = {
    id: world.nextId(),
    channel,
    nonce: null,
    at: world.now(),
    author: world.application,
    ephemeralFor: seenBy === 'only me' ? member : null,
    body,
    files: new Map(files),
    versions: [body],
    isDeleted: false,
    edits: 0,
  };
  world.channels.get(channel)?.messages.push(message);
  return message;
}

function rewrite(message: FakeMessage, body: Json, files: Files): void {
  message.body = body;
  message.versions.push(body);
  message.edits++;
  for (const [name, size] of files) message.files.set(name, size);
}
