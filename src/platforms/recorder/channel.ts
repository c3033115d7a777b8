import type { View } from '../../chat/view.ts';
import type { MessageAddress, Place } from '../../ports/platform.ts';
import type { Log, Sent } from './log.ts';

/** A posted message as it stands now. */
interface Message {
  readonly address: MessageAddress;
  readonly key: string;
  readonly view: View;
}

/** What a channel shows, read from the log each time. */
export interface Channel {
  /** Posted messages, oldest first, each with its latest view. */
  readonly messages: readonly Message[];
  /** Replies that the whole channel saw. */
  readonly replies: readonly View[];
}

export function channelOf(log: Log, place: Place): Channel {
  return {
    get messages() {
      return postsIn(log, place).map((post) => messageOf(log, post));
    },
    get replies() {
      return log.sent
        .filter((sent) => sent.kind === 'reply')
        .filter((sent) => sent.seenBy === 'channel' && isSame(sent.place, place))
        .map((sent) => sent.view);
    },
  };
}

/** What was posted to a channel, as it was then. */
export function postsIn(log: Log, place: Place): readonly Extract<Sent, { kind: 'post' }>[] {
  return log.sent
    .filter((sent) => sent.kind === 'post')
    .filter((sent) => isSame(sent.place, place));
}

function messageOf(log: Log, post: Extract<Sent, { kind: 'post' }>): Message {
  const edit = log.sent.findLast((sent) => sent.kind === 'edit' && sent.message === post.message);
  return { address: post.message, key: post.key, view: edit?.view ?? post.view };
}

function isSame(one: Place, other: Place): boolean {
  return one.community === other.community && one.channel === other.channel;
}
