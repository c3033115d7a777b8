import type { Deed, Intent, Origin } from '../../chat/intent.ts';
import type { Reply } from '../../chat/view.ts';
import type { Instant } from '../../core/day.ts';
import type { CommunityId, MemberId } from '../../core/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import {
  type MessageAddress,
  type Place,
  type Platform,
  PlatformFault,
  type Whereabouts,
} from '../../ports/platform.ts';
import { type Channel, channelOf, postsIn } from './channel.ts';
import { emptyLog, type Log, type Sent } from './log.ts';
import { type Member, memberOf, type Network, placeOf, replyAddress, type Seat } from './member.ts';

type Call = 'post' | 'edit' | 'discuss' | 'reply' | 'find' | 'tell';

/**
 * A chat network in memory that writes down everything; members speak through it in tests. It outlives
 * the program under test: keep it over a stop and a start, as Discord would still be there.
 */
export interface Recorder extends Platform {
  /** As the port says, by the clock; set it to 0 for a network that knows no keys. */
  remembersKeysFor: number;
  /** Whether posts can be looked up; as long as keys are remembered and beyond. */
  canBeSearched: boolean;
  /** What {@link Platform.isReachable} says. */
  reachable: boolean;
  /** Members who left, and communities without the bot. */
  readonly absent: Set<MemberId | CommunityId>;
  /** Everything that went out, in order. */
  readonly log: readonly Sent[];
  /** @throws {BadId} for a name that is no member id */
  member(name: string, seat: Seat): Member;
  channel(place: Place): Channel;
  /** Delivers what a member did last once more, as networks do when an acknowledgement was lost. */
  redeliver(): Promise<Reply>;
  /** Tells that the bot was removed from a community, or is there again; absent: now. */
  moves(community: CommunityId, isThere: boolean, at?: Instant): Promise<void>;
  /** The first thing in the log that passes, now or later. @throws {Error} that names `what`, after 10 s */
  until(what: string, passes: (sent: Sent) => boolean): Promise<Sent>;
  /** The next call throws `fault`: before anything goes out or, where it `accepts`, after. */
  failNext(call: Call, fault: Error, accepts?: boolean): void;
}

export function recorderPlatform(options: { name?: string; clock: Clock }): Recorder {
  const { name = 'recorder', clock } = options;
  const log = emptyLog();
  const { failNext, attempt } = failures();
  const line = lineIn(name, log, clock);
  const recorder: Recorder = {
    name,
    remembersKeysFor: Number.POSITIVE_INFINITY,
    isService: true,
    editsQuietly: true,
    canBeSearched: false,
    reachable: true,
    absent: new Set(),
    isReachable: () => recorder.reachable,
    log: log.sent,
    member: (id, seat) => memberOf(line.network, id, seat),
    channel: (place) => channelOf(log, place),
    until: async (what, passes) => log.sent[await log.first(what, 0, passes)] as Sent,
    failNext,
    redeliver: line.redeliver,
    async moves(community, isThere, at = clock.now()) {
      if (isThere) recorder.absent.delete(community);
      else recorder.absent.add(community);
      await line.tell({ community, isThere, at });
    },
    start: line.open,
    stop: line.close,
    async post(place, view, key, signal) {
      if (signal.aborted)
        throw new PlatformFault('The post was called off', 'later', signal.reason);
      return attempt('post', () => {
        const at = clock.now();
        const known = postsIn(log, place).findLast((post) => post.key === key);
        if (known && at - known.at < recorder.remembersKeysFor) return known.message;
        const message = `${place.channel}-${log.sent.length + 1}` as MessageAddress;
        const sent = { place: placeIn(place), message, key, view, seenBy: 'channel', at } as const;
        log.add({ kind: 'post', ...sent });
        return message;
      });
    },
    async find(place, key, signal) {
      if (signal.aborted)
        throw new PlatformFault('The search was called off', 'later', signal.reason);
      return attempt('find', () => {
        if (!recorder.canBeSearched) return { kind: 'cannot tell' };
        const known = postsIn(log, place).findLast((post) => post.key === key);
        return known ? { kind: 'found', message: known.message } : { kind: 'none' };
      });
    },
    async edit(message, view) {
      const post = log.sent.find((sent) => sent.kind === 'post' && sent.message === message);
      if (post?.kind !== 'post') throw new PlatformFault(`There is no message ${message}`, 'never');
      const sent = {
        place: post.place,
        message,
        view,
        seenBy: 'channel',
        at: clock.now(),
      } as const;
      attempt('edit', () => log.add({ kind: 'edit', ...sent }));
    },
    async discuss(message, view) {
      const sent = { message, view, seenBy: 'channel', at: clock.now() } as const;
      attempt('discuss', () => log.add({ kind: 'discuss', ...sent }));
    },
    async reply(to, view, seenBy) {
      const place = placeOf(to);
      if (!place) throw new PlatformFault(`${to} is no reply address`, 'never');
      const sent = { place, to, view, seenBy, later: true, at: clock.now() };
      attempt('reply', () => log.add({ kind: 'reply', ...sent }));
    },
    async knows(community, member) {
      if (recorder.absent.has(member ?? community)) return 'gone';
      return recorder.reachable ? 'here' : 'cannot tell';
    },
    async tell(community, member, view) {
      const told = { kind: 'tell', community, member, view, seenBy: 'only me', at: clock.now() };
      attempt('tell', () => log.add(told as Sent));
    },
  };
  return recorder;
}

/** The way in: from members to the program, while it listens. */
function lineIn(name: string, log: Log, clock: Clock) {
  let receive: ((intent: Intent) => Promise<Reply>) | null = null;
  let heed: Parameters<Platform['start']>[1];
  let events = 0;
  const underWay = new Set<Promise<Reply>>();
  let latest: Intent | null = null;

  function originOf(member: MemberId, seat: Seat, deed: Deed | null): Origin {
    const event = `${name}-${++events}`;
    const { organiser = false, stranger, locale = 'en' } = seat;
    const replyTo = replyAddress(seat, member, event);
    const message = deed && messageOf(log, deed);
    const receivedAt = clock.now();
    const who = { member, organiser, ...(stranger ? { stranger } : {}) };
    return { event, ...placeIn(seat), ...who, locale, receivedAt, replyTo, message };
  }

  function respond({ replyTo: to, ...origin }: Origin, reply: Reply): Reply {
    if (reply.kind !== 'view') return reply;
    const { view, seenBy } = reply;
    const place = placeIn(origin);
    log.add({ kind: 'reply', place, to, view, seenBy, later: false, at: clock.now() });
    return reply;
  }

  function deliver(intent: Intent): Promise<Reply> {
    if (!receive) throw new Error(`${name} is not started, so ${intent.member} cannot speak`);
    latest = intent;
    const delivery = receive(intent).then((reply) => respond(intent, reply));
    underWay.add(delivery);
    return delivery.finally(() => underWay.delete(delivery));
  }

  const network: Network = {
    name,
    log,
    deliver: async (member, seat, deed) => deliver({ ...originOf(member, seat, deed), ...deed }),
    respond: (member, seat, reply) => respond(originOf(member, seat, null), reply),
  };

  return {
    network,
    async redeliver(): Promise<Reply> {
      if (!latest) throw new Error('Nobody has done anything yet');
      return deliver(latest);
    },
    async open(...[handler, heeding]: Parameters<Platform['start']>) {
      receive = handler;
      heed = heeding;
    },
    async tell(word: Whereabouts) {
      await heed?.(word);
    },
    async close() {
      receive = null;
      heed = undefined;
      await Promise.allSettled(underWay);
    },
  };
}

/** The message whose question an answer belongs to. */
function messageOf({ sent }: Log, deed: Deed): MessageAddress | null {
  const about = deed.kind === 'press' ? deed.press : deed;
  const round = 'round' in about ? about.round : null;
  const post = sent.find((one) => one.kind === 'post' && one.view.ask?.round === round);
  return round !== null && post?.kind === 'post' ? post.message : null;
}

/** Faults ordered ahead, each for one call. */
function failures() {
  const ordered: { readonly call: Call; readonly fault: Error; readonly accepts: boolean }[] = [];
  return {
    failNext(call: Call, fault: Error, accepts = false): void {
      ordered.push({ call, fault, accepts });
    },
    attempt<Result>(call: Call, send: () => Result): Result {
      const at = ordered.findIndex((failure) => failure.call === call);
      const failure = at < 0 ? undefined : ordered.splice(at, 1)[0];
      if (!failure) return send();
      if (failure.accepts) send();
      throw failure.fault;
    },
  };
}

function placeIn({ community, channel }: Place): Place {
  return { community, channel };
}
