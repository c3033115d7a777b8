import type { WebSocket } from 'ws';

/** What the fake holds: all of a small Discord. */
export interface World {
  readonly now: () => number;
  readonly token: string;
  readonly application: string;
  readonly guilds: Map<string, FakeGuild>;
  /** What more a server says of itself when the bot comes, by its id. */
  readonly details: Map<string, object>;
  readonly channels: Map<string, FakeChannel>;
  /** By token. */
  readonly interactions: Map<string, FakeInteraction>;
  readonly requests: Recorded[];
  readonly sessions: Map<string, Session>;
  readonly faults: Ordered[];
  commands: Json[];
  shards: number;
  /** Identifies that are left today. */
  identifies: number;
  /** Of the application, the privileged intents among them. */
  flags: number;
  /** Members who take no messages. */
  readonly closed: Set<string>;
  /** Members who left their server. */
  readonly left: Set<string>;
  /** Requests that the whole bot may send in a second. */
  globalLimit: number;
  /** What one route of one channel may be asked in so many milliseconds; null: as often as one likes. */
  routeLimit: { readonly most: number; readonly within: number } | null;
  /** Requests that came before a wait was over that Discord had asked for. */
  impatient: number;
  readonly nextId: () => string;
  /** Of the gateway. */
  url: string;
  /** Those who wait for something to be said. */
  readonly waiting: Set<() => void>;
}

// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is checked, not typed
export type Json = any;

export interface FakeGuild {
  readonly id: string;
  readonly name: string;
  /** The bot's rights in it. */
  rights: bigint;
}

export interface FakeChannel {
  readonly id: string;
  readonly guild: string | null;
  /** Of a direct line: who is on it. */
  readonly recipient: string | null;
  readonly messages: FakeMessage[];
  /** Of a thread. */
  readonly name?: string;
  type: number;
  isArchived: boolean;
  /** A refusal that meets every message sent here. */
  refuses: { readonly status: number; readonly code: number } | null;
  isHidden: boolean;
}

export interface FakeMessage {
  readonly id: string;
  readonly channel: string;
  readonly nonce: string | null;
  readonly at: number;
  readonly author: string;
  readonly ephemeralFor: string | null;
  body: Json;
  readonly files: Map<string, number>;
  readonly versions: Json[];
  isDeleted: boolean;
  edits: number;
}

export interface FakeInteraction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly isComponent: boolean;
  readonly member: string;
  readonly channel: string;
  readonly pressed: FakeMessage | null;
  readonly madeAt: number;
  callback: Json | null;
  /** Where it was announced and not yet written: who will see it. */
  announced: 'only me' | 'channel' | null;
  original: FakeMessage | null;
  readonly followups: FakeMessage[];
  readonly acknowledged: Promise<Json>;
  readonly resolve: (callback: Json) => void;
}

interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: Json;
  readonly status: number;
  readonly code: number | null;
}

export interface Session {
  readonly id: string;
  readonly shard: number;
  readonly count: number;
  seq: number;
  readonly sent: Json[];
  socket: WebSocket | null;
}

/** What befalls the next request that fits. */
export type Fault =
  /** Nothing is accepted. */
  | {
      readonly kind: 'refuse';
      readonly status: number;
      readonly code?: number;
      readonly retryAfter?: number;
      readonly scope?: string;
    }
  /** Everything is accepted, and the response is lost. */
  | { readonly kind: 'drop' | 'hang' | 'html' }
  | { readonly kind: 'accept then fail'; readonly status: number }
  /** The connection ends before anything is read. */
  | { readonly kind: 'cut' };

interface Ordered {
  readonly method: string;
  readonly path: RegExp;
  readonly fault: Fault;
}

/** What Discord answers: a body with a status, or an error with its code. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: readonly string[];

  constructor(status: number, code: number, message: string, errors: readonly string[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}
