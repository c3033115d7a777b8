import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { memberId } from '../../../src/core/ids.ts';
import type { Zone } from '../../../src/core/schedule.ts';
import { terminalPlatform } from '../../../src/platforms/terminal/index.ts';
import type { StudyGroup } from '../../conversations/study-group.ts';
import { BEGINNING, type Network, plainWords, type Seen } from './group.ts';

const SELF = 'ada';

/** What the screen has shown, block by block. */
interface Shown {
  readonly text: string;
  /** Who alone read it; null where all did. */
  readonly to: string | null;
  /** True where it stands in the channel, and is not the terminal's own. */
  readonly isFramed: boolean;
}

/** One keyboard that several people share; the real adapter on streams. */
export async function terminalNetwork(): Promise<Network> {
  const folder = await mkdtemp(join(tmpdir(), 'hypercall-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  let now = BEGINNING;
  let study: StudyGroup;
  let input = new PassThrough();
  let keyboard = SELF;
  let linesDone = 0;
  const blocks: Shown[] = [];
  const news = newsOf();
  const output = new Writable({
    write(chunk, _, done) {
      blocks.push(readBlock(String(chunk), keyboard));
      news.tell();
      done();
    },
  });

  /** Types a line, and waits until it is dealt with and another would be read. */
  async function line(text: string): Promise<void> {
    const done = linesDone + 1;
    input.write(`${text}\n`);
    await news.until(`"${text}" to be dealt with`, () => (linesDone >= done ? true : undefined));
  }
  async function speaks(name: string, text: string): Promise<void> {
    if (name !== keyboard) {
      await line(`/as ${name}`);
      keyboard = name;
    }
    await line(text);
  }
  function numberOf(name: string, label: string): string {
    const pattern = new RegExp(`#(\\d+) ${label}(\\W|$)`);
    const visible = blocks.filter(({ to }) => to === null || to === name);
    const number = visible.map(({ text }) => pattern.exec(text)?.[1]).findLast(Boolean);
    if (!number) throw new Error(`${name} sees no button ${label}`);
    return number;
  }

  return {
    scrolls: true,
    faults: [],
    person: (name) => ({
      types: (text) => speaks(name, text),
      presses: (label) => speaks(name, `#${numberOf(name, label)}`),
      answers: (words) => speaks(name, words),
      answersAlone: (words) => speaks(name, words),
    }),
    told: (name) =>
      blocks.flatMap(({ to, text }, at): Seen[] => (to === name ? [{ id: `${at}`, text }] : [])),
    channel: () => blocks.filter(({ isFramed }) => isFramed).map(({ text }) => text),
    until: news.until,
    bot() {
      input = new PassThrough();
      keyboard = SELF;
      return {
        platforms: [
          terminalPlatform({
            input,
            output,
            isTty: false,
            color: false,
            columns: () => 88,
            folder,
            clock: { now: () => now },
            zone: 'UTC' as Zone,
            locale: 'en',
            self: memberId.of(SELF),
            advance: null,
            async settled() {
              await study.bot.jobs.settled();
              linesDone += 1;
              news.tell();
            },
            ready: Promise.resolve(),
            onLeave: () => {},
          }),
        ],
      };
    },
    runs(begun) {
      study = begun;
    },
    moves(to) {
      now = to;
    },
  };
}

function readBlock(chunk: string, keyboard: string): Shown {
  const text = plainWords(chunk.replace(/^[│╭╰]─? ?/gm, '').replace(/─+/g, ' '));
  const named = /seen by (\S+) only/.exec(text)?.[1];
  const to = text.includes('only you see this') ? keyboard : (named ?? null);
  return { text, to, isFramed: chunk.trimStart().startsWith('╭') };
}

/** How long a test waits, in milliseconds of real time. */
const PATIENCE = 10_000;

/** Lets somebody wait for what will be told. */
function newsOf() {
  const waiting = new Set<() => void>();
  return {
    tell(): void {
      for (const look of waiting) look();
    },
    until<Found>(what: string, look: () => Found | undefined): Promise<Found> {
      return new Promise((resolve, reject) => {
        const end = (settle: () => void): void => {
          clearTimeout(timer);
          waiting.delete(again);
          settle();
        };
        const inVain = (): void => end(() => reject(new Error(`Waited in vain for ${what}`)));
        const timer = setTimeout(inVain, PATIENCE);
        const again = (): void => {
          const found = look();
          if (found !== undefined) end(() => resolve(found));
        };
        waiting.add(again);
        again();
      });
    },
  };
}
