import type { Readable, Writable } from 'node:stream';
import type { Locale } from '../../chat/intent.ts';
import { channelId, communityId, type MemberId } from '../../core/ids.ts';
import type { Zone } from '../../core/schedule.ts';
import type { Clock } from '../../ports/clock.ts';
import { type MessageAddress, type Platform, PlatformFault } from '../../ports/platform.ts';
import { type Conversation, conversation } from './conversation.ts';
import { withFilesKept } from './exports.ts';
import { openHistory } from './history.ts';
import type { Look } from './inline.ts';
import { span } from './layout.ts';
import { painted } from './paint.ts';
import { completions, ONLY_CHANNEL } from './receive.ts';
import { heardAt } from './reply-to.ts';
import { keyboardScreen, pipedScreen, type Screen } from './screen.ts';
import { type Stage, stageOn } from './stage.ts';
import { openTranscript, type Transcript } from './transcript.ts';
import { welcome } from './welcome.ts';

export interface TerminalOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Whether somebody sits there: line editing, history, completion. */
  readonly isTty: boolean;
  readonly color: boolean;
  /** Width of the window, now. */
  columns(): number;
  /** Holds the channel's messages and the typed lines; made where it is missing. */
  readonly folder: string;
  readonly clock: Clock;
  /** Of the machine; moments are shown in it. */
  readonly zone: Zone;
  readonly locale: Locale;
  /** The person at the keyboard, the only organiser. */
  readonly self: MemberId;
  /** Moves the clock to the next due time and says so; null where others share the clock. */
  readonly advance: (() => Promise<string>) | null;
  /** Typed lines wait for it, so that the first one meets the question of the day; must resolve in the end. */
  readonly ready: Promise<void>;
  /** Resolves when all that was begun is done. Lines from a pipe wait for it: nobody there sees a question come. */
  settled(): Promise<void>;
  /** Called once: at /quit, Ctrl-C, Ctrl-D, or when the input has ended and is dealt with. */
  onLeave(): void;
  /** How long a later reply may take, in milliseconds of real time; absent: 10 s. */
  readonly confirmWithin?: number;
}

/** The terminal's one channel. */
export const STUDY = {
  community: communityId.of('terminal:local'),
  channel: channelId.of(ONLY_CHANNEL),
};

const PATIENCE = 10_000;

/** Everything that is there between start and stop. */
interface Desk {
  readonly screen: Screen;
  readonly stage: Stage;
  readonly talk: Conversation;
  readonly done: Promise<void>;
}

/** A study channel in the terminal: its messages are kept in a folder, its members are first names. */
export function terminalPlatform(options: TerminalOptions): Platform {
  const run = options.clock.now().toString(36);
  let opened: Promise<Transcript> | null = null;
  let desk: Desk | null = null;
  let hasLeft = false;

  function transcript(): Promise<Transcript> {
    opened ??= openTranscript(options.folder);
    return opened;
  }
  function leave(): void {
    if (hasLeft) return;
    hasLeft = true;
    options.onLeave();
  }

  return {
    name: 'terminal',
    remembersKeysFor: Number.POSITIVE_INFINITY,
    isService: false,
    editsQuietly: false,
    isReachable: () => desk !== null,
    async start(receive) {
      const messages = await transcript();
      const screen = await screenFor(options, leave);
      const stage = stageOn(screen, () => lookOf(options), options.self);
      stage.notice(welcome(options.advance !== null, messages.unreadable));
      const latest = messages.asking() ?? messages.revealed();
      if (latest) stage.message(latest);
      const talk = conversation({
        ...options,
        screen,
        stage,
        receive,
        run,
        place: STUDY,
        confirmWithin: options.confirmWithin ?? PATIENCE,
        settled: options.isTty ? async () => {} : options.settled,
        openAsk: () => messages.asking()?.ask ?? null,
        prompt: (label) => promptFor(label, options.color),
        kept: (view) => withFilesKept(options.folder, view),
      });
      desk = { screen, stage, talk, done: options.ready.then(talk.hold).then(leave) };
    },
    async stop() {
      hasLeft = true;
      desk?.screen.close();
      await desk?.done;
      desk = null;
      await (await opened)?.close();
    },
    async post(place, view, key, signal) {
      if (place.community !== STUDY.community || place.channel !== STUDY.channel) {
        throw new PlatformFault(`The terminal has no channel but ${STUDY.channel}`, 'never');
      }
      const messages = await transcript();
      if (signal.aborted)
        throw new PlatformFault('The post was called off', 'later', signal.reason);
      const { number, isNew } = await messages.post(key, view);
      if (isNew) desk?.stage.message(view);
      return String(number) as MessageAddress;
    },
    async find(_place, key) {
      const number = (await transcript()).numberOf(key);
      if (number === null) return { kind: 'none' };
      return { kind: 'found', message: String(number) as MessageAddress };
    },
    async edit(message, view) {
      const isChanged = await (await transcript()).edit(Number(message), view);
      if (isChanged) desk?.stage.message(view);
    },
    async reply(to, view, seenBy) {
      const heard = heardAt(to);
      if (!heard) throw new PlatformFault(`${to} is no reply address`, 'never');
      if (!desk) throw new PlatformFault('The terminal is not open', 'later');
      const { stage, talk } = desk;
      const isOld = !heard.event.startsWith(`t-${run}-`);
      const shown = await withFilesKept(options.folder, view);
      stage.reply(heard.member, shown, seenBy, isOld ? 'from before the restart' : undefined);
      talk.replied(heard.event);
    },
    // One talks in a terminal as it is.
    discuss: async () => {},
    knows: async () => 'cannot tell',
    async tell(_community, member, view) {
      if (!desk) throw new PlatformFault('The terminal is not open', 'later');
      const { stage } = desk;
      stage.reply(member, await withFilesKept(options.folder, view), 'only me');
    },
  };
}

async function screenFor(options: TerminalOptions, leave: () => void): Promise<Screen> {
  const { input, output, folder } = options;
  // A reader that went away, as in `| head`, ends the conversation.
  output.on('error', leave);
  if (!options.isTty) return pipedScreen(input, output);
  const screen: Screen = keyboardScreen(input, output, {
    history: await openHistory(folder),
    complete: completions,
    onInterrupt() {
      // Closed first: a second Ctrl-C must reach the process.
      screen.close();
      leave();
    },
  });
  return screen;
}

function lookOf({ columns, color, zone }: TerminalOptions): Look {
  return { columns: columns(), color, zone };
}

function promptFor(label: string, color: boolean): string {
  return `${painted([span(label.replaceAll('\n', ' '), 'accent'), span(' ›', 'dim')], color)} `;
}
