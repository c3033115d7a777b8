import type { Origin } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import { type Reply, textView } from '../chat/view.ts';
import {
  bestStreak,
  type DailyStreak,
  sharedStreakView,
  streakView,
} from '../chat/views/streak.ts';
import type { Daily } from '../core/daily.ts';
import type { MemberId } from '../core/ids.ts';
import { creditsStreak } from '../core/rules.ts';
import { replayStreak, type Streak, streakNow } from '../core/streak.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { Parts } from './parts.ts';

/** `/streak`. */
export async function streakCommand(parts: Parts, intent: Origin): Promise<Reply> {
  const streaks = await streaksOf(parts, intent, parts.rules.verdict === 'at-once');
  return { kind: 'view', view: streakView(streaks, textsFor(intent.locale)), seenBy: 'only me' };
}

/** The button under it: the channel sees the number. */
export async function streakShared(parts: Parts, intent: Origin): Promise<Reply> {
  const texts = textsFor(intent.locale);
  const rounds = bestStreak(await streaksOf(parts, intent, false))?.now.current ?? 0;
  if (rounds === 0) {
    const view = textView('refusal', texts.refusal.title, texts.streak.nothingToShare);
    return { kind: 'view', view, seenBy: 'only me' };
  }
  const view = sharedStreakView(intent.member, rounds, textsFor(parts.language));
  return { kind: 'view', view, seenBy: 'channel' };
}

/** @param mayTell whether the reader may learn how the open questions were answered */
export async function streaksOf(
  parts: Parts,
  { community, member }: Origin,
  mayTell: boolean,
): Promise<DailyStreak[]> {
  const dailies = await parts.store.dailies.list(community);
  return Promise.all(dailies.map((daily) => streakIn(parts, daily, member, mayTell)));
}

async function streakIn(
  parts: Parts,
  daily: Daily,
  member: MemberId,
  mayTell: boolean,
): Promise<DailyStreak> {
  const { community, id } = daily;
  const [recorded, latestClosed, open, forgiven] = await Promise.all([
    parts.store.streaks.get(community, id, member),
    parts.store.rounds.latestClosed(community, id),
    parts.store.rounds.open(community, id, parts.clock.now()),
    parts.store.corrections.forgiven(community, id),
  ]);
  const answer = open && (await parts.store.answers.get(community, open.id, member));
  const isHidden = !mayTell && answer !== null && parts.rules.streakCounts === 'correct';
  const streak = open && isHidden ? await streakBefore(parts, open, member, forgiven) : recorded;
  return {
    daily: id,
    streak,
    now: streakNow(streak, latestClosed, forgiven),
    answered: open === null ? null : answer !== null,
  };
}

/** The streak as it would stand without the open round: a longer one would say that its answer was right. */
async function streakBefore(
  parts: Parts,
  { community, daily, number }: PostedRound,
  member: MemberId,
  forgiven: ReadonlySet<number>,
): Promise<Streak> {
  const log = await parts.store.answers.ofMember(community, daily, member);
  const credited = [...log].filter(
    ([round, answer]) => round !== number && creditsStreak(parts.rules, answer),
  );
  return replayStreak(
    credited.map(([round]) => round),
    forgiven,
  );
}
