import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { PlatformFault } from '../../ports/platform.ts';

type Repeat = PlatformFault['repeat'];

interface Reaction {
  readonly repeat: Repeat;
  /** What it means for those who run the bot, and what to do. */
  readonly means: string;
  /** The wait before another try (milliseconds). */
  readonly afterMs?: number;
}

const MINUTE = 60_000;

/** What each code of Discord means for a repeat. */
const REACTIONS: Readonly<Record<number, Reaction>> = {
  10003: { repeat: 'gone', means: 'the channel is no longer there' },
  10004: { repeat: 'gone', means: 'the server is no longer there' },
  10008: { repeat: 'never', means: 'the message is no longer there' },
  10015: { repeat: 'never', means: 'the reply came before the acknowledgement, or far too late' },
  10062: { repeat: 'never', means: 'the interaction was answered too late' },
  20016: { repeat: 'later', means: 'slow mode holds the channel', afterMs: MINUTE },
  20028: { repeat: 'later', means: 'the channel takes no more for now', afterMs: MINUTE },
  20029: { repeat: 'later', means: 'the server takes no more for now', afterMs: MINUTE },
  30046: {
    repeat: 'later',
    means: 'the message was edited too often for its age',
    afterMs: 10 * MINUTE,
  },
  40060: { repeat: 'never', means: 'the interaction was acknowledged already' },
  40062: { repeat: 'later', means: 'the service takes no more for now', afterMs: MINUTE },
  50001: { repeat: 'gone', means: 'give the bot View Channel there' },
  50007: { repeat: 'never', means: 'the member takes no messages from the bot' },
  50013: { repeat: 'gone', means: 'give the bot Send Messages and Attach Files there' },
  50027: { repeat: 'never', means: 'the time to reply is over' },
  50035: { repeat: 'never', means: 'the message has a form that Discord refuses: a fault of ours' },
  50083: { repeat: 'gone', means: 'the thread is archived: open it again' },
  50278: { repeat: 'never', means: 'the member shares no server with the bot' },
  130000: { repeat: 'later', means: 'Discord is overloaded', afterMs: MINUTE },
  200000: { repeat: 'never', means: 'AutoMod of the server blocks this message' },
  240000: { repeat: 'never', means: 'Discord blocks a link in this message' },
};

/** Raised by us before anything is sent: the bot must be silent for now. */
export class Silenced extends Error {
  readonly afterMs: number | null;

  constructor(message: string, afterMs: number | null) {
    super(message);
    this.name = 'Silenced';
    this.afterMs = afterMs;
  }
}

/** What is known of a call that failed. */
export interface Call {
  /** `posting to 123`, for the sentence. */
  readonly doing: string;
  /** Whether the request left us before it failed. */
  readonly isSent: boolean;
  /** True where doing it twice is doing it once, so that a lost response may be tried again. */
  readonly isRepeatable: boolean;
}

/**
 * A failed call as a fault. Errors of the library hold addresses with tokens in them, so nothing of them but code and
 * message goes on.
 */
export function faultOf(error: unknown, call: Call): PlatformFault {
  if (error instanceof PlatformFault) return error;
  if (error instanceof RateLimitError) {
    return fault(call, 'Discord asks to wait', 'later', Math.ceil(error.retryAfter));
  }
  if (error instanceof Silenced) return fault(call, error.message, 'later', error.afterMs);
  if (error instanceof DiscordAPIError) return refused(error, call);
  if (error instanceof HTTPError) {
    return fault(call, `HTTP ${error.status}`, call.isRepeatable ? 'later' : 'unknown');
  }
  const isLost = call.isSent && !call.isRepeatable && !neverConnected(error);
  return fault(call, briefly(error), isLost ? 'unknown' : 'later');
}

/** Discord's code of a fault, or null. */
export function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError ? Number(error.code) : null;
}

function refused(error: DiscordAPIError, call: Call): PlatformFault {
  const reaction = REACTIONS[Number(error.code)] ?? byStatus(error.status);
  const why = `${error.code} ${firstLine(error.message)}: ${reaction.means}`;
  return fault(call, why, reaction.repeat, reaction.afterMs ?? null);
}

function byStatus(status: number): Reaction {
  if (status === 401) return { repeat: 'later', means: 'Discord no longer knows the bot token' };
  if (status === 403) return { repeat: 'gone', means: 'the bot lacks a permission there' };
  if (status === 429) return { repeat: 'later', means: 'Discord asks to wait', afterMs: MINUTE };
  return { repeat: 'never', means: 'Discord refused it' };
}

function fault(call: Call, why: string, repeat: Repeat, afterMs: number | null = null) {
  const message = `Discord: ${call.doing} failed (${why})`;
  return new PlatformFault(message, repeat, undefined, afterMs);
}

/** The path of a body that was refused stands in the later lines, values never do. */
const firstLine = (message: string): string =>
  message.split('\n').slice(0, 3).join(' ').slice(0, 300);

const NO_CONNECTION: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function neverConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && NO_CONNECTION.has(error.code)) || neverConnected(error.cause);
}

/** The kind of a network error; its own text may hold an address. */
function briefly(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
