import { textsFor } from '../chat/texts/index.ts';
import type { View } from '../chat/view.ts';
import { quizQuestionView } from '../chat/views/quiz.ts';
import { finalView } from '../chat/views/quiz-table.ts';
import { SECOND } from '../core/day.ts';
import {
  QUIZ_LEASE,
  QUIZ_SEND_LIMIT,
  type QuizClaim,
  type QuizPhase,
  roundOf,
} from '../core/quiz.ts';
import type { QuizEvent } from '../core/quiz-moves.ts';
import { waitToPost } from '../core/quiz-sent.ts';
import { HELD_BACK, isRemembered, timeToSend } from '../core/sending.ts';
import {
  type Found,
  type MessageAddress,
  type Platform,
  PlatformFault,
  runningPlatform,
} from '../ports/platform.ts';
import type { JobResult } from '../ports/queue.ts';
import type { LiveQuiz } from '../ports/quizzes.ts';
import type { Parts } from './parts.ts';
import { stepNow, tableOf } from './quiz-moves.ts';
import type { Turn } from './quiz-run.ts';

/** The wait where another process has the platform of the community. */
const WAIT = SECOND;
/** How often a quiz is read again that moved on during a send. */
const MOST_READS = 10;

type Posting = Extract<QuizPhase, { kind: 'posting' | 'ending' }>;

const again = (afterMs: number): JobResult => ({ kind: 'again', afterMs });

/** Posts the next question, or the last table: once, whoever else tries. */
export async function postForQuiz(parts: Parts, read: LiveQuiz, phase: Posting): Promise<Turn> {
  const platform = runningPlatform(parts.platforms, read.plan.community);
  if (!platform) return again(WAIT);
  const now = parts.clock.now();
  if (!phase.claim) {
    return now < phase.at ? again(phase.at - now) : send(parts, platform, read);
  }
  const held = phase.claim.since + QUIZ_LEASE - now;
  return held > 0 ? again(Math.min(held, QUIZ_LEASE)) : examine(parts, platform, read, phase.claim);
}

const keyOf = ({ plan: { id }, state: { phase } }: LiveQuiz): string =>
  roundOf(id, phase.kind === 'posting' ? phase.question : 0);

/** `isMissing`: the platform was asked and has no message of an earlier claim. */
async function send(
  parts: Parts,
  platform: Platform,
  read: LiveQuiz,
  isMissing = false,
): Promise<Turn> {
  const { state } = stepNow(parts, read, { kind: 'claimed', owner: parts.owner, isMissing });
  // Somebody else has it, or it was stopped.
  if (!(await parts.store.quizzes.move(read, state))) return 'moved';
  const claimed: LiveQuiz = { ...read, state };
  const claim = claimOf(claimed);
  if (!claim) return 'moved';
  const view = await viewOf(parts, claimed);
  // This process may have been stopped since, and somebody may soon examine its claim.
  const left = timeToSend(claim, parts.clock.now(), platform.remembersKeysFor, QUIZ_SEND_LIMIT);
  if (left === null) return notSent(parts, claimed, claim, 0);
  try {
    const signal = AbortSignal.timeout(left);
    const message = await platform.post(read.plan, view, keyOf(claimed), signal);
    return record(parts, claimed, claim, { kind: 'posted', stands: true }, message);
  } catch (cause) {
    if (!(cause instanceof PlatformFault)) throw cause;
    parts.report(`posting for the quiz ${read.plan.id} of ${read.plan.community}`, cause);
    return afterFault(parts, claimed, claim, cause);
  }
}

function claimOf({ state: { phase } }: LiveQuiz): QuizClaim | null {
  return phase.kind === 'posting' || phase.kind === 'ending' ? phase.claim : null;
}

async function viewOf(parts: Parts, quiz: LiveQuiz): Promise<View> {
  const { plan, state } = quiz;
  const texts = textsFor(parts.language);
  if (state.phase.kind === 'posting') {
    const joined = await parts.store.quizzes.joined(plan.community, plan.id);
    const closesAt = parts.clock.now() + plan.seconds * SECOND;
    const progress = { closesAt, answered: 0, joined: state.alive?.length ?? joined.size };
    return quizQuestionView(plan, state.phase.question, progress, texts);
  }
  const { questions, table } = await tableOf(parts, quiz);
  return finalView(plan, state.end ?? 'done', questions, table, state.teams, texts);
}

function afterFault(
  parts: Parts,
  claimed: LiveQuiz,
  claim: QuizClaim,
  { repeat, afterMs }: PlatformFault,
): Promise<Turn> | Turn {
  switch (repeat) {
    case 'never':
      // An earlier send may stand, whatever became of this one.
      return record(
        parts,
        claimed,
        claim,
        isRepeat(claim) ? { kind: 'posted', stands: false } : { kind: 'refused' },
      );
    case 'gone':
      return record(parts, claimed, claim, { kind: 'gone' });
    case 'later': {
      const { phase } = claimed.state;
      const tries = 'tries' in phase ? phase.tries + 1 : 1;
      return notSent(parts, claimed, claim, afterMs ?? waitToPost(tries));
    }
    case 'unknown':
      // When the lease is over, `examine` knows what may be done.
      return again(QUIZ_LEASE);
  }
}

const isRepeat = ({ since, firstSent }: QuizClaim): boolean => firstSent < since;

/** Nothing was sent under this claim. Where an earlier one may have sent, it runs out and is examined. */
function notSent(
  parts: Parts,
  claimed: LiveQuiz,
  claim: QuizClaim,
  wait: number,
): Promise<Turn> | Turn {
  if (isRepeat(claim)) return again(Math.max(wait, QUIZ_LEASE));
  return record(parts, claimed, claim, { kind: 'not sent', wait });
}

/** Writes what became of a send, for as long as its claim is held: members may join or stop the quiz meanwhile. */
async function record(
  parts: Parts,
  claimed: LiveQuiz,
  claim: QuizClaim,
  event: QuizEvent,
  message?: MessageAddress,
): Promise<Turn> {
  const { quizzes } = parts.store;
  const { community, id } = claimed.plan;
  const key = keyOf(claimed);
  let read: LiveQuiz | null = claimed;
  for (let reads = 0; reads < MOST_READS && read; reads++) {
    const held = claimOf(read);
    const isHeld = held?.owner === claim.owner && held.since === claim.since;
    if (!isHeld || keyOf(read) !== key) return 'moved';
    const { state } = stepNow(parts, read, event);
    const at = read.state.phase.kind === 'posting' ? message : undefined;
    if (await quizzes.move(read, state, at)) return 'moved';
    read = await quizzes.get(community, id);
  }
  return again(WAIT);
}

/**
 * The claim outlived its lease: its sender died, or the platform never said what became of the message. It is sent
 * again only where that cannot make a second message; else it is looked up; else it counts as if it stood.
 */
async function examine(
  parts: Parts,
  platform: Platform,
  read: LiveQuiz,
  claim: QuizClaim,
): Promise<Turn> {
  const memory = platform.remembersKeysFor;
  const now = parts.clock.now();
  if (isRemembered(claim, memory - HELD_BACK, now, QUIZ_SEND_LIMIT)) {
    return send(parts, platform, read);
  }
  const seen = await lookedUp(platform, read);
  if (seen.kind === 'none' && memory > 0) {
    const { end, phase } = read.state;
    return end && phase.kind === 'posting'
      ? record(parts, read, claim, { kind: 'not sent', wait: 0 })
      : send(parts, platform, read, true);
  }
  return seen.kind === 'found'
    ? record(parts, read, claim, { kind: 'posted', stands: true }, seen.message)
    : record(parts, read, claim, { kind: 'posted', stands: false });
}

async function lookedUp(platform: Platform, read: LiveQuiz): Promise<Found> {
  try {
    return await platform.find(read.plan, keyOf(read), AbortSignal.timeout(QUIZ_SEND_LIMIT));
  } catch (cause) {
    if (!(cause instanceof PlatformFault) || cause.repeat === 'later') throw cause;
    return { kind: 'cannot tell' };
  }
}
