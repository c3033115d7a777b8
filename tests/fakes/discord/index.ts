import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FakeGateway, openGateway } from './gateway.ts';
import { type FakeMember, memberIn, type Seat } from './people.ts';
import { serve } from './rest.ts';
import type { FakeChannel, FakeGuild, FakeMessage, Fault, World } from './world.ts';

export type { FakeMember } from './people.ts';
export { textOf } from './people.ts';
export type { FakeChannel, FakeGuild, FakeInteraction, FakeMessage, Json } from './world.ts';

/** A small Discord on loopback, stricter than the real one. It outlives the bot under test. */
export interface FakeDiscord {
  readonly world: World;
  readonly gateway: FakeGateway;
  /** For `DISCORD_API_URL`. */
  readonly api: string;
  guild(name?: string): FakeGuild;
  /** Somebody takes the bot out of a server, or puts it back. */
  kicks(guild: FakeGuild): void;
  invites(guild: FakeGuild): void;
  channel(guild: FakeGuild): FakeChannel;
  member(seat: Seat): FakeMember;
  /** By its id, wherever it stands. */
  message(id: string): FakeMessage | undefined;
  /** What `look` finds, now or after a later request. @throws {Error} that names `what`, after 10 s */
  until<Found>(what: string, look: () => Found | undefined): Promise<Found>;
  /** The next request that fits meets this. */
  failNext(method: string, path: RegExp, fault: Fault): void;
  close(): Promise<void>;
}

const EPOCH = 1_420_070_400_000;
/** Administrator is not among them. */
const RIGHTS = (1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 16n) | (1n << 38n);

interface FakeOptions {
  readonly now: () => number;
  readonly shards?: number;
  /** Absent: any that is free. */
  readonly port?: number;
}

export async function fakeDiscord(options: FakeOptions): Promise<FakeDiscord> {
  let ids = 0n;
  const { now, shards = 1, port: wanted = 0 } = options;
  const nextId = (): string => String((BigInt(now() - EPOCH) << 22n) + ++ids);
  const application = nextId();
  const world: World = {
    now,
    token: `${Buffer.from(application).toString('base64url')}.canary.bot-token`,
    application,
    guilds: new Map(),
    details: new Map(),
    channels: new Map(),
    interactions: new Map(),
    requests: [],
    sessions: new Map(),
    faults: [],
    commands: [],
    shards,
    identifies: 1_000,
    flags: 0,
    closed: new Set(),
    left: new Set(),
    globalLimit: 50,
    routeLimit: null,
    impatient: 0,
    nextId,
    url: '',
    waiting: new Set(),
  };
  const server = createServer((request, response) => {
    serve(world, request, response).catch((cause) => {
      response.statusCode = 599;
      response.end(String(cause));
    });
  });
  server.listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  world.url = `ws://127.0.0.1:${port}`;
  const gateway = openGateway(world, server, () => world.url);

  return {
    world,
    gateway,
    api: `http://127.0.0.1:${port}/api`,
    guild(name = 'Study group') {
      // Ids of one millisecond would all be of one shard.
      const id = String(BigInt(nextId()) + (BigInt(world.guilds.size) << 22n));
      const guild: FakeGuild = { id, name, rights: RIGHTS };
      world.guilds.set(id, guild);
      gateway.dispatch(id, 'GUILD_CREATE', { id, name });
      return guild;
    },
    kicks({ id }) {
      world.guilds.delete(id);
      gateway.dispatch(id, 'GUILD_DELETE', { id });
    },
    invites(guild) {
      const { id, name } = guild;
      world.guilds.set(id, guild);
      gateway.dispatch(id, 'GUILD_CREATE', { id, name });
    },
    channel({ id: guild }) {
      const channel: FakeChannel = {
        id: nextId(),
        guild,
        recipient: null,
        messages: [],
        type: 0,
        isArchived: false,
        refuses: null,
        isHidden: false,
      };
      world.channels.set(channel.id, channel);
      return channel;
    },
    member: (seat) => memberIn(world, gateway, seat),
    message: (id) =>
      [...world.channels.values()]
        .flatMap(({ messages }) => messages)
        .find((each) => each.id === id),
    until: (what, look) => until(world, what, look),
    failNext: (method, path, fault) => void world.faults.push({ method, path, fault }),
    async close() {
      gateway.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** How long a test waits, in milliseconds of real time. */
const PATIENCE = 10_000;

function until<Found>(world: World, what: string, look: () => Found | undefined): Promise<Found> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => end(() => reject(new Error(`Waited in vain for ${what}`))),
      PATIENCE,
    );
    function end(settle: () => void): void {
      clearTimeout(timer);
      world.waiting.delete(again);
      settle();
    }
    function again(): void {
      const found = look();
      if (found !== undefined) end(() => resolve(found));
    }
    world.waiting.add(again);
    again();
  });
}
