import type { SeenBy, View } from '../../chat/view.ts';
import { PlatformFault } from '../../ports/platform.ts';
import type { Scene } from './addresses.ts';
import type { Clients } from './clients.ts';
import type { Draw } from './draw.ts';
import type { Message } from './render.ts';
import type { ResponseUrls } from './response-url.ts';

/** Answers to whoever did something, where they did it. */
export interface Replies {
  /** @param replaces puts the view in place of the message that it was asked on. @throws {PlatformFault} */
  reply(scene: Scene, view: View, seenBy: SeenBy, replaces?: boolean): Promise<void>;
  /** A message that only reaches this member. @throws {PlatformFault} */
  direct(team: string, user: string, message: Message): Promise<void>;
}

export interface RepliesOptions {
  readonly clients: Clients;
  readonly urls: ResponseUrls;
  readonly draw: Draw;
}

export function createReplies({ clients, urls, draw }: RepliesOptions): Replies {
  async function direct(team: string, user: string, message: Message): Promise<void> {
    await clients.call(team, 'chat.postMessage', (client) =>
      client.chat.postMessage({ channel: user, ...message, ...QUIET }),
    );
  }

  async function toMember(scene: Scene, message: Message): Promise<void> {
    const { team, channel, user } = scene;
    if (!isShared(channel)) return direct(team, user, message);
    try {
      await clients.call(team, 'chat.postEphemeral', (client) =>
        client.chat.postEphemeral({ channel, user, ...threadOf(scene), ...message }),
      );
    } catch (cause) {
      // Not a member of the channel, or the member has left it: the answer is theirs all the same.
      if (!(cause instanceof PlatformFault && REFUSED.has(cause.repeat))) throw cause;
      await direct(team, user, message);
    }
  }

  return {
    direct,
    async reply(scene, view, seenBy, replaces = false) {
      const message = await draw(scene.team, view, seenBy);
      const type = seenBy === 'only me' ? 'ephemeral' : 'in_channel';
      const how = { response_type: type, replace_original: replaces, ...threadOf(scene) };
      if (await urls.send(scene, { ...how, ...message })) return;
      if (seenBy === 'only me') return toMember(scene, message);
      await clients.call(scene.team, 'chat.postMessage', (client) =>
        client.chat.postMessage({
          channel: scene.channel,
          ...threadOf(scene),
          ...message,
          ...QUIET,
        }),
      );
    },
  };
}

/** Links in a card or an explanation are there to be read, not to be unfolded. */
export const QUIET = { unfurl_links: false, unfurl_media: false } as const;

const REFUSED: ReadonlySet<PlatformFault['repeat']> = new Set(['gone', 'never']);

const isShared = (channel: string): boolean => /^[CG]/.test(channel);

function threadOf({ thread }: Scene): { thread_ts?: string } {
  return thread === null ? {} : { thread_ts: thread };
}
