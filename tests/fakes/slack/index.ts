import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deliverByHttp, type Tampering } from './deliveries.ts';
import { type Fault, orderedFaults } from './faults.ts';
import { payloads } from './people.ts';
import { respond } from './response-urls.ts';
import { type Acknowledged, openSockets, type Sockets } from './sockets.ts';
import { receive } from './uploads.ts';
import { answerTo } from './web-api.ts';
import {
  type Channel,
  emptyWorld,
  type FakeClock,
  id,
  type Json,
  type User,
  type World,
} from './world.ts';

/** One call that arrived. */
interface Call {
  readonly method: string;
  readonly token: string;
  readonly body: Json;
}

export interface FakeSlack {
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string;
  readonly world: World;
  readonly sockets: Sockets;
  readonly calls: readonly Call[];
  readonly pay: ReturnType<typeof payloads>;
  install(team: string, scopes?: readonly string[], teams?: readonly string[]): string;
  user(team: string, name: string, flags?: Json): User;
  channel(team: string, creator: User): Channel;
  failNext(method: string, fault: Fault, team?: string): void;
  /** Where deliveries go by HTTP; null: over the sockets. */
  requestUrl: string | null;
  /** @returns how it was acknowledged; null where it was not, within 3 s */
  deliver(
    type: 'slash_commands' | 'interactive' | 'events_api',
    payload: Json,
    tampering?: Tampering,
  ): Promise<Acknowledged>;
  /** Resolves as soon as it holds. @throws {Error} that names `what`, after 10 s */
  until(what: string, holds: () => boolean): Promise<void>;
  close(): Promise<void>;
}

const SCOPES = ['chat:write', 'commands', 'users:read', 'channels:read', 'files:write'];
const PATIENCE = 10_000;
/** The longest that Slack waits for an acknowledgement. */
const ACKNOWLEDGE = 3_000;

/** A Slack on loopback: stricter than the real one about what it is sent. */
export async function fakeSlack(clock: FakeClock, port = 0): Promise<FakeSlack> {
  const world = emptyWorld(clock);
  const calls: Call[] = [];
  const lastPosts = new Map<string, number>();
  const faults = orderedFaults();
  const waiters = new Set<() => void>();
  const wake = (): void => {
    for (const waiter of waiters) waiter();
  };
  world.changed = wake;
  const server = createServer((request, response) => void serve(request, response));
  const sockets = openSockets(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', origin);
    const [, kind, name = ''] = pathname.split('/');
    if (kind === 'upload') return void takeFile(name, await bytesOf(request), response);
    const body = await bodyOf(request);
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const work = (): [number, Json] =>
      kind === 'respond' ? respond(world, name, body) : [200, call(name, token, body)];
    faulty(kind === 'respond' ? 'response_url' : name, token, body, work, response);
  }

  function takeFile(name: string, bytes: Buffer, response: ServerResponse): void {
    calls.push({ method: 'upload', token: '', body: { name } });
    const fault = faults.take('upload', null);
    if (fault && fault.kind !== 'held') fail(fault, response);
    else response.writeHead(receive(world, name, bytes)).end();
  }

  /** Slack allows about one message a second to a channel. */
  function tooSoon(method: string, { channel }: Json): Fault | null {
    if (!world.channelsAreLimited || method !== 'chat.postMessage') return null;
    const room = String(channel);
    const isSoon = clock.now() - (lastPosts.get(room) ?? Number.NEGATIVE_INFINITY) < 1_000;
    lastPosts.set(room, clock.now());
    if (!isSoon) return null;
    world.limited += 1;
    return { kind: 'limited', seconds: 1 };
  }

  function faulty(
    method: string,
    token: string,
    body: Json,
    work: () => [number, Json],
    response: ServerResponse,
  ): void {
    const install = [...world.installs.values()].find(({ botToken }) => botToken === token);
    calls.push({ method, token, body });
    wake();
    const fault = faults.take(method, install?.team ?? null) ?? tooSoon(method, body);
    const isRefused = fault !== null && !('accepts' in fault && fault.accepts);
    const [status, answer] = isRefused ? [0, {}] : work();
    const succeed = (): void => {
      const scopes = { 'x-oauth-scopes': (install?.scopes ?? []).join(',') };
      response.writeHead(status, { 'content-type': 'application/json', ...scopes });
      response.end(JSON.stringify(answer));
    };
    if (fault === null) succeed();
    else if (fault.kind === 'held') void fault.until.then(succeed);
    else fail(fault, response);
  }

  function call(method: string, token: string, body: Json): Json {
    if (method !== 'apps.connections.open') return answerTo(world, method, token, body, origin);
    if (token !== world.appToken || !world.isAppTokenGood)
      return { ok: false, error: 'invalid_auth' };
    return { ok: true, url: sockets.ticket(origin) };
  }

  const fake: FakeSlack = {
    apiUrl: `${origin}/api/`,
    world,
    sockets,
    calls,
    pay: payloads(world, () => origin),
    requestUrl: null,
    install(team, scopes = SCOPES, teams) {
      const botToken = `xoxb-${id('t')}`;
      world.installs.set(team, { team, botToken, scopes, ...(teams && { teams }) });
      return botToken;
    },
    user(team, name, flags = {}) {
      const user = { id: id('U'), team, name, flags };
      world.users.set(user.id, user);
      return user;
    },
    channel(team, creator) {
      const channel = {
        id: id('C'),
        team,
        creator: creator.id,
        isArchived: false,
        hasBot: true,
        messages: [],
      };
      world.channels.set(channel.id, channel);
      return channel;
    },
    failNext: (method, fault, team) => faults.next(method, fault, team ?? null),
    deliver(type, payload, tampering) {
      if (fake.requestUrl === null) return sockets.deliver(type, payload, ACKNOWLEDGE);
      return deliverByHttp(
        fake.requestUrl,
        world.signingSecret,
        clock.now(),
        { type, payload },
        tampering,
      );
    },
    until: (what, holds) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => end(() => reject(new Error(`Waited for ${what}`))),
          PATIENCE,
        );
        const end = (how: () => void): void => {
          clearTimeout(timer);
          waiters.delete(look);
          how();
        };
        const look = (): void => {
          if (holds()) end(resolve);
        };
        waiters.add(look);
        look();
      }),
    async close() {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

function fail(fault: Exclude<Fault, { kind: 'held' }>, response: ServerResponse): void {
  switch (fault.kind) {
    case 'limited':
      return void response
        .writeHead(429, { 'retry-after': String(fault.seconds) })
        .end('{"ok":false}');
    case 'refused':
      return void response.end(JSON.stringify({ ok: false, error: fault.code }));
    case 'status':
      return void response.writeHead(fault.status).end('busy');
    case 'garbled':
      return void response.end('<html>half an ans');
    case 'drop':
      return void response.destroy();
    case 'hang':
      return;
  }
}

/** Fields that carry JSON inside a form. */
const PACKED = ['blocks', 'metadata', 'view', 'files'];

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function bodyOf(request: IncomingMessage): Promise<Json> {
  const text = (await bytesOf(request)).toString();
  if (request.headers['content-type']?.startsWith('application/json')) return JSON.parse(text);
  const fields = Object.fromEntries(new URLSearchParams(text));
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      PACKED.includes(name) ? JSON.parse(value) : value,
    ]),
  );
}
