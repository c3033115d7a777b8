import { type Instant, SECOND } from './day.ts';
import type { QuizPlan, QuizState } from './quiz.ts';
import { ending, moved, over, type QuizStep, skipped, unmoved } from './quiz-moves.ts';

/** How often a message is tried that certainly was not sent: for about ten minutes. */
const MOST_TRIES = 24;
const FIRST_WAIT = SECOND;
const LONGEST_WAIT = 30 * SECOND;

/** The wait before the next try, after `tries` (≥ 1) that failed; it doubles up to half a minute. */
export function waitToPost(tries: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1));
}

/** `isMissing`: the platform was asked and has no message of an earlier claim. */
export function claimed(
  state: QuizState,
  { owner, isMissing }: { readonly owner: string; readonly isMissing: boolean },
  now: Instant,
): QuizStep {
  const { phase } = state;
  if (phase.kind !== 'posting' && phase.kind !== 'ending') return unmoved(state);
  const firstSent = isMissing ? now : (phase.claim?.firstSent ?? now);
  const claim = { owner, since: now, firstSent };
  return moved(state, 'claimed', { phase: { ...phase, claim } });
}

export function posted(plan: QuizPlan, state: QuizState, stands: boolean, now: Instant): QuizStep {
  const { phase } = state;
  if (phase.kind === 'ending') return over(state, state.end ?? 'done');
  if (phase.kind !== 'posting') return unmoved(state);
  const { question } = phase;
  if (state.end) return skipped(state, question, now);
  const closesAt = now + plan.seconds * SECOND;
  return moved(state, 'asked', {
    phase: { kind: 'asking', question, closesAt, shown: 0, stands },
  });
}

export function notSent(state: QuizState, at: Instant): QuizStep {
  const { phase } = state;
  if (phase.kind !== 'posting' && phase.kind !== 'ending') return unmoved(state);
  if (phase.tries + 1 >= MOST_TRIES) return over(state, 'gone');
  // Stopped during the send: only the table follows.
  if (state.end && phase.kind === 'posting') return ending(state, state.end, at);
  return moved(state, 'noted', { phase: { ...phase, claim: null, tries: phase.tries + 1, at } });
}

export function refused(state: QuizState, now: Instant): QuizStep {
  const { phase } = state;
  if (phase.kind === 'ending') return over(state, state.end ?? 'done');
  if (phase.kind !== 'posting') return unmoved(state);
  const { question } = phase;
  return moved(state, 'skipped', {
    phase: { kind: 'pause', question, closesAt: now, until: now, revealed: 0 },
    closed: question,
    skipped: [...state.skipped, question],
  });
}
