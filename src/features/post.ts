import { textsFor } from '../chat/texts/index.ts';
import { questionView } from '../chat/views/question.ts';
import { withShuffledOptions } from '../core/card.ts';
import { chooseCard } from '../core/choice-of-card.ts';
import { type Daily, givesWayAt, type Occurrence, tooLate } from '../core/daily.ts';
import { SECOND } from '../core/day.ts';
import { seededDice } from '../core/dice.ts';
import type { CommunityId } from '../core/ids.ts';
import { closingTime, type Round } from '../core/round.ts';
import { PlatformFault, platformOf } from '../ports/platform.ts';
import type { JobResult, PostOccurrence } from '../ports/queue.ts';
import type { Situation } from '../ports/store.ts';
import type { Parts } from './parts.ts';

/** How long a sender holds its claim; then another may examine what became of it. */
const LEASE = 30 * SECOND;
/** A send is given up while the claim is still held. */
const SEND_LIMIT = 20 * SECOND;
/** The wait after a send that certainly did not happen. */
const SEND_AGAIN = 10 * SECOND;

const DONE: JobResult = { kind: 'done' };

type Sending = Extract<Occurrence['state'], { kind: 'sending' }>;

/** The job for a due occurrence. The ledger decides; running it twice posts once. */
export async function postOccurrence(parts: Parts, due: PostOccurrence): Promise<JobResult> {
  const { community, daily, day } = due;
  const found = await parts.store.ledger.situation(community, daily, day);
  if (!found) return { kind: 'drop', because: 'the occurrence is no longer planned' };
  const { state } = found.occurrence;
  switch (state.kind) {
    case 'pending':
      return postPending(parts, community, found);
    case 'sending':
      return examine(parts, community, found, state);
    case 'posted':
    case 'skipped':
    case 'unknown':
      return DONE;
  }
}

async function postPending(
  parts: Parts,
  community: CommunityId,
  found: Situation,
): Promise<JobResult> {
  const { occurrence, daily } = found;
  const now = parts.clock.now();
  if (occurrence.at > now) return { kind: 'drop', because: 'it is not due yet' };
  if (!daily) return skip(parts, community, occurrence, 'the daily was removed');
  // Paused while an earlier attempt had the claim, or in the moment of `/daily now`.
  if (daily.paused) return skip(parts, community, occurrence, 'the daily is paused');
  if (tooLate(daily, occurrence, now, parts.rules.catchUp)) {
    return skip(parts, community, occurrence, 'it was too late to catch up');
  }
  const round = draftRound(parts, daily, found, now);
  if (typeof round === 'string') return skip(parts, community, occurrence, round);
  return send(parts, occurrence, round, 1, now);
}

async function skip(
  parts: Parts,
  community: CommunityId,
  occurrence: Occurrence,
  reason: string,
): Promise<JobResult> {
  await parts.store.ledger.end(occurrence, { kind: 'skipped', reason }, community, null);
  parts.report(`skipping ${community} ${occurrence.daily} ${occurrence.day}`, reason);
  return DONE;
}

/** The round to post, or the reason why there is none. */
function draftRound(parts: Parts, daily: Daily, found: Situation, now: number): Round | string {
  const deck = parts.decks.get(daily.deck);
  if (!deck) return `the deck ${daily.deck} is not loaded`;
  const { occurrence, history, secret, lastNumber } = found;
  const dice = seededDice(`${secret} ${daily.id} ${occurrence.day}`);
  const card = chooseCard(deck.cards, history, dice);
  if (!card) return 'every card of the deck is in an open round';
  const over = givesWayAt(daily, { day: occurrence.day, at: Math.max(now, occurrence.at) });
  return {
    id: parts.makeRoundId(),
    community: daily.community,
    channel: daily.channel,
    daily: daily.id,
    number: lastNumber + 1,
    day: occurrence.day,
    zone: daily.schedule.zone,
    card: withShuffledOptions(card, dice),
    exam: daily.course.exam,
    openedAt: now,
    closesAt: closingTime(now, over, parts.rules.closesAfter),
    closed: false,
  };
}

/** A claim that outlived its lease: its sender died, or the platform never said what became of the message. */
async function examine(
  parts: Parts,
  community: CommunityId,
  { occurrence, draft }: Situation,
  state: Sending,
): Promise<JobResult> {
  const now = parts.clock.now();
  if (now < state.since + LEASE) return { kind: 'drop', because: 'it is being sent' };
  const platform = platformOf(parts.platforms, community);
  const isWanted = draft !== null && now < draft.closesAt;
  if (isWanted && now - state.firstSent < platform.remembersKeysFor) {
    return send(parts, occurrence, draft, state.attempt + 1, state.firstSent);
  }
  const reason = 'the sender stopped before it heard whether the message stands';
  await parts.store.ledger.end(occurrence, { kind: 'unknown', reason }, community, state.round);
  parts.report(`posting ${community} ${occurrence.daily} ${occurrence.day}`, reason);
  return DONE;
}

async function send(
  parts: Parts,
  occurrence: Occurrence,
  round: Round,
  attempt: number,
  firstSent: number,
): Promise<JobResult> {
  const { ledger } = parts.store;
  const since = parts.clock.now();
  const state = { kind: 'sending', round: round.id, attempt, since, firstSent } as const;
  if (!(await ledger.claim(occurrence, state, round, since + LEASE))) {
    // Another worker has it, or took the card or the number: the ledger knows which.
    return { kind: 'again', afterMs: SECOND };
  }
  const claimed = { ...occurrence, state };
  const platform = platformOf(parts.platforms, round.community);
  try {
    const view = questionView(round, textsFor('en'));
    const signal = AbortSignal.timeout(SEND_LIMIT);
    const message = await platform.post(round, view, round.id, signal);
    const recorded = await ledger.posted(claimed, round, message);
    return recorded ? DONE : { kind: 'drop', because: 'the claim was lost while sending' };
  } catch (cause) {
    if (cause instanceof PlatformFault) return afterFault(parts, claimed, round, cause);
    throw cause;
  }
}

async function afterFault(
  parts: Parts,
  claimed: Occurrence & { readonly state: Sending },
  { id, community }: Round,
  fault: PlatformFault,
): Promise<JobResult> {
  const { ledger } = parts.store;
  // An earlier attempt may stand in the channel, whatever became of this one.
  const isFirst = claimed.state.attempt === 1;
  parts.report(`posting ${community} ${claimed.daily} ${claimed.day}`, fault);
  switch (fault.repeat) {
    case 'gone':
    case 'never': {
      const kind = isFirst ? 'skipped' : 'unknown';
      await ledger.end(claimed, { kind, reason: fault.message }, community, id);
      return DONE;
    }
    case 'later':
      if (!isFirst) return DONE;
      await ledger.release(claimed, community, id, parts.clock.now() + SEND_AGAIN);
      return { kind: 'again', afterMs: SEND_AGAIN };
    case 'unknown':
      // The row stays "sending": when the lease is over, `examine` knows what may be done.
      return DONE;
  }
}
