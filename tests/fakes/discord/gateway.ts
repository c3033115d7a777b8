import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json, Session, World } from './world.ts';

/** The gateway: HELLO, IDENTIFY, RESUME, heartbeats, dispatches, and all the ways in which it ends. */
export interface FakeGateway {
  /** Shards that identified, in order, with the intents that they asked for. */
  readonly identified: readonly { readonly shard: number; readonly intents: number }[];
  readonly resumed: readonly string[];
  /** Sends an event to the session that holds this guild; kept for a resume where none is connected. */
  dispatch(guild: string | null, event: string, data: Json): void;
  /** Ends the connections with this code; a code over 4000 is Discord's word. */
  closeAll(code: number): void;
  /** Tears the connections, as a network does. */
  tear(): void;
  /** The next connection is hung up on before a word is said. */
  hangUp(): void;
  /** What the next IDENTIFY is met with. */
  refuseIdentify(code: number): void;
  /** The next RESUME is answered by INVALID_SESSION; may it be tried again? */
  invalidate(canResume: boolean): void;
  /** Asks every client to reconnect. */
  askToReconnect(): void;
  /** Resolves when as many sessions are connected. */
  connected(count: number): Promise<void>;
  close(): void;
}

const HEARTBEAT = 41_250;

export function openGateway(world: World, server: Server, url: () => string): FakeGateway {
  const sockets = new WebSocketServer({ server });
  const identified: { shard: number; intents: number }[] = [];
  const resumed: string[] = [];
  let identifyRefusal: number | null = null;
  let invalid: boolean | null = null;
  let hangsUp = false;
  let wake = () => {};

  const live = () => [...world.sessions.values()].filter(({ socket }) => socket !== null);

  function send(socket: WebSocket, op: number, d: Json, extra: object = {}): void {
    socket.send(JSON.stringify({ op, d, s: null, t: null, ...extra }));
  }

  function dispatchTo(session: Session, t: string, d: Json): void {
    const event = { op: 0, t, d, s: ++session.seq };
    session.sent.push(event);
    session.socket?.send(JSON.stringify(event));
  }

  function attach(session: Session, socket: WebSocket): void {
    session.socket = socket;
    socket.on('close', (code) => {
      if (session.socket === socket) session.socket = null;
      // Our side ended it: the session is gone.
      if (code === 1_000 || code === 1_001) world.sessions.delete(session.id);
      wake();
    });
    wake();
  }

  function identify(socket: WebSocket, d: Json): void {
    identified.push({ shard: d.shard?.[0] ?? 0, intents: d.intents });
    world.identifies--;
    if (identifyRefusal !== null) {
      const code = identifyRefusal;
      identifyRefusal = null;
      socket.close(code);
      return;
    }
    if (d.token !== world.token) {
      socket.close(4_004);
      return;
    }
    const [shard = 0, count = 1] = d.shard ?? [];
    const id = randomBytes(8).toString('hex');
    const session: Session = { id, shard, count, seq: 0, sent: [], socket: null };
    world.sessions.set(id, session);
    attach(session, socket);
    const mine = [...world.guilds.values()].filter((guild) => isOf(guild.id, session));
    dispatchTo(session, 'READY', {
      v: 10,
      user: { id: world.application, username: 'hypercall', bot: true },
      guilds: mine.map(({ id }) => ({ id, unavailable: true })),
      session_id: id,
      resume_gateway_url: url(),
      shard: [shard, count],
      application: { id: world.application, flags: 0 },
    });
    for (const { id, name } of mine)
      dispatchTo(session, 'GUILD_CREATE', { id, name, ...world.details.get(id) });
  }

  function resume(socket: WebSocket, d: Json): void {
    const session = world.sessions.get(d.session_id);
    if (invalid !== null || !session || d.token !== world.token) {
      const canResume = invalid ?? false;
      invalid = null;
      send(socket, 9, canResume);
      return;
    }
    resumed.push(session.id);
    attach(session, socket);
    for (const event of session.sent) if (event.s > d.seq) socket.send(JSON.stringify(event));
    dispatchTo(session, 'RESUMED', {});
  }

  sockets.on('connection', (socket) => {
    socket.on('error', () => {});
    if (hangsUp) {
      hangsUp = false;
      socket.terminate();
      return;
    }
    socket.on('message', (text) => {
      const { op, d } = JSON.parse(String(text));
      if (op === 1) send(socket, 11, null);
      if (op === 2) identify(socket, d);
      if (op === 6) resume(socket, d);
      if (![1, 2, 3, 6].includes(op)) socket.close(4_001);
    });
    send(socket, 10, { heartbeat_interval: HEARTBEAT });
  });

  const isOf = (guild: string, { shard, count }: Session): boolean =>
    Number((BigInt(guild) >> 22n) % BigInt(count)) === shard;

  return {
    identified,
    resumed,
    dispatch(guild, event, data) {
      const session = [...world.sessions.values()].findLast((each) =>
        guild === null ? each.shard === 0 : isOf(guild, each),
      );
      if (session) dispatchTo(session, event, data);
    },
    closeAll: (code) => live().forEach(({ socket }) => void socket?.close(code)),
    tear: () => live().forEach(({ socket }) => void socket?.terminate()),
    hangUp() {
      hangsUp = true;
    },
    refuseIdentify(code) {
      identifyRefusal = code;
    },
    invalidate(canResume) {
      invalid = canResume;
    },
    askToReconnect: () =>
      live().forEach(({ socket }) => {
        if (socket) send(socket, 7, null);
      }),
    async connected(count) {
      while (live().length !== count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
