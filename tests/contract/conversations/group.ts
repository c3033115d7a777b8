import { onTestFinished } from 'vitest';
import type { BotOptions } from '../../../src/cli/bot.ts';
import type { Card } from '../../../src/core/card.ts';
import type { Rules } from '../../../src/core/rules.ts';
import { readInert } from '../../../src/platforms/discord/text.ts';
import { type StudyGroup, studyGroup } from '../../conversations/study-group.ts';

/** Somebody in the channel. Each deed resolves as soon as the platform has it; what follows is heard or shown. */
interface Person {
  types(line: string): Promise<void>;
  /** Presses the latest button with these words that they can see, in private before in the channel. */
  presses(label: string): Promise<void>;
  /** Answers the latest question of the channel: by the words of an option, or in their own. */
  answers(words: string): Promise<void>;
  /** Answers the latest question that they alone were asked. */
  answersAlone(words: string): Promise<void>;
}

export interface Seen {
  /** Of this text and no other. */
  readonly id: string;
  readonly text: string;
}

/** A platform with people on its other side. It outlives the bots that come to it. */
export interface Network {
  /** Whether what was shown stays as it was, with no buttons but the last ones. */
  readonly scrolls: boolean;
  person(name: string): Person;
  /** What reached this member and nobody else, oldest first. */
  told(name: string): readonly Seen[];
  /** What the channel shows, oldest first, as it reads now. */
  channel(): readonly string[];
  /** What `look` finds, now or later. @throws {Error} that names `what` where it does not come */
  until<Found>(what: string, look: () => Found | undefined): Promise<Found>;
  /** What one more bot runs with on this network; called again after a restart. */
  bot(): Partial<BotOptions>;
  /** The bot that runs on this network now. */
  runs(study: StudyGroup): void;
  /** Called before the clock of the bot moves, with an instant. */
  moves(to: number): void;
  /** What the platform itself reported. */
  readonly faults: readonly unknown[];
}

/** A member of a story. */
export interface Speaker extends Person {
  /** The next text that says this, to them alone, now or later; none is heard twice. */
  hears(words: string): Promise<string>;
  /** All that they alone were told so far. */
  told(): string;
}

/** A study group on some platform: `ada` is an organiser, nobody else is. */
export interface Group {
  /** As of {@link Network}. */
  readonly scrolls: boolean;
  member(name: string): Speaker;
  /** The latest text in the channel that says this, now or later. */
  shows(words: string): Promise<string>;
  /** All texts in the channel. */
  shown(): string;
  /** Moves the clock to `2026-11-23 09:00`, in UTC, and lets everything happen that is due then. */
  at(moment: string): Promise<void>;
  settle(): Promise<void>;
  /** Another process takes over from the bot, on the same data. */
  restart(): Promise<void>;
}

export interface GroupOptions {
  readonly cards?: readonly Card[];
  readonly rules?: Partial<Rules>;
  readonly language?: 'de';
}

/** Opens a group on the platform under test. */
export type Open = (options?: GroupOptions) => Promise<Group>;

const BEGINS = '2026-11-23 08:00';
const utc = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}Z`);

/** The clock of every group begins at this instant. */
export const BEGINNING = utc(BEGINS);

/** A text without what only marks it up, so that all platforms say the same. */
export function plainWords(text: string): string {
  return readInert(text)
    .replace(/[\u200b*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a table says that somebody has this rank and this much, however it draws its rows. */
export function hasRow(text: string, rank: number, name: string, value: string): boolean {
  return new RegExp(`(^|\\D)${rank}\\W+${name}\\W+${value}(\\W|$)`).test(text);
}

/** Whether a reveal says that so many chose this option, however it draws its bars. */
export function hasBar(text: string, option: string, count: number): boolean {
  return new RegExp(`${option}[^a-z\\d]*(key|right)?[^a-z\\d]*${count}\\b`).test(text);
}

/** A bot on a real Redis and on this network. */
export async function groupOn(network: Network, options: GroupOptions): Promise<Group> {
  const faults: unknown[] = [];
  const heard = new Set<string>();
  const { language, ...given } = options;
  let now = BEGINS;
  let prefix: string | undefined;
  let study = await begin();
  onTestFinished(() => {
    const all = [...faults, ...network.faults];
    if (all.length > 0) throw new Error(`Faults: ${all.map(String).join('; ')}`);
  });

  async function begin(): Promise<StudyGroup> {
    const begun = await studyGroup({
      ...given,
      now,
      more: {
        ...network.bot(),
        ...(prefix === undefined ? {} : { prefix }),
        ...(language ? { language } : {}),
        report(doing, cause) {
          // A deck of one card has nothing to ask the day after.
          if (!doing.startsWith('skipping ')) faults.push([doing, cause]);
        },
        reportJob: (event) => faults.push(JSON.stringify(event)),
      },
    });
    prefix = begun.prefix;
    network.runs(begun);
    return begun;
  }

  const speaker = (name: string): Speaker => ({
    ...network.person(name),
    told: () =>
      network
        .told(name)
        .map(({ text }) => text)
        .join('\n'),
    async hears(words) {
      const says = ({ id, text }: Seen): boolean => !heard.has(id) && text.includes(words);
      const told = (): Seen | undefined => network.told(name).find(says);
      const { id, text } = await network.until(`${name} to hear: ${words}`, told);
      heard.add(id);
      return text;
    },
  });

  return {
    scrolls: network.scrolls,
    member: speaker,
    shows: (words) =>
      network.until(`the channel to show: ${words}`, () =>
        network.channel().findLast((text) => text.includes(words)),
      ),
    shown: () => network.channel().join('\n'),
    settle: () => study.settle(),
    async at(moment) {
      now = moment;
      network.moves(utc(moment));
      await study.at(moment);
    },
    async restart() {
      await study.bot.stop();
      study = await begin();
    },
  };
}
