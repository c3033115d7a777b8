import { SimpleIdentifyThrottler, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import {
  type APIInteraction,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  type REST,
} from 'discord.js';
import type { Clock } from '../../ports/clock.ts';
import { PlatformFault } from '../../ports/platform.ts';
import { patientThrottler, startDelay } from './identify.ts';

/** Closings that no reconnecting mends, each with its remedy. */
export const FATAL: Readonly<Record<number, string>> = {
  4004: 'Discord refuses the bot token: copy it again from the Bot page of the Developer Portal into DISCORD_TOKEN.',
  4010: 'Discord refuses the number of shards: let it choose by leaving the setting out.',
  4011: 'Discord asks for more shards than are running: start Hypercall again.',
  4012: 'Discord no longer speaks this version of its gateway: update Hypercall.',
  4013: 'Discord does not know the intents that were asked for: update Hypercall.',
  4014: 'Discord does not allow the intents that were asked for: update Hypercall, which needs no privileged one.',
};

export interface GatewayOptions {
  readonly token: string;
  readonly rest: REST;
  readonly clock: Clock;
  onInteraction(interaction: APIInteraction): void;
  /** The bot is in a server, or was removed from it. An outage of the server says neither. */
  onServer(guild: string, isThere: boolean): void;
  /** The start waits; the sentence says why. */
  onDelay(sentence: string): void;
  /** The connection ended for good; the sentence names the remedy. */
  onFatal(sentence: string): void;
}

export interface Gateway {
  /** @throws {PlatformFault} with the remedy, where Discord refuses us for good */
  open(): Promise<void>;
  close(): Promise<void>;
  /** Whether every shard is connected. */
  isUp(): boolean;
}

/** The only intent: no privileged one, ever. */
const INTENTS = GatewayIntentBits.Guilds;

export function openGateway(options: GatewayOptions): Gateway {
  const { token, rest, clock } = options;
  const manager = new WebSocketManager({
    token,
    rest,
    intents: INTENTS,
    shardCount: null,
    buildIdentifyThrottler: async (of) => {
      const { session_start_limit } = await of.fetchGatewayInformation();
      const pace = new SimpleIdentifyThrottler(session_start_limit.max_concurrency);
      const delay = startDelay(session_start_limit);
      if (delay > 0) options.onDelay(fewStarts(session_start_limit.remaining, delay));
      return patientThrottler(pace, clock, delay);
    },
  });
  const up = new Set<number>();
  let shards = 0;
  let fatal: string | null = null;
  let isClosing = false;

  const connected = ({ shardId }: { readonly shardId: number }): void => void up.add(shardId);
  manager.on(WebSocketShardEvents.Ready, connected);
  manager.on(WebSocketShardEvents.Resumed, connected);
  manager.on(WebSocketShardEvents.Closed, ({ code, shardId }) => {
    up.delete(shardId);
    const sentence = FATAL[code];
    if (!sentence || fatal !== null || isClosing) return;
    fatal = sentence;
    options.onFatal(sentence);
  });
  // Told by the close code already; without a listener it would end the process.
  manager.on(WebSocketShardEvents.Error, () => {});
  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => heard(data, options));

  return {
    isUp: () => shards > 0 && up.size === shards,
    async open() {
      try {
        shards = await manager.getShardCount();
        await manager.connect();
      } catch (cause) {
        if (fatal !== null) throw new PlatformFault(fatal, 'never');
        throw cause;
      }
    },
    async close() {
      isClosing = true;
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
