import { onTestFinished } from 'vitest';
import type { Intent } from '../../../src/chat/intent.ts';
import { type Reply, textView, type View } from '../../../src/chat/view.ts';
import { channelId, communityId } from '../../../src/core/ids.ts';
import type { DiscordOptions } from '../../../src/platforms/discord/index.ts';
import { PlatformFault } from '../../../src/ports/platform.ts';
import type { FakeChannel, FakeMessage } from '../../fakes/discord/index.ts';
import { type OpenDiscord, openDiscord } from '../../fakes/discord/open-discord.ts';

/** A clock in the test's hands. */
interface Hands {
  now(): number;
  pass(ms: number): void;
}

export interface Listening extends OpenDiscord {
  readonly clock: Hands;
  readonly intents: readonly Intent[];
  /** What was told of the bot itself: the community, with a minus for a removal. */
  readonly whereabouts: readonly string[];
  /** What the next intents are answered with; a sentence unless told. */
  answer(...replies: (Reply | Promise<Reply>)[]): void;
  /** Resolves when so many intents came in. */
  heard(count: number): Promise<void>;
  post(view: View, key?: string, to?: FakeChannel): Promise<FakeMessage>;
}

export const FINE: Reply = { kind: 'view', view: textView('news', 'Fine'), seenBy: 'only me' };

/** The adapter, started, with everything that it hears kept. */
export async function listening(
  more: Partial<DiscordOptions> & { readonly shards?: number } = {},
): Promise<Listening> {
  let now = Date.UTC(2026, 10, 23, 8, 0);
  const clock: Hands = {
    now: () => now,
    pass(ms) {
      now += ms;
    },
  };
  const open = await openDiscord(clock, more);
  onTestFinished(open.close);
  const intents: Intent[] = [];
  const answers: (Reply | Promise<Reply>)[] = [];
  let wake = () => {};
  const whereabouts: string[] = [];
  await open.platform.start(
    async (intent) => {
      intents.push(intent);
      wake();
      return answers.shift() ?? FINE;
    },
    async ({ community, isThere }) => {
      whereabouts.push(`${isThere ? '' : '-'}${community}`);
    },
  );
  return {
    ...open,
    clock,
    intents,
    whereabouts,
    answer: (...replies) => void answers.push(...replies),
    async heard(count) {
      while (intents.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async post(view, key = 'k1', to = open.channel) {
      const { signal } = new AbortController();
      const address = await open.platform.post(placeOf(open, to), view, key, signal);
      const message = open.discord.message(address.split('/')[1] ?? '');
      if (!message) throw new Error(`${address} does not stand`);
      return message;
    },
  };
}

export function placeOf({ guild }: Pick<OpenDiscord, 'guild'>, channel: FakeChannel) {
  return {
    community: communityId.of(`discord:${channel.guild ?? guild.id}`),
    channel: channelId.of(channel.id),
  };
}

/** A promise in the test's hands. */
export function held<Value>(): { readonly promise: Promise<Value>; release(value: Value): void } {
  let release = (_: Value) => {};
  const promise = new Promise<Value>((resolve) => {
    release = resolve;
  });
  return { promise, release: (value) => release(value) };
}

const MESSAGES = /messages$/;

/** The fault that a call ends with. */
export async function faultOf(promise: Promise<unknown>): Promise<PlatformFault> {
  const cause = await promise.then(
    () => null,
    (fault: unknown) => fault,
  );
  if (!(cause instanceof PlatformFault)) throw new Error(`no fault but ${cause}`);
  return cause;
}

/** The posts that came to the fake. */
export const posts = ({ discord }: Listening) =>
  discord.world.requests.filter(({ method, path }) => method === 'POST' && MESSAGES.test(path));
