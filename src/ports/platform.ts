import type { Intent, MessageAddress, ReplyAddress } from '../chat/intent.ts';
import type { Reply, SeenBy, View } from '../chat/view.ts';
import type { Instant } from '../core/day.ts';
import type { ChannelId, CommunityId, MemberId } from '../core/ids.ts';

export type { MessageAddress } from '../chat/intent.ts';

export interface Place {
  readonly community: CommunityId;
  readonly channel: ChannelId;
}

/** A platform's refusal or failure, with what it means for a repeat. */
export class PlatformFault extends Error {
  /**
   * `never`: this message will fail again. `gone`: so will every message there, until an organiser mends it.
   * `later`: certainly nothing was sent, try again. `unknown`: it may have been sent, so a blind repeat could
   * double it.
   */
  readonly repeat: Repeat;
  /** The wait that the platform asks for before it is tried again (ms); null where it names none. */
  readonly afterMs: number | null;

  constructor(message: string, repeat: Repeat, cause?: unknown, afterMs: number | null = null) {
    super(message, { cause });
    this.name = 'PlatformFault';
    this.repeat = repeat;
    this.afterMs = afterMs;
  }
}

type Repeat = 'never' | 'gone' | 'later' | 'unknown';

/** A chat network. An adapter is one folder that exports one factory of this. */
export interface Platform {
  /** The first part of the ids of its communities. */
  readonly name: string;
  /** For how long a post with a known key returns the first message instead of making another (ms); 0: never. */
  readonly remembersKeysFor: number;
  /** False where members are there only while this program runs, so that its absence is no outage. */
  readonly isService: boolean;
  /** True where an edit changes a message in its place and tells nobody, so that an open question can keep a count. */
  readonly editsQuietly: boolean;
  /**
   * Connects and hands every intent to `receive`, which always resolves. Only a gateway does so: what goes out (`post`,
   * `find`, `edit`, `reply`, `tell`) goes out without.
   *
   * @param heed hears that the bot was removed from a community or is there again, and always resolves. An outage is
   * no removal. Absent: nobody wants to know
   */
  start(
    receive: (intent: Intent) => Promise<Reply>,
    heed?: (word: Whereabouts) => Promise<void>,
  ): Promise<void>;
  /** Takes no more intents, lets replies under way finish, disconnects; does no harm where it never started. */
  stop(): Promise<void>;
  /** @param key names the post: at most 25 characters. @throws {PlatformFault} */
  post(place: Place, view: View, key: string, signal: AbortSignal): Promise<MessageAddress>;
  /**
   * The message of an earlier post, by its key. `none`: it does not stand. `cannot tell`: this platform, or this
   * channel, cannot be searched. @throws {PlatformFault}
   */
  find(place: Place, key: string, signal: AbortSignal): Promise<Found>;
  /** @throws {PlatformFault} */
  edit(message: MessageAddress, view: View): Promise<void>;
  /**
   * Opens a place to talk about a message, such as a thread named by the view's title; nothing where there is none.
   * Called again for the same message it may open another. @throws {PlatformFault}
   */
  discuss(message: MessageAddress, view: View): Promise<void>;
  /** @throws {PlatformFault} for an address that is used up or too old */
  reply(to: ReplyAddress, view: View, seenBy: SeenBy): Promise<void>;
  /** Writes to one member alone, outside any conversation. @throws {PlatformFault} `never`: they take no messages */
  tell(community: CommunityId, member: MemberId, view: View): Promise<void>;
  /**
   * Whether a member, or the bot itself for `null`, is in the community. It never throws: whatever keeps the platform
   * from saying so is `cannot tell`. Like what goes out, it needs no start.
   */
  knows(community: CommunityId, member: MemberId | null): Promise<Presence>;
  /** Whether members can reach us now, as far as we know. */
  isReachable(): boolean;
}

/** What a platform tells of the bot itself; more than once, in any order. */
export interface Whereabouts {
  readonly community: CommunityId;
  readonly isThere: boolean;
  readonly at: Instant;
}

export type Presence = 'here' | 'gone' | 'cannot tell';

export type Found =
  | { readonly kind: 'found'; readonly message: MessageAddress }
  | { readonly kind: 'none' }
  | { readonly kind: 'cannot tell' };

/** All platforms that run, by name. */
export type Platforms = ReadonlyMap<string, Platform>;

/** The community's platform; null where it does not run in this process. */
export function runningPlatform(platforms: Platforms, community: CommunityId): Platform | null {
  return platforms.get(community.slice(0, community.indexOf(':'))) ?? null;
}

/** @throws {PlatformFault} where the community's platform does not run here */
export function platformOf(platforms: Platforms, community: CommunityId): Platform {
  const platform = runningPlatform(platforms, community);
  if (platform) return platform;
  throw new PlatformFault(`The platform of ${community} is not running in this process`, 'later');
}
