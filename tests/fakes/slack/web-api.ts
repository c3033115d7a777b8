import { BadBlocks, checkView } from './block-rules.ts';
import { announce, complete, showsFiles } from './uploads.ts';
import {
  type Channel,
  contentOf,
  type Install,
  id,
  type Json,
  named,
  postTo,
  type World,
} from './world.ts';

/** A refusal by code. */
class Refused extends Error {}

type Method = (world: World, install: Install, body: Json, origin: string) => Json;

const TRIGGER_LIFE = 3_000;

function channelIn(world: World, install: Install, name: unknown): Channel {
  const channel = world.channels.get(String(name));
  const isThere = channel && [install.team, ...(install.teams ?? [])].includes(channel.team);
  if (!isThere) throw new Refused('channel_not_found');
  return channel;
}

function writableIn(world: World, install: Install, name: unknown): Channel {
  const channel = channelIn(world, install, name);
  if (channel.isArchived) throw new Refused('is_archived');
  if (!channel.hasBot) throw new Refused('not_in_channel');
  return channel;
}

/** @throws {Refused} with what it was refused with */
function taken(answer: Json | string): Json {
  if (typeof answer === 'string') throw new Refused(answer);
  return answer;
}

/** Methods whose message may show files. */
const SHOWING = ['chat.postMessage', 'chat.update', 'chat.postEphemeral'];

const METHODS: Readonly<Record<string, Method>> = {
  'api.test': () => ({}),

  'auth.test': (_, { team }) => ({ team_id: team, user_id: 'UBOT', bot_id: 'BBOT' }),

  'chat.postMessage'(world, install, body) {
    const to = String(body['channel']);
    if (/^[UW]/.test(to)) return direct(world, install, to, body);
    const channel = writableIn(world, install, to);
    const metadata = (body['metadata'] ?? null) as Json | null;
    const message = postTo(world, channel, body, metadata);
    return { channel: channel.id, ts: message.ts };
  },

  'chat.update'(world, install, body) {
    const channel = writableIn(world, install, body['channel']);
    const message = channel.messages.find(({ ts }) => ts === body['ts']);
    if (!message) throw new Refused('message_not_found');
    const { text, blocks } = contentOf(body);
    Object.assign(message, { text, blocks: named(blocks), edits: message.edits + 1 });
    world.changed();
    return { channel: channel.id, ts: message.ts };
  },

  'chat.postEphemeral'(world, install, body) {
    const channel = writableIn(world, install, body['channel']);
    const user = String(body['user']);
    if (!world.users.has(user)) throw new Refused('user_not_in_channel');
    const thread = typeof body['thread_ts'] === 'string' ? body['thread_ts'] : null;
    const content = contentOf(body);
    world.whispers.push({ user, channel: channel.id, kind: 'ephemeral', thread, ...content });
    world.changed();
    return { message_ts: '1.000001' };
  },

  'views.open'(world, _, body) {
    const trigger = world.triggers.get(String(body['trigger_id']));
    if (!trigger) throw new Refused('invalid_trigger_id');
    world.triggers.delete(String(body['trigger_id']));
    if (world.clock.now() - trigger.at > TRIGGER_LIFE) throw new Refused('expired_trigger_id');
    const view = body['view'] as Json;
    checkView(view);
    const open = { id: id('V'), hash: id('h'), user: trigger.user, team: trigger.team, view };
    world.views.push(open);
    world.changed();
    return { view: { id: open.id, hash: open.hash } };
  },

  'views.update'(world, _, body) {
    const view = body['view'] as Json;
    checkView(view);
    const at = world.views.findIndex(({ id: name }) => name === body['view_id']);
    const open = world.views[at];
    if (!open) throw new Refused('not_found');
    if (body['hash'] !== undefined && body['hash'] !== open.hash)
      throw new Refused('hash_conflict');
    world.views[at] = { ...open, hash: id('h'), view };
    world.changed();
    return { view: { id: open.id } };
  },

  'views.publish'(world, { team }, body) {
    const view = body['view'] as Json;
    checkView(view);
    if (!showsFiles(world, team, view)) throw new Refused('invalid_blocks');
    world.homes.set(String(body['user_id']), view);
    world.changed();
    return { view: { id: id('V') } };
  },

  'files.getUploadURLExternal': (world, install, body, origin) =>
    taken(announce(world, install, origin, body)),

  'files.completeUploadExternal': (world, install, body) => taken(complete(world, install, body)),

  'users.info'(world, _, body) {
    const user = world.users.get(String(body['user']));
    if (!user) throw new Refused('user_not_found');
    const { id: userId, team, name, flags } = user;
    const profile = { display_name: name };
    return { user: { id: userId, team_id: team, name, profile, locale: 'en-GB', ...flags } };
  },

  'conversations.info'(world, install, body) {
    const { id: channel, creator, hasBot } = channelIn(world, install, body['channel']);
    return { channel: { id: channel, creator, is_member: hasBot } };
  },

  'conversations.history'(world, install, body) {
    if (!install.scopes.includes('channels:history')) throw new Refused('missing_scope');
    const { messages } = writableIn(world, install, body['channel']);
    const listed = messages.filter(({ ts }) => Number(ts) >= Number(body['oldest'] ?? 0));
    const page = listed.slice(-Number(body['limit'] ?? 100));
    return { messages: page.reverse(), has_more: page.length < listed.length };
  },
};

function direct(world: World, install: Install, user: string, body: Json): Json {
  if (!world.users.has(user)) throw new Refused('channel_not_found');
  const channel = `D${user.slice(1)}`;
  const existing = world.channels.get(channel);
  const room: Channel = existing ?? {
    id: channel,
    team: install.team,
    creator: user,
    isArchived: false,
    hasBot: true,
    messages: [],
  };
  world.channels.set(channel, room);
  const { text, blocks, ts } = postTo(world, room, body, null);
  world.whispers.push({ user, channel, kind: 'direct', text, blocks, thread: null });
  world.changed();
  return { channel, ts };
}

/** What Slack answers to a call with a bot's token. */
export function answerTo(
  world: World,
  method: string,
  token: string,
  body: Json,
  origin: string,
): Json {
  if (method === 'apps.connections.open') throw new Error('that is not for bots');
  if (method === 'oauth.v2.access') return exchange(world, body);
  const install = [...world.installs.values()].find(({ botToken }) => botToken === token);
  if (!install) return { ok: false, error: 'invalid_auth' };
  const run = METHODS[method];
  if (!run) return { ok: false, error: 'unknown_method' };
  return attempt(world, () => {
    if (SHOWING.includes(method) && !showsFiles(world, install.team, body)) {
      throw new Refused('invalid_blocks');
    }
    return run(world, install, body, origin);
  });
}

function attempt(world: World, run: () => Json): Json {
  try {
    return { ok: true, ...run() };
  } catch (cause) {
    if (cause instanceof Refused) return { ok: false, error: cause.message };
    world.violations.push(String(cause));
    if (cause instanceof BadBlocks) {
      return {
        ok: false,
        error: 'invalid_blocks',
        response_metadata: { messages: [cause.message] },
      };
    }
    return { ok: false, error: cause instanceof Error ? cause.message : 'fatal_error' };
  }
}

function exchange(world: World, body: Json): Json {
  if (body['grant_type'] !== 'refresh_token') return installed(world, body);
  const old = String(body['refresh_token']);
  const team = world.refreshTokens.get(old);
  const install = team === undefined ? undefined : world.installs.get(team);
  if (team === undefined || !install) return { ok: false, error: 'invalid_refresh_token' };
  world.refreshTokens.delete(old);
  const botToken = `xoxe.xoxb-${id('t')}`;
  const refresh = `xoxe-1-${id('r')}`;
  world.installs.set(team, { ...install, botToken });
  world.refreshTokens.set(refresh, team);
  return {
    ok: true,
    access_token: botToken,
    refresh_token: refresh,
    expires_in: world.tokenLife,
    token_type: 'bot',
  };
}

/** The code of an installation names the workspace: `code-T1`. */
function installed(world: World, body: Json): Json {
  const team = String(body['code']).replace(/^code-/, '');
  const install = world.installs.get(team);
  if (!install) return { ok: false, error: 'invalid_code' };
  return {
    ok: true,
    app_id: 'A1',
    ...(install.teams
      ? { team: null, enterprise: { id: team, name: team }, is_enterprise_install: true }
      : { team: { id: team, name: team }, enterprise: null, is_enterprise_install: false }),
    authed_user: { id: 'UADMIN' },
    access_token: install.botToken,
    token_type: 'bot',
    scope: install.scopes.join(','),
    bot_user_id: 'UBOT',
    ...rotation(world, team),
  };
}

function rotation(world: World, team: string): Json {
  if (!world.rotating.has(team)) return {};
  const refresh_token = `xoxe-1-${id('r')}`;
  world.refreshTokens.set(refresh_token, team);
  return { refresh_token, expires_in: world.tokenLife };
}
