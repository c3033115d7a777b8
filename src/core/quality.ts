import { type Card, isChoice, keyOf, optionsOf } from './card.ts';
import { correlation, NO_PAIRS, type Pairs, paired } from './correlation.ts';
import { medianOf, type Times, timed } from './times.ts';

/** With fewer answers a card has no figures. */
export const FEWEST_ANSWERS = 5;

/** From this share of right answers on, a card tells nobody apart; up to the other one, nearly nobody knows it. */
const EASY = 0.95;
const HARD = 0.25;

/** With as many answers, an option that nobody picked is no temptation. */
const ENOUGH_FOR_IDLE = 20;

/** One answer, as the quality of its card counts it. */
export interface Counted {
  readonly isRight: boolean;
  readonly credit: number;
  /** How the member did elsewhere: the mean credit of their other answers, 0 to 1; null where there are none. */
  readonly rest: number | null;
  /** From the question to the answer, in milliseconds. */
  readonly afterMs: number;
  /** The texts of the options that were picked; none on a card without options. */
  readonly picked: readonly string[];
}

export interface OptionQuality {
  readonly text: string;
  readonly isKey: boolean;
  /** Who picked it, as a share of all who answered. */
  readonly share: number;
  /**
   * `misleading`: a wrong option that draws more than the right one does, or draws those who do at least as well
   * elsewhere as those who are right. `idle`: a wrong option that draws nobody.
   */
  readonly note: 'misleading' | 'idle' | null;
}

/** Why authors may want to look at a card. */
type Flag = 'too easy' | 'too hard' | 'tells nobody apart' | 'misleading option';

/** What the answers say of a card. */
export interface CardFigures {
  readonly answers: number;
  /** Share of the answers that are right. */
  readonly right: number;
  /** Mean share of the points. */
  readonly credit: number;
  /**
   * Correlation of the credit with how members did elsewhere, −1 to 1 (point-biserial where an answer is right or
   * wrong); null where it cannot be told.
   */
  readonly discrimination: number | null;
  /** Half of the answers came within this time (ms). */
  readonly medianMs: number;
  readonly options: readonly OptionQuality[];
  readonly flags: readonly Flag[];
}

/** Adds up the answers to one card, of any communities, in constant space. */
export interface CardTally {
  add(answer: Counted): void;
  readonly answers: number;
  /** Null with fewer than {@link FEWEST_ANSWERS} answers. */
  figures(): CardFigures | null;
}

interface Picked {
  readonly times: number;
  /** Of those who have answered elsewhere. */
  readonly rest: number;
  readonly rested: number;
}

const NOBODY: Picked = { times: 0, rest: 0, rested: 0 };

const plus = ({ times, rest, rested }: Picked, more: number | null): Picked =>
  more === null
    ? { times: times + 1, rest, rested }
    : { times: times + 1, rest: rest + more, rested: rested + 1 };

export function createCardTally(card: Card): CardTally {
  let [answers, right, credit] = [0, 0, 0];
  let pairs: Pairs = NO_PAIRS;
  let whoAreRight = NOBODY;
  const times: Times = new Map();
  const picked = new Map<string, Picked>();

  return {
    get answers() {
      return answers;
    },
    add(answer) {
      answers += 1;
      credit += answer.credit;
      timed(times, answer.afterMs);
      if (answer.isRight) {
        right += 1;
        whoAreRight = plus(whoAreRight, answer.rest);
      }
      if (answer.rest !== null) pairs = paired(pairs, answer.credit, answer.rest);
      for (const text of answer.picked) {
        picked.set(text, plus(picked.get(text) ?? NOBODY, answer.rest));
      }
    },
    figures() {
      if (answers < FEWEST_ANSWERS) return null;
      const options = optionsQuality(card, picked, whoAreRight, answers);
      const share = right / answers;
      const discrimination = pairs.count < FEWEST_ANSWERS ? null : correlation(pairs);
      return {
        answers,
        right: share,
        credit: credit / answers,
        discrimination,
        medianMs: medianOf(times),
        options,
        flags: flagsOf(share, discrimination, options),
      };
    },
  };
}

function optionsQuality(
  card: Card,
  picked: ReadonlyMap<string, Picked>,
  whoAreRight: Picked,
  answers: number,
): OptionQuality[] {
  if (!isChoice(card)) return [];
  const key = keyOf(card);
  const texts = optionsOf(card, TRUTH);
  const timesOf = (text: string): number => picked.get(text)?.times ?? 0;
  const keyTimes = Math.max(...key.map((at) => timesOf(texts[at] ?? '')));
  return texts.map((text, at): OptionQuality => {
    const own = picked.get(text) ?? NOBODY;
    const isKey = key.includes(at);
    const share = own.times / answers;
    if (isKey) return { text, isKey, share, note: null };
    const isIdle = own.times === 0 && answers >= ENOUGH_FOR_IDLE;
    const note = misleads(own, keyTimes, whoAreRight) ? 'misleading' : isIdle ? 'idle' : null;
    return { text, isKey, share, note };
  });
}

/** How the options of a statement are called here. */
export const TRUTH: readonly [string, string] = ['true', 'false'];

/** Two members are no pattern. */
function misleads(own: Picked, keyTimes: number, whoAreRight: Picked): boolean {
  if (own.times < 3) return false;
  if (own.times > keyTimes) return true;
  if (own.rested < 3 || whoAreRight.rested < 3) return false;
  return own.rest / own.rested >= whoAreRight.rest / whoAreRight.rested;
}

function flagsOf(
  right: number,
  discrimination: number | null,
  options: readonly OptionQuality[],
): Flag[] {
  const flags: Flag[] = [];
  if (right >= EASY) flags.push('too easy');
  if (right <= HARD) flags.push('too hard');
  if (discrimination !== null && discrimination < 0) flags.push('tells nobody apart');
  if (options.some(({ note }) => note === 'misleading')) flags.push('misleading option');
  return flags;
}

/** True where both ask the same: their key may have been put right since, and their explanation rewritten. */
export function asksTheSame(one: Card, other: Card): boolean {
  return askedIn(one) === askedIn(other);
}

function askedIn(card: Card): string {
  return JSON.stringify([card.kind, card.prompt, ...[...shownIn(card)].sort()]);
}

/** What is shown beside the prompt, in any order. */
function shownIn(card: Card): readonly string[] {
  switch (card.kind) {
    case 'single':
    case 'several':
      return card.options;
    case 'kprime':
      return card.statements;
    case 'order':
      return card.items;
    case 'match':
      return [...card.lefts, ...card.rights];
    case 'true-false':
    case 'typed':
    case 'key-points':
    case 'numeric':
    case 'gap':
    case 'flash':
      return [];
  }
}
