import type { Round } from '../../core/round.ts';
import type { StreakNow } from '../../core/streak.ts';
import type { Texts } from '../texts/index.ts';
import { textView, type View } from '../view.ts';

/** What a member reads alone before a round closes: no second copy of the question, which stands in its channel. */
export function reminderView(
  { number, closesAt, zone }: Pick<Round, 'number' | 'closesAt' | 'zone'>,
  { current, waiting }: StreakNow,
  freezes: number,
  texts: Texts,
): View {
  const { reminder } = texts;
  const isCovered = waiting.length < freezes;
  const view = textView(
    'news',
    reminder.title(current),
    [reminder.closes(number), { kind: 'moment', at: closesAt, zone }, reminder.answer],
    isCovered ? reminder.covered : reminder.lost,
  );
  return { ...view, footer: reminder.off };
}

/** `/me reminders`. */
export function remindersView(isOn: boolean, texts: Texts): View {
  const { me } = texts;
  return isOn
    ? textView('news', me.remindersOn, me.remindersOnNote)
    : textView('news', me.remindersOff, me.remindersOffNote);
}
