import type { Origin } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import { SELF_GRADES } from '../core/card.ts';
import type { RoundId } from '../core/ids.ts';
import type { Round } from '../core/round.ts';
import type { Parts } from './parts.ts';

/** A flash card's answer, for the one who asks, with the words to grade oneself by. */
export function lookAtAnswer(parts: Parts, intent: Origin, id: RoundId): Promise<Reply> {
  return aboutOpenRound(parts, intent, id, (round, texts) => {
    const { card } = round;
    if (card.kind !== 'flash') return null;
    const { lookTitle, howWell } = texts.question;
    return {
      ...textView('news', lookTitle(round.number), card.answer, howWell),
      actions: SELF_GRADES.map((grade) => ({
        label: texts.selfGrades[grade],
        press: { kind: 'self grade', round: id, grade },
      })),
    };
  });
}

/** The author's hint, for the one who asks. It costs nothing in a daily. */
export function hintFor(parts: Parts, intent: Origin, id: RoundId): Promise<Reply> {
  return aboutOpenRound(parts, intent, id, ({ number, card }, texts) =>
    card.hint === null ? null : textView('news', texts.question.hintTitle(number), card.hint),
  );
}

async function aboutOpenRound(
  parts: Parts,
  { community, locale, receivedAt }: Origin,
  id: RoundId,
  show: (round: Round, texts: Texts) => View | null,
): Promise<Reply> {
  const texts = textsFor(locale);
  const round = await parts.store.rounds.get(community, id);
  const shown = round && receivedAt < round.closesAt ? show(round, texts) : null;
  const why = round ? texts.refusal.closed : texts.refusal.gone;
  const view = shown ?? textView('refusal', texts.refusal.title, why);
  return { kind: 'view', view, seenBy: 'only me' };
}
