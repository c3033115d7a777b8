import type { Instant } from './day.ts';
import type { Dice } from './dice.ts';
import type { MemberId } from './ids.ts';
import { PAUSE, type QuizPlan, type QuizState } from './quiz.ts';
import { looked } from './quiz-look.ts';
import {
  ending,
  moved,
  over,
  type QuizEvent,
  type QuizStep,
  skipped,
  unmoved,
} from './quiz-moves.ts';
import { claimed, notSent, posted, refused } from './quiz-sent.ts';

/** The rules of a live quiz: what becomes of it by an event at a time. */
export function stepQuiz(
  plan: QuizPlan,
  state: QuizState,
  event: QuizEvent,
  now: Instant,
  dice: Dice,
): QuizStep {
  if (state.phase.kind === 'over') return unmoved(state);
  switch (event.kind) {
    case 'looked':
      return looked(plan, state, event, now, dice);
    case 'claimed':
      return claimed(state, event, now);
    case 'posted':
      return posted(plan, state, event.stands, now);
    case 'not sent':
      return notSent(state, now + event.wait);
    case 'refused':
      return refused(state, now);
    case 'gone':
      return over(state, 'gone');
    case 'counted':
      return counted(state, event);
    case 'revealed':
      return revealed(plan, state, event, now);
    case 'stopped':
      return stopped(state, now);
    case 'joined':
      return joinedLate(state, event.member);
    case 'left':
      return left(state, event.member);
  }
}

function counted(
  state: QuizState,
  { answers, passed }: Extract<QuizEvent, { kind: 'counted' }>,
): QuizStep {
  const { phase, alive, fell = [] } = state;
  if (phase.kind === 'asking')
    return moved(state, 'noted', { phase: { ...phase, shown: answers } });
  if (phase.kind !== 'pause') return unmoved(state);
  const back = fell.filter((member) => passed.includes(member));
  return moved(state, 'noted', {
    phase: { ...phase, revealed: answers },
    alive: alive && [...alive, ...back],
    fell: fell.filter((member) => !back.includes(member)),
  });
}

function revealed(
  plan: QuizPlan,
  state: QuizState,
  event: Extract<QuizEvent, { kind: 'revealed' }>,
  now: Instant,
): QuizStep {
  const { phase } = state;
  if (phase.kind !== 'closing') return unmoved(state);
  const { question, closesAt } = phase;
  const counts = !state.skipped.includes(question);
  const alive = counts
    ? (state.alive?.filter((member) => event.passed.includes(member)) ?? null)
    : state.alive;
  const fell = state.alive?.filter((member) => !alive?.includes(member)) ?? [];
  const end = state.end ?? (fell.length > 0 && (alive?.length ?? 0) <= 1 ? 'survived' : null);
  const isLast = question >= plan.cards.length;
  const until = end !== null ? now : now + (isLast ? PAUSE / 2 : PAUSE);
  return moved(state, 'revealed', {
    phase: { kind: 'pause', question, closesAt, until, revealed: event.answers },
    closed: question,
    closes: { ...state.closes, [question]: closesAt },
    alive,
    fell,
    end,
  });
}

function stopped(state: QuizState, now: Instant): QuizStep {
  const { phase } = state;
  if (state.end) return unmoved(state);
  switch (phase.kind) {
    case 'asking':
      return skipped({ ...state, end: 'stopped' }, phase.question, now);
    case 'posting':
      return phase.claim
        ? moved(state, 'noted', { end: 'stopped' })
        : ending(state, 'stopped', now);
    case 'closing':
      return moved(state, 'noted', { end: 'stopped' });
    case 'lobby':
    case 'pause':
      return ending(state, 'stopped', now);
    case 'ending':
    case 'over':
      return unmoved(state);
  }
}

/** One who began alone, or whose others left, still gets opponents. */
const LEAST_TEAMS = 2;

/** Whoever comes later goes to the smallest team. */
function joinedLate(state: QuizState, member: MemberId): QuizStep {
  const { teams } = state;
  if (!teams || member in teams) return unmoved(state);
  const taken = Object.values(teams);
  const sizes = Array.from(
    { length: Math.max(LEAST_TEAMS, 1 + Math.max(0, ...taken)) },
    (_, team) => taken.filter((other) => other === team).length,
  );
  const smallest = sizes.indexOf(Math.min(...sizes));
  return moved(state, 'noted', { teams: { ...teams, [member]: smallest } });
}

function left(state: QuizState, member: MemberId): QuizStep {
  const { fell = [] } = state;
  const isNamed =
    (state.teams && member in state.teams) ||
    state.alive?.includes(member) ||
    fell.includes(member);
  if (!isNamed) return unmoved(state);
  const teams = state.teams && { ...state.teams };
  if (teams) delete teams[member];
  return moved(state, 'noted', {
    teams,
    alive: state.alive?.filter((other) => other !== member) ?? null,
    fell: fell.filter((other) => other !== member),
  });
}
