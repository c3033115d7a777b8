import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Intent } from '../../../src/chat/intent.ts';
import { type Reply, textView, type View } from '../../../src/chat/view.ts';
import { memberId, roundId } from '../../../src/core/ids.ts';
import type { Zone } from '../../../src/core/schedule.ts';
import {
  STUDY,
  type TerminalOptions,
  terminalPlatform,
} from '../../../src/platforms/terminal/index.ts';
import type { MessageAddress, Platform } from '../../../src/ports/platform.ts';

export const ROUND = roundId.of('abcdefghijkl');

/** Monday 23 November 2026, 09:00 in Zurich. */
export const NOW = Date.UTC(2026, 10, 23, 8, 0);

export const QUESTION: View = {
  tone: 'question',
  title: 'Question 12 · Memory',
  blocks: [{ kind: 'text', line: 'What does a hypervisor without EPT keep?' }],
  ask: { kind: 'picks', round: ROUND, picks: 'one', options: ['Shadow page tables', 'A diary'] },
  actions: [],
  footer: null,
};

export interface OpenTerminal {
  readonly platform: Platform;
  readonly folder: string;
  readonly intents: readonly Intent[];
  /** What was shown so far. */
  shown(): string;
  type(...lines: string[]): void;
  /** Sends bytes as they are, such as keys. */
  keys(text: string): void;
  /** Nothing more will be typed. */
  end(): void;
  /** The window is gone, as reading from it says. */
  hangUp(): void;
  post(view: View, key?: string): Promise<MessageAddress>;
  /** Resolves when somebody left. */
  readonly left: Promise<void>;
  leaves(): number;
  /** Resolves as soon as this has been shown. */
  until(text: string): Promise<void>;
  /** The intent of this number, from 0, as soon as it is there. */
  intent(at: number): Promise<Intent>;
}

/** A terminal on streams; `receive` answers what is typed, at once and kindly unless given. */
export async function openTerminal(
  options: Partial<TerminalOptions> & {
    readonly receive?: (intent: Intent, platform: Platform) => Promise<Reply>;
    /** Posted before the start. */
    readonly open?: View;
  } = {},
): Promise<OpenTerminal> {
  const input = new PassThrough();
  const output = screenOutput();
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'hypercall-')));
  const intents: Intent[] = [];
  const arrived = news();
  let leaves = 0;
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const platform = terminalPlatform({
    input,
    output: output.stream,
    isTty: false,
    color: false,
    columns: () => 72,
    clock: { now: () => NOW },
    zone: 'Europe/Zurich' as Zone,
    locale: 'en',
    self: memberId.of('you'),
    advance: null,
    settled: async () => {},
    ready: Promise.resolve(),
    onLeave() {
      leaves += 1;
      leave();
    },
    ...options,
    folder,
  });
  onTestFinished(async () => {
    await platform.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const post = (view: View, key = `k${view.title}`) =>
    platform.post(STUDY, view, key.slice(0, 25), new AbortController().signal);
  if (options.open) await post(options.open);
  await platform.start(async (intent) => {
    intents.push(intent);
    arrived.tell();
    return options.receive?.(intent, platform) ?? only('Fine');
  });
  return {
    platform,
    folder,
    intents,
    left,
    post,
    shown: output.text,
    until: (wanted) => output.news.until(() => output.text().includes(wanted)),
    async intent(at) {
      await arrived.until(() => at in intents);
      return intents[at] as Intent;
    },
    leaves: () => leaves,
    type: (...lines) => void input.write(lines.map((line) => `${line}\n`).join('')),
    keys: (text) => void input.write(text),
    end: () => void input.end(),
    hangUp: () => void input.destroy(new Error('read EIO')),
  };
}

/** A private answer of one line. */
export function only(title: string): Reply {
  return { kind: 'view', view: textView('news', title), seenBy: 'only me' };
}

function screenOutput() {
  let text = '';
  const written = news();
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      written.tell();
      done();
    },
  });
  return { stream: Object.assign(stream, { columns: 72 }), text: () => text, news: written };
}

/** Lets somebody wait for something that will be told. */
function news() {
  let wake = () => {};
  let next = new Promise<void>((resolve) => {
    wake = resolve;
  });
  return {
    tell(): void {
      wake();
      next = new Promise((resolve) => {
        wake = resolve;
      });
    },
    async until(holds: () => boolean): Promise<void> {
      while (!holds()) await next;
    },
  };
}
