import { HOUR } from '../../core/day.ts';
import type { Clock } from '../../ports/clock.ts';
import {
  type Found,
  type MessageAddress,
  type Place,
  type Platform,
  PlatformFault,
} from '../../ports/platform.ts';
import { messageAddress, postedAt } from './addresses.ts';
import type { Budget } from './budget.ts';
import type { Clients } from './clients.ts';
import { type Draw, type Drawn, sent } from './draw.ts';
import { teamOf } from './members.ts';
import { QUIET } from './replies.ts';

/** Marks our posts, so that one whose answer was lost can be found again where the app may read the channel. */
const POST = 'hypercall_post';
/** How far back a lost post is looked for. */
const LOOK_BACK = 24 * HOUR;
const PAGE = 200;

export interface PostsOptions {
  readonly clients: Clients;
  readonly budget: Budget;
  readonly draw: Draw;
  readonly clock: Clock;
}

/** The questions in the channels: posting, finding and changing them. */
export function createPosts({
  clients,
  budget,
  draw,
  clock,
}: PostsOptions): Pick<Platform, 'post' | 'find' | 'edit' | 'discuss'> {
  async function post(
    { community, channel }: Place,
    drawn: Drawn,
    key: string,
  ): Promise<MessageAddress> {
    const team = teamOf(community);
    const metadata = { event_type: POST, event_payload: { key } };
    const { ts, channel: into } = await budget.spend(team, 'chat.postMessage', () =>
      sent(drawn, (message) =>
        clients.call(team, 'chat.postMessage', (client) =>
          client.chat.postMessage({ channel, ...message, metadata, ...QUIET }),
        ),
      ),
    );
    if (ts === undefined)
      throw new PlatformFault('Slack named no message that it posted', 'unknown');
    // A message to a member's own id goes to a channel that only the answer names.
    return messageAddress({ team, channel: into ?? channel, ts });
  }

  async function find({ community, channel }: Place, key: string): Promise<Found> {
    const team = teamOf(community);
    const oldest = String(Math.floor((clock.now() - LOOK_BACK) / 1_000));
    const { messages = [], has_more } = await clients.call(
      team,
      'conversations.history',
      (client) =>
        client.conversations.history({ channel, oldest, limit: PAGE, include_all_metadata: true }),
    );
    const found = messages.find((message) => keyOf(message) === key);
    if (found?.ts)
      return { kind: 'found', message: messageAddress({ team, channel, ts: found.ts }) };
    return has_more ? { kind: 'cannot tell' } : { kind: 'none' };
  }

  return {
    async post(place, view, key, signal) {
      // What is drawn and uploaded first is certainly no post.
      const drawn = await draw(teamOf(place.community), view, 'channel');
      return until(signal, 'post', () => post(place, drawn, key));
    },
    async find(place, key, signal) {
      try {
        return await until(signal, 'search', () => find(place, key));
      } catch (cause) {
        // Most installations may not read channels, and that is as it should be.
        if (cause instanceof PlatformFault && cause.repeat === 'gone')
          return { kind: 'cannot tell' };
        throw cause;
      }
    },
    async discuss(address, view) {
      const posted = postedAt(address);
      if (!posted) throw new PlatformFault(`${address} is no message of Slack`, 'never');
      const { team, channel, ts } = posted;
      const drawn = await draw(team, view, 'channel');
      await budget.spend(team, 'chat.postMessage', () =>
        sent(drawn, (message) =>
          clients.call(team, 'chat.postMessage', (client) =>
            client.chat.postMessage({ channel, thread_ts: ts, ...message, ...QUIET }),
          ),
        ),
      );
    },
    async edit(address, view) {
      const posted = postedAt(address);
      if (!posted) throw new PlatformFault(`${address} is no message of Slack`, 'never');
      const { team, channel, ts } = posted;
      const drawn = await draw(team, view, 'channel');
      await budget.spend(team, 'chat.update', () =>
        sent(drawn, (message) =>
          clients.call(team, 'chat.update', (client) =>
            client.chat.update({ channel, ts, ...message }),
          ),
        ),
      );
    },
  };
}

function keyOf(message: object): unknown {
  const { metadata } = message as {
    metadata?: { event_type?: string; event_payload?: { key?: unknown } };
  };
  return metadata?.event_type === POST ? metadata.event_payload?.key : undefined;
}

/** Called off before it began: certainly not sent. Later nobody can tell. */
async function until<Result>(
  signal: AbortSignal,
  what: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (signal.aborted) throw new PlatformFault(`The ${what} was called off`, 'later', signal.reason);
  let stop = (): void => {};
  const calledOff = new Promise<never>((_, reject) => {
    stop = () =>
      reject(
        new PlatformFault(`The ${what} was called off while under way`, 'unknown', signal.reason),
      );
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work(), calledOff]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
