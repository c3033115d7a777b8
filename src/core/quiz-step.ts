import type { Card } from './card.ts';
import { type Instant, SECOND } from './day.ts';
import { type Dice, shuffled } from './dice.ts';
import type { CardId, MemberId } from './ids.ts';
import {
  PAUSE,
  QUIZ_STRAGGLERS,
  type QuizEnd,
  type QuizPhase,
  type QuizPlan,
  type QuizState,
} from './quiz.ts';

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
  | { readonly kind: 'claimed'; readonly owner: string }
  | { readonly kind: 'posted'; readonly stands: boolean }
  /** The message under way was certainly not sent; again after the wait (milliseconds). */
  | { readonly kind: 'not sent'; readonly wait: number }
  /** The platform will never take the message under way. */
  | { readonly kind: 'refused' }
  /** The channel is. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'counted'; readonly answers: number }
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

/** How often a message is tried that certainly was not sent. */
const MOST_TRIES = 5;

type Change = Partial<Omit<QuizState, 'fence'>>;

function moved(state: QuizState, happened: Happened, change: Change): QuizStep {
  return { state: { ...state, ...change, fence: state.fence + 1 }, happened };
}

const unmoved = (state: QuizState): QuizStep => ({ state, happened: 'nothing' });

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
      return claimed(state, event.owner, now);
    case 'posted':
      return posted(plan, state, event.stands, now);
    case 'not sent':
      return notSent(state, now + event.wait);
    case 'refused':
      return refused(state, now);
    case 'gone':
      return over(state, 'gone');
    case 'counted':
      return counted(state, event.answers);
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

function looked(
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

function skipped(state: QuizState, question: number, now: Instant): QuizStep {
  return moved(state, 'skipped', {
    phase: { kind: 'closing', question, closesAt: now, at: now },
    skipped: [...state.skipped, question],
  });
}

function claimed(state: QuizState, owner: string, now: Instant): QuizStep {
  const { phase } = state;
  if (phase.kind !== 'posting' && phase.kind !== 'ending') return unmoved(state);
  const firstSent = phase.claim?.firstSent ?? now;
  const claim = { owner, since: now, firstSent };
  return moved(state, 'claimed', { phase: { ...phase, claim } });
}

function posted(plan: QuizPlan, state: QuizState, stands: boolean, now: Instant): QuizStep {
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

function notSent(state: QuizState, at: Instant): QuizStep {
  const { phase } = state;
  if (phase.kind !== 'posting' && phase.kind !== 'ending') return unmoved(state);
  if (phase.tries + 1 >= MOST_TRIES) return over(state, 'gone');
  return moved(state, 'noted', { phase: { ...phase, claim: null, tries: phase.tries + 1, at } });
}

function refused(state: QuizState, now: Instant): QuizStep {
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

function counted(state: QuizState, answers: number): QuizStep {
  const { phase } = state;
  if (phase.kind === 'asking')
    return moved(state, 'noted', { phase: { ...phase, shown: answers } });
  if (phase.kind !== 'pause') return unmoved(state);
  return moved(state, 'noted', { phase: { ...phase, revealed: answers } });
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
  const fell = state.alive !== null && alive !== null && alive.length < state.alive.length;
  const end = state.end ?? (fell && alive.length <= 1 ? 'survived' : null);
  const isLast = question >= plan.cards.length;
  const until = end !== null ? now : now + (isLast ? PAUSE / 2 : PAUSE);
  return moved(state, 'revealed', {
    phase: { kind: 'pause', question, closesAt, until, revealed: event.answers },
    closed: question,
    alive,
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

function ending(state: QuizState, end: QuizEnd, now: Instant): QuizStep {
  const phase: QuizPhase = { kind: 'ending', claim: null, tries: 0, at: now };
  return moved(state, 'ending', { phase, end: state.end ?? end });
}

/** What is kept of a quiz that is over names nobody. */
function over(state: QuizState, end: QuizEnd): QuizStep {
  return moved(state, 'over', { phase: { kind: 'over' }, end, teams: null, alive: null });
}

/** Whoever comes later goes to the smallest team. */
function joinedLate(state: QuizState, member: MemberId): QuizStep {
  const { teams } = state;
  if (!teams || member in teams) return unmoved(state);
  const taken = Object.values(teams);
  const sizes = Array.from(
    { length: Math.max(0, ...taken) + 1 },
    (_, team) => taken.filter((other) => other === team).length,
  );
  const smallest = sizes.indexOf(Math.min(...sizes));
  return moved(state, 'noted', { teams: { ...teams, [member]: smallest } });
}

function left(state: QuizState, member: MemberId): QuizStep {
  const isNamed = (state.teams && member in state.teams) || state.alive?.includes(member);
  if (!isNamed) return unmoved(state);
  const teams = state.teams && { ...state.teams };
  if (teams) delete teams[member];
  return moved(state, 'noted', {
    teams,
    alive: state.alive?.filter((other) => other !== member) ?? null,
  });
}
