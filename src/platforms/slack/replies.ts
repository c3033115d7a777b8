import type { Texts } from '../../chat/texts/index.ts';
import { type SeenBy, textView, type View } from '../../chat/view.ts';
import { PlatformFault } from '../../ports/platform.ts';
import type { Scene } from './addresses.ts';
import type { Clients } from './clients.ts';
import { type Draw, type Drawn, sent } from './draw.ts';
import { isAboutBlocks } from './errors.ts';
import type { LocaleOf } from './locales.ts';
import type { Message } from './render.ts';
import type { ResponseUrls } from './response-url.ts';
import { type FileBlock, filesIn, type Uploads } from './uploads.ts';

/** Answers to whoever did something, where they did it. */
export interface Replies {
  /** @param replaces puts the view in place of the message that it was asked on. @throws {PlatformFault} */
  reply(scene: Scene, view: View, seenBy: SeenBy, replaces?: boolean): Promise<void>;
  /** A message that only reaches this member. @throws {PlatformFault} */
  direct(team: string, user: string, view: View): Promise<void>;
}

interface RepliesOptions {
  readonly clients: Clients;
  readonly urls: ResponseUrls;
  readonly draw: Draw;
  readonly uploads: Uploads;
  textsIn(scene: Pick<Scene, 'locale'>): Texts;
  readonly localeOf: LocaleOf;
  report(doing: string, cause: unknown): void;
}

/** Whose conversation it is, and their language. */
interface Reader {
  readonly team: string;
  readonly user: string;
  readonly texts: Texts;
}

export function createReplies(options: RepliesOptions): Replies {
  const { clients, urls, draw, uploads, textsIn, localeOf, report } = options;

  /** The conversation that it went to. */
  async function tell(team: string, user: string, message: Message): Promise<string> {
    const { channel } = await clients.call(team, 'chat.postMessage', (client) =>
      client.chat.postMessage({ channel: user, ...message, ...QUIET }),
    );
    return channel ?? user;
  }

  async function toMember(scene: Scene, message: Message): Promise<void> {
    const { team, channel, user } = scene;
    if (!isShared(channel)) return void (await tell(team, user, message));
    try {
      await clients.call(team, 'chat.postEphemeral', (client) =>
        client.chat.postEphemeral({ channel, user, ...threadOf(scene), ...message }),
      );
    } catch (cause) {
      // Not a member of the channel, or the member has left it: the answer is theirs all the same.
      const isRefused = cause instanceof PlatformFault && REFUSED.has(cause.repeat);
      if (!isRefused || isAboutBlocks(cause)) throw cause;
      await tell(team, user, message);
    }
  }

  async function give(scene: Scene, message: Message, seenBy: SeenBy): Promise<void> {
    if (seenBy === 'only me') return toMember(scene, message);
    const { team, channel } = scene;
    await clients.call(team, 'chat.postMessage', (client) =>
      client.chat.postMessage({ channel, ...threadOf(scene), ...message, ...QUIET }),
    );
  }

  async function answer(scene: Scene, drawn: Drawn, seenBy: SeenBy, replaces: boolean) {
    const type = seenBy === 'only me' ? 'ephemeral' : 'in_channel';
    const how = { response_type: type, replace_original: replaces, ...threadOf(scene) };
    // Slack shows no file of ours in what comes by this address.
    const bare = drawn.inWords === null || replaces ? (drawn.inWords ?? drawn.message) : null;
    if (bare !== null && (await urls.send(scene, { ...how, ...bare }))) return;
    await sent(drawn, (message) => give(scene, message, seenBy));
  }

  /** A file goes where only its reader is: no message for one member in a channel can carry one. */
  async function hand(
    { team, user, texts }: Reader,
    title: string,
    file: FileBlock,
  ): Promise<void> {
    const { message } = await draw(team, textView('news', title), 'only me', texts);
    try {
      await uploads.share(team, await tell(team, user, message), file);
    } catch (cause) {
      report('sending a file to a member of Slack', cause);
      const sorry = textView('refusal', texts.refusal.title, texts.slack.noFile(file.name));
      await tell(team, user, (await draw(team, sorry, 'only me', texts)).message);
    }
  }

  async function handAll(reader: Reader, view: View): Promise<void> {
    for (const file of filesIn(view)) await hand(reader, view.title, file);
  }

  return {
    async direct(team, user, view) {
      const texts = textsIn({ locale: await localeOf(team, user) });
      const drawn = await draw(team, view, 'only me', texts);
      await sent(drawn, (message) => tell(team, user, message));
      await handAll({ team, user, texts }, view);
    },
    async reply(scene, view, seenBy, replaces = false) {
      const { team, user } = scene;
      const texts = textsIn(scene);
      const drawn = await draw(team, view, seenBy, seenBy === 'only me' ? texts : undefined);
      await answer(scene, drawn, seenBy, replaces);
      await handAll({ team, user, texts }, view);
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
