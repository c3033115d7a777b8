import type { Instant } from './day.ts';
import type { CardId, MemberId } from './ids.ts';
import type { QuizEnd, QuizPhase, QuizState } from './quiz.ts';

/** What there is to see at a quiz. */
export interface Scene {
  readonly joined: readonly MemberId[];
  /** Answers to the current question, and votes to skip it. */
  readonly answered: number;
  readonly votes: number;
  /** Cards of the dailies' open rounds. */
  readonly open: ReadonlySet<CardId>;
}

export type QuizEvent =
  /** Somebody looked, at the time given. */
  | ({ readonly kind: 'looked' } & Scene)
  | { readonly kind: 'claimed'; readonly owner: string; readonly isMissing: boolean }
  | { readonly kind: 'posted'; readonly stands: boolean }
  /** The message under way was certainly not sent; again after the wait (milliseconds). */
  | { readonly kind: 'not sent'; readonly wait: number }
  /** The platform will never take the message under way. */
  | { readonly kind: 'refused' }
  /** The channel is. */
  | { readonly kind: 'gone' }
  /** `passed`: as for `revealed`; none while the question is open. */
  | {
      readonly kind: 'counted';
      readonly answers: number;
      readonly passed: readonly MemberId[];
    }
  /** The reveal stands; `passed` are those whose answer was good enough to stay in. */
  | {
      readonly kind: 'revealed';
      readonly answers: number;
      readonly passed: readonly MemberId[];
    }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'joined'; readonly member: MemberId }
  | { readonly kind: 'left'; readonly member: MemberId };

/** What came of an event; `nothing`: the state is as it was. */
type Happened =
  | 'nothing'
  | 'noted'
  | 'begun'
  | 'claimed'
  | 'asked'
  | 'closed'
  | 'skipped'
  | 'revealed'
  | 'ending'
  | 'over';

export interface QuizStep {
  readonly state: QuizState;
  readonly happened: Happened;
}

type Change = Partial<Omit<QuizState, 'fence'>>;

export function moved(state: QuizState, happened: Happened, change: Change): QuizStep {
  return { state: { ...state, ...change, fence: state.fence + 1 }, happened };
}

export const unmoved = (state: QuizState): QuizStep => ({ state, happened: 'nothing' });

export function skipped(state: QuizState, question: number, now: Instant): QuizStep {
  return moved(state, 'skipped', {
    phase: { kind: 'closing', question, closesAt: now, at: now },
    skipped: [...state.skipped, question],
  });
}

export function ending(state: QuizState, end: QuizEnd, now: Instant): QuizStep {
  const phase: QuizPhase = { kind: 'ending', claim: null, tries: 0, at: now };
  return moved(state, 'ending', { phase, end: state.end ?? end });
}

/** What is kept of a quiz that is over names nobody. */
export function over(state: QuizState, end: QuizEnd): QuizStep {
  return moved(state, 'over', { phase: { kind: 'over' }, end, teams: null, alive: null, fell: [] });
}
