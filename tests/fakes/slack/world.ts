import { randomBytes } from 'node:crypto';
import { manifest } from '../../../src/platforms/slack/manifest.ts';
import { type Registered, registered } from './app.ts';
import { checkBlocks, checkMarkup } from './block-rules.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface User {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  /** Fields of `users.info` that are not as for an ordinary member. */
  readonly flags: Json;
}

export interface Posted {
  readonly ts: string;
  readonly team: string;
  text: string;
  blocks: Json[];
  readonly metadata: Json | null;
  readonly thread: string | null;
  edits: number;
}

export interface Channel {
  readonly id: string;
  readonly team: string;
  readonly creator: string;
  isArchived: boolean;
  hasBot: boolean;
  readonly messages: Posted[];
}

/** Something that one member alone saw. */
interface Whisper {
  readonly user: string;
  readonly channel: string;
  readonly kind: 'ephemeral' | 'direct';
  readonly text: string;
  readonly blocks: Json[];
  readonly thread: string | null;
}

export interface OpenView {
  readonly id: string;
  readonly hash: string;
  readonly user: string;
  readonly team: string;
  readonly view: Json;
}

export interface Install {
  /** A workspace, or an organisation (`E…`). */
  readonly team: string;
  /** The workspaces of an organisation. */
  readonly teams?: readonly string[];
  readonly botToken: string;
  readonly scopes: readonly string[];
}

/** A file that was announced, and what has become of it. */
interface KeptFile {
  readonly team: string;
  readonly name: string;
  readonly length: number;
  bytes: Uint8Array | null;
  isComplete: boolean;
  /** Where it was put for people to see. */
  channel: string | null;
}

/** The time; a test moves it. */
export interface FakeClock {
  now(): number;
}

/** What a `response_url` still takes. */
export interface Answerable {
  readonly user: string;
  readonly team: string;
  readonly channel: string;
  readonly message: string | null;
  readonly since: number;
  uses: number;
}

/** Everything that Slack knows. */
export interface World {
  readonly clock: FakeClock;
  readonly installs: Map<string, Install>;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly whispers: Whisper[];
  readonly views: OpenView[];
  /** Files by id. */
  readonly files: Map<string, KeptFile>;
  /** How often a new file is still refused in a message, as Slack does while it looks it over. */
  filesUnready: number;
  /** Whether a second message within a second to one channel is answered 429, and how many were. */
  channelsAreLimited: boolean;
  limited: number;
  /** App Homes by user. */
  readonly homes: Map<string, Json>;
  /** Triggers by id: when they were given out, to whom. A used one is gone. */
  readonly triggers: Map<
    string,
    { readonly at: number; readonly user: string; readonly team: string }
  >;
  readonly answerables: Map<string, Answerable>;
  /** Refresh tokens that still work, and whose they are. */
  readonly refreshTokens: Map<string, string>;
  /** Workspaces whose tokens live twelve hours. */
  readonly rotating: Set<string>;
  /** How long their tokens live (seconds). */
  tokenLife: number;
  /** What broke a documented rule. */
  readonly violations: string[];
  readonly appToken: string;
  readonly signingSecret: string;
  isAppTokenGood: boolean;
  /** As the app's manifest says. */
  app: Registered;
  /** Called after every change that somebody could see. */
  changed(): void;
}

export function emptyWorld(clock: FakeClock): World {
  return {
    clock,
    installs: new Map(),
    users: new Map(),
    channels: new Map(),
    whispers: [],
    views: [],
    files: new Map(),
    filesUnready: 0,
    channelsAreLimited: false,
    limited: 0,
    homes: new Map(),
    triggers: new Map(),
    answerables: new Map(),
    refreshTokens: new Map(),
    rotating: new Set(),
    tokenLife: 43_200,
    violations: [],
    appToken: `xapp-1-${id('A')}`,
    signingSecret: randomBytes(16).toString('hex'),
    isAppTokenGood: true,
    app: registered(manifest({ prefix: '', address: null })),
    changed: () => {},
  };
}

let count = 0;

export function id(letter: string): string {
  count += 1;
  return `${letter}0${count.toString(36).toUpperCase().padStart(8, '0')}`;
}

/** Slack's time stamps are unique in a channel. */
export function stampAt(now: number): string {
  count += 1;
  return `${Math.floor(now / 1_000)}.${String(count % 1_000_000).padStart(6, '0')}`;
}

/** What a message carries, checked. @throws {BadBlocks} */
export function contentOf(body: Json): { text: string; blocks: Json[] } {
  const text = String(body['text'] ?? '');
  if (text === '') throw new Error('no_text');
  if (text.length > 40_000) throw new Error('msg_too_long');
  checkMarkup(text);
  const blocks = (body['blocks'] ?? []) as Json[];
  if (blocks.length > 0) checkBlocks(blocks, 'message');
  return { text, blocks };
}

export function postTo(world: World, channel: Channel, body: Json, metadata: Json | null): Posted {
  const { text, blocks } = contentOf(body);
  const thread = typeof body['thread_ts'] === 'string' ? body['thread_ts'] : null;
  const message: Posted = {
    ts: stampAt(world.clock.now()),
    team: channel.team,
    text,
    // Slack names the blocks that we did not name.
    blocks: named(blocks),
    metadata,
    thread,
    edits: 0,
  };
  channel.messages.push(message);
  world.changed();
  return message;
}

export function named(blocks: readonly Json[]): Json[] {
  return blocks.map((block) => ({ block_id: id('b').toLowerCase(), ...block }));
}
