import { textsFor } from '../chat/texts/index.ts';
import { reminderView } from '../chat/views/reminder.ts';
import type { CommunityId, MemberId } from '../core/ids.ts';
import { isNight, remindAt } from '../core/reminder.ts';
import type { Round } from '../core/round.ts';
import { type Streak, type StreakNow, streakNow } from '../core/streak.ts';
import { type Platform, PlatformFault, platformOf } from '../ports/platform.ts';
import type { JobHandlers, JobResult, RemindRound } from '../ports/queue.ts';
import type { PostedRound } from '../ports/rounds.ts';
import { PACE, type Pace, paceOf } from './pace.ts';
import type { Parts } from './parts.ts';

const DONE: JobResult = { kind: 'done' };

/** Somebody whose streak ends, or costs a freeze, unless they answer. */
interface AtStake {
  readonly member: MemberId;
  readonly streak: Streak;
  readonly now: StreakNow;
}

/**
 * The job for a round whose reminders are due. Each run writes to one member and comes again; it ends for good
 * when nobody is left, at night, at the close, and at the first message that does not arrive.
 */
export function createReminding(parts: Parts): JobHandlers['remind-round'] {
  const pace = paceOf();
  return async (due) => {
    const round = await roundToRemindOf(parts, due);
    return round ? remindNext(parts, pace, round) : DONE;
  };
}

/** The round while its reminders are to go out now; else they are moved or ended. */
async function roundToRemindOf(
  { store, clock, rules }: Parts,
  { community, round: id }: RemindRound,
): Promise<PostedRound | null> {
  const round = await store.rounds.get(community, id);
  const now = clock.now();
  // The miss of a void one costs nobody anything.
  const isAtStake = round !== null && !round.closed && !round.isVoid && now < round.closesAt;
  const at = isAtStake ? remindAt(round, rules.remindBefore) : null;
  if (round === null || at === null || isNight(round.zone, now)) {
    await store.reminders.end(community, id);
    return null;
  }
  if (at <= now) return round;
  // An order moved the close since the question was posted.
  await store.reminders.postpone(community, id, at);
  return null;
}

async function remindNext(parts: Parts, pace: Pace, round: PostedRound): Promise<JobResult> {
  const { community, id } = round;
  const platform = platformOf(parts.platforms, community);
  const next = await nextAtStake(parts, round);
  if (!next) {
    await parts.store.reminders.end(community, id);
    return DONE;
  }
  const wait = pace.take(platform.name, parts.clock.now());
  if (wait > 0) return { kind: 'again', afterMs: wait };
  if (await parts.store.reminders.claim(community, id, next.member)) {
    await tell(parts, platform, round, next);
  }
  return { kind: 'again', afterMs: PACE };
}

async function nextAtStake({ store }: Parts, round: Round): Promise<AtStake | null> {
  const { community, daily, id } = round;
  const members = await store.reminders.waiting(community, id);
  if (members.length === 0) return null;
  const wanted = members.map((member) => ({ round: id, member }));
  const [{ streaks }, latestClosed, forgiven] = await Promise.all([
    store.answers.read(community, wanted),
    store.rounds.latestClosed(community, daily),
    store.corrections.forgiven(community, daily),
  ]);
  for (const [at, streak] of streaks.entries()) {
    const now = streakNow(streak, latestClosed, forgiven);
    const member = members[at];
    if (member && now.current > 0) return { member, streak, now };
  }
  return null;
}

async function tell(
  parts: Parts,
  platform: Platform,
  round: PostedRound,
  { member, streak, now }: AtStake,
): Promise<void> {
  try {
    const view = reminderView(round, now, streak.freezes, textsFor(parts.language));
    await platform.tell(round.community, member, view);
  } catch (cause) {
    await stop(parts, round, member, cause);
  }
}

/** A network that refuses one message may take the next ones for a nuisance. */
async function stop(
  { store, report }: Parts,
  { community, id }: Round,
  member: MemberId,
  cause: unknown,
): Promise<void> {
  const isFault = cause instanceof PlatformFault;
  if (isFault && cause.repeat === 'never') await store.reminders.want(community, member, false);
  await store.reminders.end(community, id);
  if (!isFault) throw cause;
  report(`reminding the members of ${community} of round ${id}`, cause);
}

/** `/me reminders`: what is set, after it was set where a word was given. */
export async function setReminders(
  { store }: Parts,
  community: CommunityId,
  member: MemberId,
  turn: string | undefined,
): Promise<boolean> {
  if (turn !== undefined) await store.reminders.want(community, member, turn === 'on');
  return store.reminders.wanted(community, member);
}
