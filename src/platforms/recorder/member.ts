import { readCommandLine } from '../../chat/command-line.ts';
import type { CommandPath } from '../../chat/commands/index.ts';
import type { Deed, Locale, MessageAddress, ReplyAddress } from '../../chat/intent.ts';
import type { Press } from '../../chat/press.ts';
import { textsFor } from '../../chat/texts/index.ts';
import { readResponse } from '../../chat/typed-response.ts';
import { type Ask, type Form, type Reply, textView, type View } from '../../chat/view.ts';
import { type MemberId, memberId } from '../../core/ids.ts';
import type { Place } from '../../ports/platform.ts';
import { channelOf } from './channel.ts';
import type { Log, Sent } from './log.ts';

/** Where a member sits and who they are there. */
export interface Seat extends Place {
  /** Absent: false. */
  readonly organiser?: boolean;
  /** Absent: nobody strange. */
  readonly stranger?: true;
  /** Absent: `en`. */
  readonly locale?: Locale;
}

/** Somebody who speaks and listens in a test. Every deed resolves with what follows at once. */
export interface Member {
  readonly id: MemberId;
  /** A command. One that cannot be read is refused here, as every platform does, and reaches nobody. */
  types(line: string): Promise<Reply>;
  /** Chooses a command in the menu of a message. */
  choosesOn(message: MessageAddress, command: CommandPath): Promise<Reply>;
  presses(press: Press): Promise<Reply>;
  /** Answers the latest question of the channel. @throws {Error} where none is open */
  picks(typed: string): Promise<Reply>;
  /** Answers a question that reached the member alone. */
  answers(view: View, typed: string): Promise<Reply>;
  /** Submits a form; fields not named keep what stands in them. */
  fills(form: Form, values: Readonly<Record<string, string>>): Promise<Reply>;
  /** Every private view that reached the member here, in order. */
  hears(): readonly View[];
  /** The next view sent after the first response that `next` has not given yet. @throws {Error} after 10 s */
  next(): Promise<View>;
}

/** What a member needs of the network. */
export interface Network {
  readonly name: string;
  readonly log: Log;
  /** Hands a deed to the program, and what follows to the member. */
  deliver(member: MemberId, seat: Seat, deed: Deed, on?: MessageAddress): Promise<Reply>;
  /** What follows where nothing is handed over. */
  respond(member: MemberId, seat: Seat, reply: Reply): Reply;
}

/** @throws {BadId} for a name that is no member id */
export function memberOf(network: Network, name: string, seat: Seat): Member {
  const id = memberId.of(name);
  const { log } = network;
  const does = (deed: Deed) => network.deliver(id, seat, deed);
  const refused = (why: string) =>
    network.respond(id, seat, {
      kind: 'view',
      view: textView('refusal', why),
      seenBy: 'only me',
    });
  async function answer(ask: Ask, typed: string): Promise<Reply> {
    const read = readResponse(ask, typed);
    const { round } = ask;
    if (read.kind === 'misread') return refused(read.why);
    if (read.kind === 'look') return does({ kind: 'press', press: { kind: 'look', round } });
    return does({ kind: 'answer', round, response: read.response });
  }
  let listenedTo = 0;
  return {
    id,
    async types(line) {
      const read = readCommandLine(line, network.name);
      return read.kind === 'misread'
        ? refused(read.why(textsFor(seat.locale ?? 'en')))
        : does(read);
    },
    choosesOn: (message, command) =>
      network.deliver(id, seat, { kind: 'command', command, options: {} }, message),
    presses: (press) => does({ kind: 'press', press }),
    async picks(typed) {
      const ask = channelOf(log, seat).messages.findLast(({ view }) => view.ask)?.view.ask;
      if (!ask) throw new Error(`No question is open in ${seat.community} ${seat.channel}`);
      return answer(ask, typed);
    },
    async answers({ ask, title }, typed) {
      if (!ask) throw new Error(`${title} asks nothing`);
      return answer(ask, typed);
    },
    fills: (form, values) =>
      does({ kind: 'form', form: form.name, subject: form.subject, values: filled(form, values) }),
    hears: () =>
      log.sent
        .filter((sent) => reached(sent, seat, id) && sent.seenBy === 'only me')
        .map((sent) => sent.view),
    async next() {
      const at = await log.first(
        `a later reply to ${id}`,
        listenedTo,
        (sent) => reached(sent, seat, id) && sent.kind === 'reply' && sent.later,
      );
      listenedTo = at + 1;
      return (log.sent[at] as Sent).view;
    },
  };
}

function filled(
  form: Form,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    form.fields.map((field) => [field.name, values[field.name] ?? field.value]),
  );
}

/** Reply addresses name who spoke and where. */
export function replyAddress(place: Place, member: MemberId, event: string): ReplyAddress {
  return [place.community, place.channel, member, event].join(' ') as ReplyAddress;
}

/** The place in an address, or null for text that {@link replyAddress} never makes. */
export function placeOf(address: ReplyAddress): Place | null {
  const [community, channel, ...rest] = address.split(' ');
  return rest.length === 2 ? ({ community, channel } as Place) : null;
}

function reached(sent: Sent, place: Place, member: MemberId): boolean {
  if (sent.kind === 'tell') return sent.community === place.community && sent.member === member;
  return sent.kind === 'reply' && sent.to.startsWith(replyAddress(place, member, ''));
}
