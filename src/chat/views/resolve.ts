import type { Day } from '../../core/day.ts';
import type { DailyId } from '../../core/ids.ts';
import { FATES } from '../press.ts';
import type { Texts } from '../texts/index.ts';
import { type Action, textView, type View } from '../view.ts';

/** A question of which nobody knows whether it was posted. */
interface Unresolved {
  readonly daily: DailyId;
  readonly day: Day;
  readonly state: { readonly reason: string };
}

/** The open cases; buttons settle the oldest, so that each press is about one. */
export function unresolvedView(open: readonly Unresolved[], texts: Texts): View {
  const [first, ...others] = open;
  if (!first) return textView('news', texts.resolve.none, texts.resolve.nothingToDo);
  const { daily, day } = first;
  const lines = [texts.notice.reason(first.state.reason), texts.resolve.look];
  if (others.length > 0) lines.push(texts.resolve.more(others.length));
  const actions = FATES.map((fate): Action => {
    return { label: texts.resolve.fates[fate], press: { kind: 'resolve', daily, day, fate } };
  });
  return { ...textView('news', texts.notice.unknown(daily, day), ...lines), actions };
}
