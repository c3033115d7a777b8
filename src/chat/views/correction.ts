import type { DailyId } from '../../core/ids.ts';
import type { Texts } from '../texts/index.ts';
import { textView, type View } from '../view.ts';

/** What a correction of a question did. */
export interface Corrected {
  readonly daily: DailyId;
  readonly number: number;
  /** Open ones have no points on the boards yet. */
  readonly closed: boolean;
  /** Members who answered it. */
  readonly answers: number;
  /** Points that left the boards or came back to them. */
  readonly points: number;
  /** Streaks that were counted anew to another result. */
  readonly streaks: number;
}

/** A question was made void; one press takes it back. */
export function voidedView(done: Corrected, texts: Texts): View {
  const { daily, number } = done;
  const { correction } = texts;
  const view = textView(
    'news',
    correction.isVoid(daily, number),
    correction.keptCredit(done.answers),
    done.closed ? correction.removed(done.points) : correction.openVoid,
    correction.mended(done.streaks),
  );
  return {
    ...view,
    actions: [{ label: correction.undo, press: { kind: 'unvoid', daily, number } }],
  };
}

/** A void question counts again. */
export function unvoidedView(done: Corrected, texts: Texts): View {
  const { correction } = texts;
  return textView(
    'news',
    correction.counts(done.daily, done.number),
    done.closed ? correction.returned(done.points) : correction.openAgain,
    correction.mended(done.streaks),
  );
}
