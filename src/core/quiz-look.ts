import type { Card } from './card.ts';
import type { Instant } from './day.ts';
import { type Dice, shuffled } from './dice.ts';
import type { MemberId } from './ids.ts';
import { QUIZ_STRAGGLERS, type QuizPhase, type QuizPlan, type QuizState } from './quiz.ts';
import { ending, moved, type QuizStep, type Scene, skipped, unmoved } from './quiz-moves.ts';

/** What the time and what members did make of a quiz that waits. */
export function looked(
  plan: QuizPlan,
  state: QuizState,
  scene: Scene,
  now: Instant,
  dice: Dice,
): QuizStep {
  const { phase } = state;
  switch (phase.kind) {
    case 'lobby':
      return now < phase.until ? unmoved(state) : begun(plan, state, scene, now, dice);
    case 'asking':
      return afterLook(state, phase, scene, now);
    case 'pause':
      return now < phase.until ? unmoved(state) : next(plan, state, phase.question, scene, now);
    case 'posting':
    case 'closing':
    case 'ending':
    case 'over':
      return unmoved(state);
  }
}

function begun(plan: QuizPlan, state: QuizState, scene: Scene, now: Instant, dice: Dice): QuizStep {
  const { joined } = scene;
  if (joined.length === 0) return ending(state, 'nobody', now);
  const begins: QuizState = {
    ...state,
    teams: plan.mode === 'teams' ? teamsOf(joined, dice) : null,
    alive: plan.mode === 'survival' ? joined : null,
  };
  const step = next(plan, begins, 0, scene, now);
  return step.happened === 'asked' ? { ...step, happened: 'begun' } : step;
}

/** Two teams, three from six members on, four from twelve on; their sizes differ by one at most. */
function teamsOf(joined: readonly MemberId[], dice: Dice): Record<MemberId, number> {
  const count = joined.length < 6 ? 2 : joined.length < 12 ? 3 : 4;
  return Object.fromEntries(shuffled(joined, dice).map((member, at) => [member, at % count]));
}

/** The next question whose card is in no open round of a daily; the end where there is none. */
function next(
  { cards }: QuizPlan,
  state: QuizState,
  after: number,
  { open }: Scene,
  now: Instant,
): QuizStep {
  if (state.end) return ending(state, state.end, now);
  const isFree = ({ id, formerly }: Card): boolean => ![id, ...formerly].some((x) => open.has(x));
  const at = cards.findIndex((card, place) => place >= after && isFree(card));
  const last = at < 0 ? cards.length : at;
  const passedBy = Array.from({ length: last - after }, (_, n) => after + n + 1);
  const skipped = [...state.skipped, ...passedBy];
  if (at < 0) return ending({ ...state, skipped }, 'done', now);
  const phase: QuizPhase = { kind: 'posting', question: at + 1, claim: null, tries: 0, at: now };
  return moved(state, 'asked', { phase, skipped });
}

function afterLook(
  state: QuizState,
  phase: Extract<QuizPhase, { kind: 'asking' }>,
  { joined, answered, votes }: Scene,
  now: Instant,
): QuizStep {
  const { question, closesAt } = phase;
  const voters = state.alive?.length ?? joined.length;
  if (2 * votes > voters) return skipped(state, question, now);
  const closes = (at: Instant, revealAt: Instant): QuizStep =>
    moved(state, 'closed', {
      phase: { kind: 'closing', question, closesAt: at, at: revealAt },
    });
  // Nobody else can be late.
  if (voters > 0 && answered >= voters) return closes(Math.min(now, closesAt), now);
  if (now < closesAt) return unmoved(state);
  // It may never have been seen.
  if (!phase.stands && answered === 0) return skipped(state, question, now);
  return closes(closesAt, closesAt + QUIZ_STRAGGLERS);
}
