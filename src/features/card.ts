import type { Origin } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import { ownHintView, ownLookView } from '../chat/views/own-question.ts';
import { SELF_GRADES } from '../core/card.ts';
import type { RoundId } from '../core/ids.ts';
import type { OwnKind, OwnQuestion } from '../core/own-session.ts';
import type { Round } from '../core/round.ts';
import { openCards } from './open-cards.ts';
import { ownQuestion } from './own-answers.ts';
import type { Parts } from './parts.ts';

/** A flash card's answer, for the one who asks, with the words to grade oneself by. */
export function lookAtAnswer(parts: Parts, intent: Origin, id: RoundId): Promise<Reply> {
  return aboutOpenRound(
    parts,
    intent,
    id,
    (round, texts) => {
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
    },
    ({ round, card }, kind, texts) =>
      card.kind === 'flash' ? ownLookView({ round, card }, kind, texts) : null,
  );
}

/** The author's hint, for the one who asks. It costs nothing in a daily. */
export function hintFor(parts: Parts, intent: Origin, id: RoundId): Promise<Reply> {
  return aboutOpenRound(
    parts,
    intent,
    id,
    ({ number, card }, texts) =>
      card.hint === null ? null : textView('news', texts.question.hintTitle(number), card.hint),
    ({ card }, _kind, texts) => (card.hint === null ? null : ownHintView(card.hint, texts)),
  );
}

async function aboutOpenRound(
  parts: Parts,
  intent: Origin,
  id: RoundId,
  show: (round: Round, texts: Texts) => View | null,
  showOwn: ShowOwn,
): Promise<Reply> {
  const { community, locale, receivedAt } = intent;
  const texts = textsFor(locale);
  const round = await parts.store.rounds.get(community, id);
  if (!round) return aboutOwn(parts, intent, id, showOwn);
  const shown = round && receivedAt < round.closesAt ? show(round, texts) : null;
  const why = round ? texts.refusal.closed : texts.refusal.gone;
  const view = shown ?? textView('refusal', texts.refusal.title, why);
  return { kind: 'view', view, seenBy: 'only me' };
}

type ShowOwn = (question: OwnQuestion, kind: OwnKind, texts: Texts) => View | null;

/** About a question that one member alone sees. */
async function aboutOwn(parts: Parts, intent: Origin, id: RoundId, show: ShowOwn): Promise<Reply> {
  const texts = textsFor(intent.locale);
  const asked = await ownQuestion(parts, intent, id);
  const isOpen = await openCards(parts, intent.community, intent.member);
  const mayShow = asked && asked.question.answer === null && !isOpen(asked.question.card);
  const shown = mayShow ? show(asked.question, asked.session.kind, texts) : null;
  const why = asked ? texts.own.gone : texts.refusal.gone;
  const view = shown ?? textView('refusal', texts.refusal.title, why);
  return { kind: 'view', view, seenBy: 'only me' };
}
