import { messageFaults } from './checks.ts';
import { commandFaults } from './command-checks.ts';
import { deleteOriginal, editOriginal, followUp, takeCallback } from './interactions.ts';
import { specFaults } from './spec.ts';
import { type FakeChannel, type FakeMessage, type Json, Refusal, type World } from './world.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly files: ReadonlyMap<string, number>;
  readonly isBot: boolean;
}

/** How long a nonce is known. */
const NONCES = 60_000;
const HOUR = 3_600_000;
const SEND = 1n << 11n;
const VIEW = 1n << 10n;
const HISTORY = 1n << 16n;
const ATTACH = 1n << 15n;
const THREADS = 1n << 35n;

type Answer = (world: World, asked: Asked, ids: readonly string[]) => Json;

/** The REST routes in use; anything else is a 404 without a code. */
const ROUTES: readonly (readonly [string, RegExp, Answer])[] = [
  ['GET', /^\/gateway\/bot$/, gateway],
  [
    'GET',
    /^\/applications\/@me$/,
    (world) => ({ id: world.application, name: 'hypercall', flags: world.flags }),
  ],
  [
    'GET',
    /^\/users\/@me$/,
    (world) => ({ id: world.application, username: 'hypercall', bot: true }),
  ],
  ['GET', /^\/users\/@me\/guilds$/, guilds],
  ['GET', /^\/guilds\/(\d+)$/, (world, _, [id = '']) => guildAt(world, id)],
  ['GET', /^\/guilds\/(\d+)\/members\/(\d+)$/, memberAt],
  ['POST', /^\/users\/@me\/channels$/, openLine],
  ['GET', /^\/applications\/(\d+)(?:\/guilds\/\d+)?\/commands$/, (world) => world.commands],
  ['PUT', /^\/applications\/(\d+)(?:\/guilds\/\d+)?\/commands$/, putCommands],
  ['PATCH', /^\/channels\/(\d+)$/, changeChannel],
  ['POST', /^\/channels\/(\d+)\/messages$/, postMessage],
  ['GET', /^\/channels\/(\d+)\/messages$/, listMessages],
  ['PATCH', /^\/channels\/(\d+)\/messages\/(\d+)$/, editMessage],
  ['POST', /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, openThread],
  [
    'POST',
    /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
    (world, { body, files }, [id = '', token = '']) => takeCallback(world, id, token, body, files),
  ],
  [
    'POST',
    /^\/webhooks\/(\d+)\/([^/]+)$/,
    (world, { body, files }, [id = '', token = '']) => followUp(world, id, token, body, files),
  ],
  [
    'PATCH',
    /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
    (world, { body, files }, [id = '', token = '']) => editOriginal(world, id, token, body, files),
  ],
  [
    'DELETE',
    /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
    (world, _, [id = '', token = '']) => deleteOriginal(world, id, token),
  ],
];

const FREE = /^\/(interactions|webhooks)\//;

export function answerTo(world: World, asked: Asked): Json {
  for (const [method, path, answer] of ROUTES) {
    const found = path.exec(asked.path);
    if (method !== asked.method || !found) continue;
    if (!FREE.test(asked.path) && !asked.isBot) throw new Refusal(401, 0, '401: Unauthorized');
    const faults = specFaults(method, asked.path, asked.body);
    if (faults.length > 0) throw new Refusal(400, 50_035, 'Invalid Form Body', faults);
    return answer(world, asked, found.slice(1));
  }
  throw new Refusal(404, 0, '404: Not Found');
}

function gateway(world: World): Json {
  const start = {
    total: 1_000,
    remaining: world.identifies,
    reset_after: 3_600_000,
    max_concurrency: 16,
  };
  return {
    url: world.url,
    shards: world.shards,
    session_start_limit: start,
  };
}

function guilds(world: World, { query }: Asked): Json {
  const after = BigInt(query.get('after') ?? 0);
  return [...world.guilds.values()]
    .filter(({ id }) => BigInt(id) > after)
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    .slice(0, Math.min(200, Number(query.get('limit') ?? 200)))
    .map(({ id, name, rights }) => ({ id, name, permissions: String(rights) }));
}

function guildAt(world: World, id: string): Json {
  const guild = world.guilds.get(id);
  if (!guild) throw new Refusal(404, 10_004, 'Unknown Guild');
  return { id, name: guild.name };
}

function memberAt(world: World, _: Asked, [guild = '', id = '']: readonly string[]): Json {
  guildAt(world, guild);
  if (world.left.has(id)) throw new Refusal(404, 10_007, 'Unknown Member');
  return { user: { id, username: `user${id.slice(-4)}` }, roles: [] };
}

function openLine(world: World, { body }: Asked): Json {
  const id = body.recipient_id;
  const known = [...world.channels.values()].find(({ recipient }) => recipient === id);
  if (known) return { id: known.id, type: 1 };
  const channel: FakeChannel = {
    id: world.nextId(),
    guild: null,
    recipient: id,
    messages: [],
    type: 1,
    isArchived: false,
    refuses: null,
    isHidden: false,
  };
  world.channels.set(channel.id, channel);
  return { id: channel.id, type: 1 };
}

function putCommands(world: World, { body }: Asked): Json {
  const faults = commandFaults(body);
  if (faults.length > 0) throw new Refusal(400, 50_035, 'Invalid Form Body', faults);
  const version = world.nextId();
  world.commands = body.map((command: Json) => stored(world, command, version));
  return world.commands;
}

const TYPED = 1;

/** As Discord gives commands back: with ids, defaults filled in and what is false left out. */
function stored(world: World, command: Json, version: string): Json {
  return {
    ...withoutDefaults(command),
    id: world.nextId(),
    application_id: world.application,
    version,
    type: command.type ?? TYPED,
    // One in a message's menu has none, which Discord gives as an empty text.
    description: command.description ?? '',
    dm_permission: true,
    nsfw: false,
    default_member_permissions: command.default_member_permissions ?? null,
  };
}

function withoutDefaults(each: Json): Json {
  const { options, required, autocomplete, ...rest } = each;
  return {
    ...rest,
    name_localizations: each.name_localizations ?? null,
    description_localizations: each.description_localizations ?? null,
    ...(required ? { required } : {}),
    ...(autocomplete ? { autocomplete } : {}),
    ...(options?.length ? { options: options.map(withoutDefaults) } : {}),
  };
}

function channelAt(world: World, id: string, rights: bigint): FakeChannel {
  const channel = world.channels.get(id);
  if (!channel) throw new Refusal(404, 10_003, 'Unknown Channel');
  const guild = channel.guild ? world.guilds.get(channel.guild) : null;
  if (channel.guild && !guild) throw new Refusal(403, 50_001, 'Missing Access');
  if (channel.refuses) throw new Refusal(channel.refuses.status, channel.refuses.code, 'Refused');
  if (channel.isHidden) throw new Refusal(403, 50_001, 'Missing Access');
  if (guild && (guild.rights & rights) !== rights)
    throw new Refusal(403, 50_013, 'Missing Permissions');
  if (channel.recipient && world.closed.has(channel.recipient)) {
    throw new Refusal(403, 50_007, 'Cannot send messages to this user');
  }
  return channel;
}

function changeChannel(world: World, { body }: Asked, [id = '']: readonly string[]): Json {
  const channel = channelAt(world, id, VIEW);
  if (body.archived === false) channel.isArchived = false;
  return { id };
}

function postMessage(world: World, { body, files }: Asked, [id = '']: readonly string[]): Json {
  const channel = channelAt(world, id, files.size > 0 ? VIEW | SEND | ATTACH : VIEW | SEND);
  if (channel.isArchived) throw new Refusal(400, 50_083, 'Thread is archived');
  const faults = messageFaults(body, files);
  if (channel.guild && body.enforce_nonce !== true) faults.push('no enforce_nonce');
  if (faults.length > 0) throw new Refusal(400, 50_035, 'Invalid Form Body', faults);
  const known = channel.messages.find(
    ({ nonce, at }) => nonce !== null && nonce === body.nonce && world.now() - at < NONCES,
  );
  if (known) return shown(known);
  const { nonce = null, enforce_nonce: _, ...rest } = body;
  const message: FakeMessage = {
    id: world.nextId(),
    channel: id,
    nonce,
    at: world.now(),
    author: world.application,
    ephemeralFor: null,
    body: rest,
    files: new Map(files),
    versions: [rest],
    isDeleted: false,
    edits: 0,
  };
  channel.messages.push(message);
  return shown(message);
}

/** As the API gives a message. */
export function shown({ id, channel, nonce, author, body, files }: FakeMessage): Json {
  return {
    id,
    channel_id: channel,
    author: { id: author, bot: true },
    content: '',
    flags: body.flags ?? 0,
    components: body.components,
    attachments: [...files.keys()].map((filename) => ({ filename })),
    ...(nonce === null ? {} : { nonce }),
  };
}

function listMessages(world: World, { query }: Asked, [id = '']: readonly string[]): Json {
  const channel = channelAt(world, id, VIEW);
  const guild = channel.guild ? world.guilds.get(channel.guild) : null;
  if (guild && (guild.rights & HISTORY) === 0n) return [];
  const before = query.get('before');
  return channel.messages
    .filter(({ isDeleted, ephemeralFor }) => !isDeleted && ephemeralFor === null)
    .filter((message) => before === null || BigInt(message.id) < BigInt(before))
    .reverse()
    .slice(0, Number(query.get('limit') ?? 50))
    .map(shown);
}

function editMessage(
  world: World,
  { body, files }: Asked,
  [id = '', message = '']: readonly string[],
): Json {
  const channel = channelAt(world, id, VIEW);
  const it = channel.messages.find((each) => each.id === message && !each.isDeleted);
  if (!it) throw new Refusal(404, 10_008, 'Unknown Message');
  if (it.author !== world.application)
    throw new Refusal(403, 50_005, 'Cannot edit a message by another');
  if (world.now() - it.at > HOUR && it.edits > 20) throw new Refusal(429, 30_046, 'Too many edits');
  const kept = new Map(
    [...it.files].filter(([name]) =>
      (body.attachments ?? []).some((each: Json) => each.filename === name),
    ),
  );
  const faults = messageFaults(body, new Map([...kept, ...files]));
  if (faults.length > 0) throw new Refusal(400, 50_035, 'Invalid Form Body', faults);
  it.body = body;
  it.edits++;
  it.versions.push(body);
  it.files.clear();
  for (const [name, size] of [...kept, ...files]) it.files.set(name, size);
  return shown(it);
}

/** A thread has the id of the message that it hangs from. */
function openThread(
  world: World,
  { body }: Asked,
  [id = '', message = '']: readonly string[],
): Json {
  const channel = channelAt(world, id, VIEW | THREADS);
  if (!channel.messages.some((each) => each.id === message && !each.isDeleted)) {
    throw new Refusal(404, 10_008, 'Unknown Message');
  }
  if (channel.type !== 0) throw new Refusal(400, 50_024, 'Cannot execute action on this channel');
  if (world.channels.has(message)) throw new Refusal(400, 160_004, 'A thread has been created');
  const { guild } = channel;
  const rest = { recipient: null, messages: [], isArchived: false, refuses: null, isHidden: false };
  world.channels.set(message, { id: message, guild, type: 11, name: body.name, ...rest });
  return { id: message, type: 11, name: body.name };
}
