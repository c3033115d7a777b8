import { type APIMessage, Routes } from 'discord.js';
import type { MessageAddress } from '../../chat/intent.ts';
import type { Texts } from '../../chat/texts/index.ts';
import type { View } from '../../chat/view.ts';
import { type Found, PlatformFault } from '../../ports/platform.ts';
import { messageAddress, messageAt } from './addresses.ts';
import { fileOf, type PictureSource, type SentFile } from './attached.ts';
import { type Calls, errorIn, faultIn, type Request } from './calls.ts';
import type { DrawCharts } from './charts.ts';
import { codeOf } from './errors.ts';
import { type Rendered, render } from './render.ts';

export interface MessagesOptions {
  readonly calls: Calls;
  readonly application: string;
  readonly picture: PictureSource;
  readonly drawCharts: DrawCharts;
}

/** A view ready to be sent. */
export interface Prepared {
  readonly body: Rendered['body'] & { readonly attachments?: readonly { readonly id: string }[] };
  readonly files: readonly SentFile[];
}

/** Messages of the bot in channels. */
export interface Messages {
  /** @param guild whose names stand on charts; null where no server is known */
  prepare(view: View, texts: Texts, guild: string | null): Promise<Prepared>;
  post(
    channel: string,
    view: View,
    texts: Texts,
    key: string,
    signal: AbortSignal,
  ): Promise<MessageAddress>;
  edit(message: MessageAddress, view: View, texts: Texts): Promise<void>;
  find(channel: string, key: string, signal: AbortSignal): Promise<Found>;
}

const UNKNOWN_MESSAGE = 10_008;
const ARCHIVED = 50_083;
/** Messages read at once, and how often, in search of one. */
const PAGE = 100;
const PAGES = 3;

export function openMessages(options: MessagesOptions): Messages {
  const { calls, application, picture, drawCharts } = options;

  async function prepare(view: View, texts: Texts, guild: string | null): Promise<Prepared> {
    const { body, attached } = render(await drawCharts(view, guild), texts);
    if (attached.length === 0) return { body, files: [] };
    const files = await Promise.all(attached.map((each, at) => fileOf(each, at, picture)));
    const attachments = files.map(({ name }, at) => ({ id: String(at), filename: name }));
    return { body: { ...body, attachments }, files };
  }

  /** An archived thread is opened again, once. */
  async function inThread(channel: string, send: () => Promise<unknown>): Promise<unknown> {
    try {
      return await send();
    } catch (cause) {
      if (codeOf(errorIn(cause)) !== ARCHIVED) throw cause;
      const request: Request = {
        doing: `opening the thread ${channel}`,
        body: { archived: false },
        isRepeatable: true,
      };
      await calls.ask('PATCH', Routes.channel(channel), request);
      return send();
    }
  }

  return {
    prepare,
    async post(channel, view, texts, key, signal) {
      const { body, files } = await prepared(prepare(view, texts, null));
      if (signal.aborted) throw new PlatformFault('The post was called off', 'later');
      const keyed = { ...body, nonce: key, enforce_nonce: true };
      const doing = `posting to ${channel}`;
      const request = { doing, body: keyed, files, signal, isRepeatable: false };
      try {
        const send = () => calls.ask('POST', Routes.channelMessages(channel), request);
        const { id } = (await inThread(channel, send)) as APIMessage;
        return messageAddress({ channel, message: id });
      } catch (cause) {
        throw faultIn(cause);
      }
    },
    async edit(address, view, texts) {
      const at = messageAt(address);
      if (!at) throw new PlatformFault(`${address} is no message of Discord`, 'never');
      const { body, files } = await prepared(prepare(view, texts, null));
      const request = {
        doing: `editing ${address}`,
        body: { ...body, attachments: body.attachments ?? [] },
        files,
        isRepeatable: true,
      };
      try {
        const route = Routes.channelMessage(at.channel, at.message);
        await inThread(at.channel, () => calls.ask('PATCH', route, request));
      } catch (cause) {
        // Somebody deleted it: there is nothing left to change.
        if (codeOf(errorIn(cause)) !== UNKNOWN_MESSAGE) throw faultIn(cause);
      }
    },
    async find(channel, key, signal) {
      try {
        const { messages, isWhole } = await latest(calls, channel, signal);
        return foundIn(messages, isWhole, application, key, channel);
      } catch (cause) {
        throw faultIn(cause);
      }
    },
  };
}

/** A picture that cannot be drawn is no reason to try again. */
async function prepared(preparing: Promise<Prepared>): Promise<Prepared> {
  return preparing.catch((cause) => {
    throw new PlatformFault('A picture could not be drawn', 'never', cause);
  });
}

async function latest(calls: Calls, channel: string, signal: AbortSignal) {
  const messages: APIMessage[] = [];
  for (let page = 0; page < PAGES; page++) {
    const before = messages.at(-1)?.id;
    const query = { limit: String(PAGE), ...(before === undefined ? {} : { before }) };
    const request = { doing: `reading ${channel}`, query, signal, isRepeatable: true };
    const read = await calls.ask('GET', Routes.channelMessages(channel), request);
    messages.push(...(read as APIMessage[]));
    if ((read as APIMessage[]).length < PAGE) return { messages, isWhole: true };
  }
  return { messages, isWhole: false };
}

/**
 * A channel that shows us nothing may hide everything, and a message of ours without a nonce may be the one: both leave
 * the question open.
 */
function foundIn(
  messages: readonly APIMessage[],
  isWhole: boolean,
  application: string,
  key: string,
  channel: string,
): Found {
  const ours = messages.filter(({ author }) => author.id === application);
  const it = ours.find(({ nonce }) => String(nonce) === key);
  if (it) return { kind: 'found', message: messageAddress({ channel, message: it.id }) };
  const isTold = ours.every(({ nonce }) => nonce !== undefined && nonce !== null);
  return messages.length > 0 && isWhole && isTold ? { kind: 'none' } : { kind: 'cannot tell' };
}
