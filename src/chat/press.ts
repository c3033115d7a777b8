import { SELF_GRADES, type SelfGrade } from '../core/card.ts';
import { type Day, type Instant, parseDay } from '../core/day.ts';
import { type DailyId, dailyId, type RoundId, roundId } from '../core/ids.ts';
import { KEPT_WINDOWS, type KeptWindow } from '../core/standings.ts';
import { type AppealPress, decodeAppealPress, encodeAppealPress } from './appeal-press.ts';
import { type BoardPress, decodeBoardPress, encodeBoardPress } from './board-press.ts';
import { decodeQuizPress, encodeQuizPress, type QuizPress } from './quiz-press.ts';
import { decodeReviewPress, encodeReviewPress, type ReviewPress } from './review-press.ts';

/** Everything that a button can mean. It carries all its state, so one posted before a restart still works. */
export type Press =
  | { readonly kind: 'answer'; readonly round: RoundId; readonly picks: readonly number[] }
  /** A look at a flash card's answer. */
  | { readonly kind: 'look'; readonly round: RoundId }
  | { readonly kind: 'self grade'; readonly round: RoundId; readonly grade: SelfGrade }
  | { readonly kind: 'hint'; readonly round: RoundId }
  | BoardPress
  | AppealPress
  | QuizPress
  | ReviewPress
  /** A numbered page, as earlier versions wrote it. */
  | { readonly kind: 'board'; readonly window: KeptWindow; readonly page: number }
  /** The reader's row, as earlier versions wrote it. */
  | { readonly kind: 'where am I'; readonly window: KeptWindow }
  | { readonly kind: 'post now'; readonly daily: DailyId }
  /** Lets a void question count again. */
  | { readonly kind: 'unvoid'; readonly daily: DailyId; readonly number: number }
  /** The form that its member filled in last and that was refused, as they filled it in. */
  | { readonly kind: 'form again' }
  /** What became of a question of which nobody knew. */
  | { readonly kind: 'resolve'; readonly daily: DailyId; readonly day: Day; readonly fate: Fate }
  | { readonly kind: 'share streak' }
  /** Everything about the one who presses; the button ages from when it was shown. */
  | { readonly kind: 'erase me'; readonly shownAt: Instant };

/** What an organiser can say of a question of unknown fate: it stands, it does not, or it shall be asked again. */
export type Fate = (typeof FATES)[number];
export const FATES = ['posted', 'missing', 'again'] as const;

/** The strictest platform's limit for what a button carries (Discord's custom_id), in characters. */
export const LONGEST_PRESS = 100;

export function encodePress(press: Press): string {
  switch (press.kind) {
    case 'answer':
      return `a.${press.round}.${press.picks.join('-')}`;
    case 'look':
      return `l.${press.round}`;
    case 'self grade':
      return `g.${press.round}.${press.grade}`;
    case 'hint':
      return `h.${press.round}`;
    case 'standings':
    case 'my standing':
      return encodeBoardPress(press);
    case 'appeal':
    case 'rule':
    case 'report':
      return encodeAppealPress(press);
    case 'quiz join':
    case 'quiz hint':
    case 'quiz skip':
    case 'quiz misses':
      return encodeQuizPress(press);
    case 'go on':
    case 'rate':
    case 'undo rating':
      return encodeReviewPress(press);
    case 'board':
      return `b.${press.window}.${press.page}`;
    case 'where am I':
      return `w.${press.window}`;
    case 'post now':
      return `p.${press.daily}`;
    case 'resolve':
      return `r.${press.daily}.${press.day}.${press.fate}`;
    case 'form again':
      return 'f';
    case 'unvoid':
      return `v.${press.daily}.${press.number}`;
    case 'share streak':
      return 's';
    case 'erase me':
      return `e.${press.shownAt}`;
  }
}

/** What a platform must be ready to give at once: a form can only be the very first response. */
export function firstOf({ kind }: Press): 'message' | 'form' {
  return kind === 'form again' ? 'form' : 'message';
}

/** The press, or null for text that {@link encodePress} never writes: forged, garbled or of another version. */
export function decodePress(text: string): Press | null {
  if (text.length > LONGEST_PRESS) return null;
  const [code, first = '', second = '', third = ''] = text.split('.');
  const press =
    decodeParts(code, first, second) ??
    resolving(code, first, second, third) ??
    decodeAppealPress(text) ??
    decodeReviewPress(text) ??
    decodeBoardPress(text) ??
    decodeQuizPress(text);
  return press && numbersOf(press).every(isCount) && encodePress(press) === text ? press : null;
}

/** The numbers in a press: all of them count something. */
function numbersOf(press: Press): readonly number[] {
  switch (press.kind) {
    case 'answer':
      return press.picks;
    case 'board':
      return [press.page];
    case 'unvoid':
      return [press.number];
    case 'erase me':
      return [press.shownAt];
    case 'standings':
      return [press.value];
    case 'quiz misses':
      return [press.page];
    case 'rule':
      return [press.appeal];
    case 'appeal':
    case 'report':
    case 'my standing':
    case 'quiz join':
    case 'quiz hint':
    case 'quiz skip':
    case 'look':
    case 'self grade':
    case 'hint':
    case 'where am I':
    case 'post now':
    case 'resolve':
    case 'form again':
    case 'share streak':
    case 'go on':
    case 'rate':
    case 'undo rating':
      return [];
  }
}

const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;

function decodeParts(code: string | undefined, first: string, second: string): Press | null {
  const window = KEPT_WINDOWS.find((known) => known === first);
  switch (code) {
    case 'a': {
      const round = roundId.parse(first);
      return round && { kind: 'answer', round, picks: second.split('-').map(Number) };
    }
    case 'l':
    case 'g':
    case 'h': {
      const round = roundId.parse(first);
      return round && aboutCard(code, round, second);
    }
    case 'b':
      return window ? { kind: 'board', window, page: Number(second) } : null;
    case 'w':
      return window ? { kind: 'where am I', window } : null;
    case 'p': {
      const daily = dailyId.parse(first);
      return daily && { kind: 'post now', daily };
    }
    case 'f':
      return { kind: 'form again' };
    case 'v': {
      const daily = dailyId.parse(first);
      return daily && { kind: 'unvoid', daily, number: Number(second) };
    }
    case 's':
      return { kind: 'share streak' };
    case 'e':
      return { kind: 'erase me', shownAt: Number(first) };
    default:
      return null;
  }
}

function resolving(
  code: string | undefined,
  first: string,
  second: string,
  third: string,
): Press | null {
  const [daily, day] = [dailyId.parse(first), parseDay(second)];
  const fate = FATES.find((known) => known === third);
  return code === 'r' && daily && day && fate ? { kind: 'resolve', daily, day, fate } : null;
}

function aboutCard(code: 'l' | 'g' | 'h', round: RoundId, word: string): Press | null {
  if (code !== 'g') return { kind: code === 'l' ? 'look' : 'hint', round };
  const grade = SELF_GRADES.find((known) => known === word);
  return grade ? { kind: 'self grade', round, grade } : null;
}
