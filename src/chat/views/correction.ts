import type { Card } from '../../core/card.ts';
import type { DailyId } from '../../core/ids.ts';
import type { Round } from '../../core/round.ts';
import type { Texts } from '../texts/index.ts';
import { typedKeyOf } from '../typed-key.ts';
import { textView, type View } from '../view.ts';
import { keyInWords } from './response.ts';

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

/** What a new key made of the answers. */
interface Regrading {
  readonly graded: number;
  readonly verdicts: number;
  readonly points: number;
  readonly streaks: number;
}

/** A key was put right. @param also the words that are accepted too; null for another key */
export function rekeyedView(
  round: Round & { readonly isVoid: boolean },
  card: Card,
  also: string | null,
  done: Regrading,
  texts: Texts,
): View {
  const { daily, number } = round;
  const { rekey } = texts;
  const lines = [
    also === null
      ? rekey.wasAndIs(keyInWords(round.card, texts), keyInWords(card, texts))
      : rekey.also(also),
    rekey.graded(done.graded, done.verdicts),
  ];
  if (round.isVoid) lines.push(rekey.void);
  else if (done.graded > 0) lines.push(round.closed ? rekey.points(done.points) : rekey.open);
  lines.push(texts.correction.mended(done.streaks));
  const old = typedKeyOf(round.card);
  if (old !== null) lines.push(rekey.undo(daily, number, old));
  return textView('news', rekey.done(daily, number), ...lines);
}
