import type { DailyId, MemberId } from '../../core/ids.ts';
import { MOST_FREEZES, ROUNDS_PER_FREEZE, type Streak, type StreakNow } from '../../core/streak.ts';
import type { Texts } from '../texts/index.ts';
import { type Line, textView, type View } from '../view.ts';

/** A member's streak in one daily, as it stands. */
export interface DailyStreak {
  readonly daily: DailyId;
  readonly streak: Streak;
  readonly now: StreakNow;
  /** Whether the open question is answered; null where none is open. */
  readonly answered: boolean | null;
}

/** The one shown where one number is shown: the longest run that still stands. */
export function bestStreak(streaks: readonly DailyStreak[]): DailyStreak | null {
  return streaks.reduce<DailyStreak | null>(
    (best, each) => (best === null || each.now.current > best.now.current ? each : best),
    null,
  );
}

function stateLines({ streak, now, answered }: DailyStreak, texts: Texts): Line[] {
  const lines: Line[] = [];
  if (now.broken) lines.push(texts.streak.broken(streak.longest));
  else if (now.current === 0) lines.push(texts.streak.none);
  else lines.push(texts.streak.longest(streak.longest));
  if (now.waiting.length > 0) lines.push(texts.streak.waiting(now.waiting));
  else if (streak.covered.length > 0) lines.push(texts.streak.covered(streak.covered));
  const toGo = ROUNDS_PER_FREEZE - (streak.credited % ROUNDS_PER_FREEZE);
  lines.push(texts.streak.freezes(streak.freezes, MOST_FREEZES, toGo));
  if (answered !== null) lines.push(answered ? texts.streak.answered : texts.streak.open);
  return lines;
}

/** `/streak`: the best streak first, each daily with its state. */
export function streakView(streaks: readonly DailyStreak[], texts: Texts): View {
  const best = bestStreak(streaks);
  if (!best) return textView('news', texts.streak.title(0), texts.streak.none);
  const lines =
    streaks.length === 1
      ? stateLines(best, texts)
      : streaks.flatMap((each): Line[] => [
          [
            {
              kind: 'strong',
              text: `${texts.streak.daily(each.daily)}: ${texts.streak.line(each.now.current, each.streak.freezes)}`,
            },
          ],
          ...stateLines(each, texts),
        ]);
  const actions =
    best.now.current > 0
      ? [{ label: texts.streak.share, press: { kind: 'share streak' } as const }]
      : [];
  return { ...textView('news', texts.streak.title(best.now.current), ...lines), actions };
}

/** A streak shown to the channel because its owner asked for that. */
export function sharedStreakView(member: MemberId, rounds: number, texts: Texts): View {
  return textView('news', texts.streak.title(rounds), [
    { kind: 'member', member },
    texts.streak.shared(rounds),
  ]);
}
