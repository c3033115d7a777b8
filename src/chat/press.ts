import { SELF_GRADES, type SelfGrade } from '../core/card.ts';
import { type DailyId, dailyId, type RoundId, roundId } from '../core/ids.ts';
import { WINDOWS, type Window } from '../core/standings.ts';

/** Everything that a button can mean. It carries all its state, so one posted before a restart still works. */
export type Press =
  | { readonly kind: 'answer'; readonly round: RoundId; readonly picks: readonly number[] }
  /** A look at a flash card's answer. */
  | { readonly kind: 'look'; readonly round: RoundId }
  | { readonly kind: 'self grade'; readonly round: RoundId; readonly grade: SelfGrade }
  | { readonly kind: 'hint'; readonly round: RoundId }
  | { readonly kind: 'board'; readonly window: Window; readonly page: number }
  | { readonly kind: 'where am I'; readonly window: Window }
  | { readonly kind: 'post now'; readonly daily: DailyId }
  /** Lets a void question count again. */
  | { readonly kind: 'unvoid'; readonly daily: DailyId; readonly number: number }
  | { readonly kind: 'share streak' };

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
    case 'board':
      return `b.${press.window}.${press.page}`;
    case 'where am I':
      return `w.${press.window}`;
    case 'post now':
      return `p.${press.daily}`;
    case 'unvoid':
      return `v.${press.daily}.${press.number}`;
    case 'share streak':
      return 's';
  }
}

/** The press, or null for text that {@link encodePress} never writes: forged, garbled or of another version. */
export function decodePress(text: string): Press | null {
  if (text.length > LONGEST_PRESS) return null;
  const [code, first = '', second = ''] = text.split('.');
  const press = decodeParts(code, first, second);
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
    case 'look':
    case 'self grade':
    case 'hint':
    case 'where am I':
    case 'post now':
    case 'share streak':
      return [];
  }
}

const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;

function decodeParts(code: string | undefined, first: string, second: string): Press | null {
  const window = WINDOWS.find((known) => known === first);
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
    case 'v': {
      const daily = dailyId.parse(first);
      return daily && { kind: 'unvoid', daily, number: Number(second) };
    }
    case 's':
      return { kind: 'share streak' };
    default:
      return null;
  }
}

function aboutCard(code: 'l' | 'g' | 'h', round: RoundId, word: string): Press | null {
  if (code !== 'g') return { kind: code === 'l' ? 'look' : 'hint', round };
  const grade = SELF_GRADES.find((known) => known === word);
  return grade ? { kind: 'self grade', round, grade } : null;
}
