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
import { streakNow } from '../core/streak.ts';
import type { Parts } from './parts.ts';

const NO_VOIDS: ReadonlySet<number> = new Set();

/** `/streak`. */
export async function streakCommand(parts: Parts, intent: Origin): Promise<Reply> {
  const streaks = await streaksOf(parts, intent);
  return { kind: 'view', view: streakView(streaks, textsFor(intent.locale)), seenBy: 'only me' };
}

/** The button under it: the channel sees the number. */
export async function streakShared(parts: Parts, intent: Origin): Promise<Reply> {
  const texts = textsFor(intent.locale);
  const rounds = bestStreak(await streaksOf(parts, intent))?.now.current ?? 0;
  if (rounds === 0) {
    const view = textView('refusal', texts.refusal.title, texts.streak.nothingToShare);
    return { kind: 'view', view, seenBy: 'only me' };
  }
  return { kind: 'view', view: sharedStreakView(intent.member, rounds, texts), seenBy: 'channel' };
}

async function streaksOf(parts: Parts, { community, member }: Origin): Promise<DailyStreak[]> {
  const dailies = await parts.store.dailies.list(community);
  return Promise.all(dailies.map((daily) => streakIn(parts, daily, member)));
}

async function streakIn(parts: Parts, daily: Daily, member: MemberId): Promise<DailyStreak> {
  const { community, id } = daily;
  const [streak, latestClosed, open] = await Promise.all([
    parts.store.streaks.get(community, id, member),
    parts.store.rounds.latestClosed(community, id),
    parts.store.rounds.open(community, id, parts.clock.now()),
  ]);
  const answer = open && (await parts.store.answers.get(community, open.id, member));
  return {
    daily: id,
    streak,
    now: streakNow(streak, latestClosed, NO_VOIDS),
    answered: open === null ? null : answer !== null,
  };
}
