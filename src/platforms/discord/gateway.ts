import {
  type SessionInfo,
  SimpleIdentifyThrottler,
  WebSocketManager,
  WebSocketShardEvents,
} from '@discordjs/ws';
import {
  type APIInteraction,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  type REST,
} from 'discord.js';
import type { Clock } from '../../ports/clock.ts';
import { PlatformFault } from '../../ports/platform.ts';
import { keepTrying } from './boot.ts';
import { FATAL } from './fatal.ts';
import { type IdentifyMemory, patientThrottler, startDelay } from './identify.ts';

export interface GatewayOptions {
  readonly token: string;
  readonly rest: REST;
  readonly clock: Clock;
  readonly memory: IdentifyMemory;
  report(doing: string, cause: unknown): void;
  onInteraction(interaction: APIInteraction): void;
  /** The bot is in a server, or was removed from it. An outage of the server says neither. */
  onServer(guild: string, isThere: boolean): void;
  /** The start waits; the sentence says why. */
  onDelay(sentence: string): void;
  /** The connection ended for good; the sentence names the remedy. */
  onFatal(sentence: string): void;
}

export interface Gateway {
  /**
   * Resolves when it is connected, or when that failed and goes on being tried.
   * @throws {PlatformFault} with the remedy, where Discord refuses us for good
   */
  open(): Promise<void>;
  close(): Promise<void>;
  /** Whether every shard is connected. */
  isUp(): boolean;
}

/** The only intent: no privileged one, ever. */
const INTENTS = GatewayIntentBits.Guilds;

export function openGateway(options: GatewayOptions): Gateway {
  const { token, rest, clock, memory } = options;
  // The library's own memory is one for the whole process: a second bot in it would resume the session of the first.
  const sessions = new Map<number, SessionInfo>();
  const closing = new AbortController();
  const manager = new WebSocketManager({
    token,
    rest,
    intents: INTENTS,
    shardCount: null,
    // A shard that is about to come back cannot be destroyed, but it asks for its session first: after the end it waits
    // for ever, which holds nothing open.
    retrieveSessionInfo: (shard) =>
      closing.signal.aborted ? new Promise(() => {}) : (sessions.get(shard) ?? null),
    updateSessionInfo(shard, session) {
      if (session) sessions.set(shard, session);
      else sessions.delete(shard);
    },
    buildIdentifyThrottler: async (of) => {
      const { session_start_limit } = await of.fetchGatewayInformation();
      const pace = new SimpleIdentifyThrottler(session_start_limit.max_concurrency);
      const delay = startDelay(session_start_limit);
      if (delay > 0) options.onDelay(fewStarts(session_start_limit.remaining, delay));
      return patientThrottler(pace, clock, memory, delay);
    },
  });
  const up = new Set<number>();
  let shards = 0;
  let fatal: string | null = null;
  /** From then on the shards come back by themselves, however often they fail. */
  let isBegun = false;
  let troubled = (): void => {};
  const trouble = new Promise<void>((resolve) => {
    troubled = resolve;
  });

  const connected = ({ shardId }: { readonly shardId: number }): void => void up.add(shardId);
  manager.on(WebSocketShardEvents.Ready, connected);
  manager.on(WebSocketShardEvents.Resumed, connected);
  manager.on(WebSocketShardEvents.Debug, ({ message }) => {
    isBegun ||= message.startsWith('Connecting to');
  });
  manager.on(WebSocketShardEvents.Closed, ({ code, shardId }) => {
    up.delete(shardId);
    const sentence = FATAL[code];
    if (!sentence) return troubled();
    if (fatal !== null || closing.signal.aborted) return;
    fatal = sentence;
    options.onFatal(sentence);
  });
  // Told by the close code already; without a listener it would end the process.
  manager.on(WebSocketShardEvents.Error, () => {});
  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => heard(data, options));

  async function connect(): Promise<void> {
    try {
      shards = await manager.getShardCount();
      await manager.connect();
    } catch (cause) {
      if (fatal !== null) throw new PlatformFault(fatal, 'never');
      if (!isBegun) throw cause;
      options.report('connecting to Discord', cause);
    }
  }

  return {
    isUp: () => shards > 0 && up.size === shards,
    open: () => keepTrying(connect, trouble, { ...options, signal: closing.signal }),
    async close() {
      closing.abort();
      await manager.destroy({ reason: 'Hypercall stops' });
      up.clear();
    },
  };
}

const fewStarts = (remaining: number, delay: number): string =>
  `Only ${remaining} starts are left today, so this one waits ${Math.ceil(delay / 1_000)} s: look for what starts Hypercall again and again.`;

function heard(payload: GatewayDispatchPayload, options: GatewayOptions): void {
  if (payload.t === GatewayDispatchEvents.InteractionCreate) options.onInteraction(payload.d);
  const isThere = payload.t === GatewayDispatchEvents.GuildCreate;
  if (!isThere && payload.t !== GatewayDispatchEvents.GuildDelete) return;
  if (!payload.d.unavailable) options.onServer(payload.d.id, isThere);
}
