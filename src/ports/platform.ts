import type { Intent, ReplyAddress } from '../chat/intent.ts';
import type { Reply, SeenBy, View } from '../chat/view.ts';
import type { Branded, ChannelId, CommunityId } from '../core/ids.ts';

/** A posted message, to edit later. Made and read by its platform only. */
export type MessageAddress = Branded<string, 'MessageAddress'>;

export interface Place {
  readonly community: CommunityId;
  readonly channel: ChannelId;
}

/** A platform's refusal or failure, with what it means for a repeat. */
export class PlatformFault extends Error {
  /**
   * `never`: it will fail again, tell an organiser. `later`: certainly nothing was sent, try again.
   * `unknown`: it may have been sent, so a blind repeat could double it.
   */
  readonly repeat: 'never' | 'later' | 'unknown';

  constructor(message: string, repeat: 'never' | 'later' | 'unknown', cause?: unknown) {
    super(message, { cause });
    this.name = 'PlatformFault';
    this.repeat = repeat;
  }
}

/** A chat network. An adapter is one folder that exports one factory of this. */
export interface Platform {
  /** The first part of the ids of its communities. */
  readonly name: string;
  /** For how long a post with a known key returns the first message instead of making another (ms); 0: never. */
  readonly remembersKeysFor: number;
  /** Connects and hands every intent to `receive`, which always resolves. */
  start(receive: (intent: Intent) => Promise<Reply>): Promise<void>;
  /** Takes no more intents, lets replies under way finish, disconnects. */
  stop(): Promise<void>;
  /** @param key names the post: at most 25 characters. @throws {PlatformFault} */
  post(place: Place, view: View, key: string, signal: AbortSignal): Promise<MessageAddress>;
  /** @throws {PlatformFault} */
  edit(message: MessageAddress, view: View): Promise<void>;
  /** @throws {PlatformFault} for an address that is used up or too old */
  reply(to: ReplyAddress, view: View, seenBy: SeenBy): Promise<void>;
}

/** All platforms that run, by name. */
export type Platforms = ReadonlyMap<string, Platform>;

/** @throws {PlatformFault} where the community's platform does not run here */
export function platformOf(platforms: Platforms, community: CommunityId): Platform {
  const name = community.slice(0, community.indexOf(':'));
  const platform = platforms.get(name);
  if (!platform) throw new PlatformFault(`${name} is not running in this process`, 'later');
  return platform;
}
