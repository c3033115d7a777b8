import { type APIChannel, Routes } from 'discord.js';
import type { Intent } from '../../chat/intent.ts';
import { textsFor } from '../../chat/texts/index.ts';
import type { Reply } from '../../chat/view.ts';
import { communityId, type MemberId } from '../../core/ids.ts';
import type { DrawChart } from '../../ports/charts.ts';
import type { Clock } from '../../ports/clock.ts';
import { type Place, type Platform, PlatformFault } from '../../ports/platform.ts';
import type { Shelf } from '../../ports/shelf.ts';
import type { Turns } from '../../ports/turns.ts';
import { returnAt } from './addresses.ts';
import type { PictureSource } from './attached.ts';
import { faultIn, openCalls } from './calls.ts';
import { chartsWith } from './charts.ts';
import { type Complete, takeInteractions } from './conversation.ts';
import { FATAL } from './fatal.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { guildOf } from './guilds.ts';
import { identifyMemory } from './identify.ts';
import { knowsOnDiscord } from './knows.ts';
import { openMessages } from './messages.ts';
import { openNames } from './names.ts';
import { TURN_RULE } from './pace.ts';
import { replySender } from './replies.ts';
import { sealWith } from './seal.ts';
import { NO_OTHERS, sharedTurns } from './shared-turns.ts';
import { isSnowflake } from './snowflake.ts';
import { openThread } from './threads.ts';

export interface DiscordOptions {
  readonly token: string;
  readonly application: string;
  /** Without a version, such as {@link DISCORD_API}. */
  readonly api: string;
  readonly clock: Clock;
  /** The language of what a whole channel reads. */
  readonly locale: string;
  /** Reply addresses are sealed with it. */
  readonly secret: string;
  readonly picture: PictureSource;
  /** Null: numbers are not drawn. */
  readonly chart: DrawChart | null;
  readonly complete: Complete;
  readonly report: (doing: string, cause: unknown) => void;
  /** Discord refuses the bot for good: a sentence with the remedy. */
  onFatal(sentence: string): void;
  /** Remembers across processes when the bot logged in; absent: as long as this one runs. */
  readonly shelf?: Pick<Shelf, 'get' | 'put'>;
  /** Lets processes of one bot keep to its limit together; absent: there are no others. */
  readonly turns?: Turns;
  /** How long a form may take before its command is acknowledged without it (milliseconds); absent: 1.5 s. */
  readonly formWithin?: number;
}

export const DISCORD_API = 'https://discord.com/api';

/** Discord forgets the keys of posts after "a few minutes" (milliseconds). */
const REMEMBERS_KEYS_FOR = 60_000;
/** Channels to members that are kept at hand. */
const MOST_LINES = 1_000;

/** Discord: servers are communities, reached by its gateway and its REST interface. */
export function discordPlatform(options: DiscordOptions): Platform {
  const { token, application, api, clock, secret } = options;
  const seal = sealWith(secret);
  let isRefused = false;
  const onFatal = (sentence: string): void => {
    if (!isRefused) options.onFatal(sentence);
    isRefused = true;
  };
  const onTokenRefused = (): void => onFatal(FATAL[4004] ?? '');
  const shared = options.turns
    ? sharedTurns(options.turns, application, TURN_RULE, options.report)
    : NO_OTHERS;
  const calls = openCalls({ token, api, clock, onTokenRefused, shared });
  const messages = openMessages({
    calls,
    application,
    picture: options.picture,
    drawCharts: chartsWith({ ...options, names: openNames(calls, clock) }),
  });
  const send = replySender({ ...options, calls, messages });
  const take = takeInteractions({ ...options, calls, seal, send });
  const texts = textsFor(options.locale);
  const lines = new Map<MemberId, string>();
  const underWay = new Set<Promise<void>>();
  let receive: ((intent: Intent) => Promise<Reply>) | null = null;
  let gateway: Gateway | null = null;

  function track(work: Promise<void>): void {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  }

  async function lineTo(member: MemberId): Promise<string> {
    const known = lines.get(member);
    if (known) return known;
    const body = { recipient_id: member };
    const request = { doing: 'opening a line to a member', body, isRepeatable: true };
    const { id } = (await calls.ask('POST', Routes.userChannels(), request)) as APIChannel;
    if (lines.size >= MOST_LINES) lines.clear();
    lines.set(member, id);
    return id;
  }

  return {
    name: 'discord',
    remembersKeysFor: REMEMBERS_KEYS_FOR,
    isService: true,
    editsQuietly: true,
    isReachable: () => gateway?.isUp() === true && !isRefused,
    async start(handler, heed) {
      receive = handler;
      gateway = openGateway({
        token,
        rest: calls.rest,
        clock,
        memory: identifyMemory(application, options.shelf ?? null, options.report),
        report: options.report,
        onFatal,
        onServer(guild, isThere) {
          const community = communityId.of(`discord:${guild}`);
          if (heed) track(heed({ community, isThere, at: clock.now() }));
        },
        onDelay: (sentence) => options.report('starting on Discord', sentence),
        onInteraction(interaction) {
          if (!receive) return;
          track(take(interaction, receive));
        },
      });
      await gateway.open();
    },
    async stop() {
      receive = null;
      await Promise.allSettled(underWay);
      await gateway?.close();
      gateway = null;
      calls.close();
    },
    post: (place, view, key, signal) => messages.post(channelIn(place), view, texts, key, signal),
    find: (place, key, signal) => messages.find(channelIn(place), key, signal),
    edit: (message, view) => messages.edit(message, view, texts),
    discuss: (message, view) => openThread(calls, message, view),
    async reply(to, view, seenBy) {
      const address = returnAt(to, seal);
      if (!address) throw new PlatformFault('That is no reply address of Discord', 'never');
      await send(address, view, seenBy, texts);
    },
    knows: (community, member) => knowsOnDiscord(calls, community, member),
    async tell(community, member, view) {
      if (!isSnowflake(member)) throw new PlatformFault(`${member} is no member`, 'never');
      try {
        const line = await lineTo(member);
        const { body, files } = await messages.prepare(view, texts, guildOf(community));
        const request = { doing: 'telling a member', body, files, isRepeatable: false };
        await calls.ask('POST', Routes.channelMessages(line), request);
      } catch (cause) {
        throw faultIn(cause);
      }
    },
  };
}

function channelIn({ channel }: Place): string {
  if (!isSnowflake(channel)) throw new PlatformFault(`${channel} is no channel`, 'never');
  return channel;
}
