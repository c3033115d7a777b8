import type { Locale, MessageAddress, ReplyAddress } from '../../chat/intent.ts';
import type { Instant } from '../../core/day.ts';
import type { Seal } from './seal.ts';

/** A message of ours: workspace, channel, time stamp. */
export interface Posted {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
}

export function messageAddress({ team, channel, ts }: Posted): MessageAddress {
  return `${team}/${channel}/${ts}` as MessageAddress;
}

/** Null for text that {@link messageAddress} never makes. */
export function postedAt(address: string): Posted | null {
  const [, team, channel, ts] =
    /^([TE][A-Z0-9]+)\/([CDG][A-Z0-9]+)\/(\d+\.\d+)$/.exec(address) ?? [];
  return team && channel && ts ? { team, channel, ts } : null;
}

/** Where something was done, by whom, and how to answer there. Goes into reply addresses and forms, sealed. */
export interface Scene {
  /** The workspace whose community it is. */
  readonly team: string;
  readonly user: string;
  /** The member's own workspace. */
  readonly userTeam: string;
  /** The member's own id where nothing has a channel, as in the App Home: a message there reaches them alone. */
  readonly channel: string;
  readonly thread: string | null;
  /** In the App Home, which is drawn anew after what was done there. */
  readonly isHome?: true;
  /** The message of ours that it was done on. */
  readonly message: string | null;
  /** Where Slack takes answers for half an hour. */
  readonly responseUrl: string | null;
  readonly since: Instant;
  /** The member's language; absent where nobody has asked for it yet. */
  readonly locale?: Locale;
}

const PURPOSE = 'slack scene';

export function replyAddress(scene: Scene, seal: Seal): ReplyAddress {
  return seal.close(JSON.stringify(scene), PURPOSE) as ReplyAddress;
}

/** Null for an address that was not made with this key. */
export function sceneAt(address: string, seal: Seal): Scene | null {
  const text = seal.open(address, PURPOSE);
  return text === null ? null : (JSON.parse(text) as Scene);
}
