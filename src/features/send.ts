import { textsFor } from '../chat/texts/index.ts';
import { questionView } from '../chat/views/question.ts';
import type { Daily, Sending } from '../core/daily.ts';
import { SECOND } from '../core/day.ts';
import { seededDice } from '../core/dice.ts';
import { remindAt } from '../core/reminder.ts';
import type { Round } from '../core/round.ts';
import { LEASE, timeToSend, waitToSend } from '../core/sending.ts';
import type { ClaimedOccurrence, Situation } from '../ports/ledger.ts';
import { type Platform, PlatformFault } from '../ports/platform.ts';
import type { JobResult } from '../ports/queue.ts';
import { noteEvidence } from './evidence.ts';
import type { Parts } from './parts.ts';
import { suspend } from './suspend.ts';
import { leaveUnknown, skip, skipQuietly } from './unposted.ts';

/** The wait after another worker took what this one wanted. */
const TAKEN = SECOND;

const DONE: JobResult = { kind: 'done' };

/** Claims the occurrence and sends its question. A repeat carries the round, and so the key, of the first send. */
export async function send(
  parts: Parts,
  platform: Platform,
  { occurrence, daily }: Situation,
  round: Round,
  { attempt, firstSent }: Pick<Sending, 'attempt' | 'firstSent'>,
): Promise<JobResult> {
  const { ledger } = parts.store;
  const since = parts.clock.now();
  const before = occurrence.state;
  const tries = before.kind === 'pending' || before.kind === 'sending' ? (before.tries ?? 0) : 0;
  const state: Sending = {
    kind: 'sending',
    round: round.id,
    attempt,
    owner: parts.owner,
    since,
    firstSent,
    ...(tries > 0 ? { tries } : {}),
  };
  const claimed = await ledger.claim(occurrence, state, round, since + LEASE);
  // Another worker has it, or took the card or the number: the ledger knows which.
  if (!claimed) return { kind: 'again', afterMs: TAKEN };
  // This process may have been stopped since, and somebody may soon examine its claim.
  const left = timeToSend(state, parts.clock.now(), platform.remembersKeysFor);
  if (left === null) return giveBack(parts, claimed, round);
  try {
    const view = questionView(round, textsFor(parts.language));
    const message = await platform.post(round, view, round.id, AbortSignal.timeout(left));
    const remind = remindAt(round, parts.rules.remindBefore);
    if (await ledger.posted(claimed, round, message, remind)) return DONE;
    await noteEvidence(parts, round, message);
    return { kind: 'drop', because: 'the claim was lost while sending' };
  } catch (cause) {
    if (cause instanceof PlatformFault) return afterFault(parts, claimed, daily, round, cause);
    throw cause;
  }
}

/** Nothing was sent under this claim. Where an earlier one may have sent, it runs out and is examined. */
async function giveBack(
  parts: Parts,
  claimed: ClaimedOccurrence,
  { community }: Round,
): Promise<JobResult> {
  if (claimed.state.attempt > 1) return { kind: 'again', afterMs: LEASE };
  const now = parts.clock.now();
  await parts.store.ledger.release(claimed, community, claimed.state.tries ?? 0, now);
  return { kind: 'again', afterMs: TAKEN };
}

async function afterFault(
  parts: Parts,
  claimed: ClaimedOccurrence,
  daily: Daily | null,
  round: Round,
  fault: PlatformFault,
): Promise<JobResult> {
  parts.report(`posting ${round.community} ${claimed.daily} ${claimed.day}`, fault);
  switch (fault.repeat) {
    case 'gone':
    case 'never':
      return giveUp(parts, claimed, daily, round, fault);
    case 'later':
      return sendLater(parts, claimed, round, fault);
    case 'unknown':
      // The row stays "sending": when the lease is over, `examine` knows what may be done.
      return { kind: 'again', afterMs: LEASE };
  }
}

async function giveUp(
  parts: Parts,
  claimed: ClaimedOccurrence,
  daily: Daily | null,
  round: Round,
  fault: PlatformFault,
): Promise<JobResult> {
  const reason = fault.message;
  // An earlier attempt may stand in the channel, whatever became of this one.
  if (claimed.state.attempt > 1) await leaveUnknown(parts, claimed, daily, round, reason);
  else if (daily) await skip(parts, daily, claimed, reason);
  else await skipQuietly(parts, round.community, claimed, reason);
  if (daily && fault.repeat === 'gone') await suspend(parts, daily, reason);
  return DONE;
}

async function sendLater(
  parts: Parts,
  claimed: ClaimedOccurrence,
  { id, community }: Round,
  { afterMs }: PlatformFault,
): Promise<JobResult> {
  // An earlier attempt may stand: the claim runs out, and then it is examined again.
  if (claimed.state.attempt > 1) return DONE;
  const tries = (claimed.state.tries ?? 0) + 1;
  const wait = waitToSend(tries, afterMs, seededDice(`${id} ${tries}`));
  await parts.store.ledger.release(claimed, community, tries, parts.clock.now() + wait);
  return { kind: 'again', afterMs: wait };
}
