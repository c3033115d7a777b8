import type { MessageAddress, ReplyAddress } from '../../chat/intent.ts';
import type { Seal } from './seal.ts';
import { isSnowflake } from './snowflake.ts';

/** Where a message stands. */
export interface MessagePlace {
  readonly channel: string;
  readonly message: string;
}

export function messageAddress({ channel, message }: MessagePlace): MessageAddress {
  return `${channel}/${message}` as MessageAddress;
}

/** Null for text that {@link messageAddress} never makes. */
export function messageAt(address: MessageAddress): MessagePlace | null {
  const [channel, message, ...more] = address.split('/');
  if (!isSnowflake(channel) || !isSnowflake(message) || more.length > 0) return null;
  return { channel, message };
}

/** How an interaction was acknowledged: who sees its first message, or that the pressed one is replaced. */
export type Acknowledged = 'only me' | 'channel' | 'replaces';

/** What is needed to reply to an interaction from any process. */
export interface Return {
  readonly interaction: string;
  readonly token: string;
  readonly acknowledged: Acknowledged;
  /** The server that it came from; null where that is not known. */
  readonly guild: string | null;
}

const WORDS: readonly Acknowledged[] = ['only me', 'channel', 'replaces'];

/** The token lets anybody speak for the bot, so it leaves the adapter sealed. */
export function replyAddress(to: Return, seal: Seal): ReplyAddress {
  const guild = to.guild ?? '';
  const text = [to.interaction, WORDS.indexOf(to.acknowledged), to.token, guild].join(' ');
  return seal.close(text) as ReplyAddress;
}

/** Null for text that {@link replyAddress} of the same key never makes. */
export function returnAt(address: ReplyAddress, seal: Seal): Return | null {
  const [interaction, word, token, guild = '', ...more] = seal.open(address)?.split(' ') ?? [];
  const acknowledged = WORDS[Number(word)];
  if (!isSnowflake(interaction) || !acknowledged || !token || more.length > 0) return null;
  // Addresses of an earlier version name no server.
  return { interaction, token, acknowledged, guild: isSnowflake(guild) ? guild : null };
}
