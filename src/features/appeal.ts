import type { Origin } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import type { RoundId } from '../core/ids.ts';
import { type Claim, claimsOf, isTyped } from '../core/ruling.ts';
import type { Appeal, Appealed } from '../ports/rulings.ts';
import { noticeAppeal } from './appeal-notice.ts';
import { type DisputedQuestion, disputedBy } from './disputed.ts';
import type { Parts } from './parts.ts';
import { rescore } from './rescore.ts';

const onlyMe = (view: View): Reply => ({ kind: 'view', view, seenBy: 'only me' });

/** "I was right": one open appeal for all who gave an equal answer to the card, which its organisers decide. */
export async function appealPressed(parts: Parts, intent: Origin, id: RoundId): Promise<Reply> {
  const { community, member, locale } = intent;
  const texts = textsFor(locale);
  const question = await disputedBy(parts, community, member, id);
  const claims = claimsIn(question, texts);
  if (typeof claims === 'string') {
    return onlyMe(textView('refusal', texts.refusal.title, claims));
  }
  return onlyMe(await appealTo(parts, intent, claims, texts));
}

interface Claims {
  readonly question: DisputedQuestion;
  readonly claims: readonly Claim[];
}

/** What can be appealed, or a sentence that says why nothing can. */
function claimsIn(question: DisputedQuestion | null, { appeal, refusal }: Texts): Claims | string {
  if (!question) return refusal.gone;
  const { card, answer, daily, isHeldBack } = question;
  if (!answer) return appeal.notAnswered;
  if (!isTyped(card)) return appeal.notTyped;
  if (isHeldBack) return daily ? appeal.later : appeal.afterTheQuiz;
  if (daily?.isVoid) return appeal.isVoid;
  if (answer.verdict.mark === 'right') return appeal.isRight;
  const claims = claimsOf(card, answer);
  return claims.length > 0 ? { question, claims } : appeal.noWords;
}

async function appealTo(
  parts: Parts,
  intent: Origin,
  { question, claims }: Claims,
  texts: Texts,
): Promise<View> {
  const { community, member } = intent;
  const at = parts.clock.now();
  const { deck, id: card } = question.card;
  const open: Appeal[] = [];
  const decided: Appeal[] = [];
  for (const claim of claims) {
    const disputed = { ...claim, deck, card, round: question.round, at };
    const done: Appealed = await parts.store.rulings.appeal(community, member, disputed);
    if (done.kind === 'erasing') {
      return textView('refusal', texts.refusal.title, texts.refusal.erasing);
    }
    (done.kind === 'decided' ? decided : open).push(done.appeal);
    if (done.kind === 'opened') await noticeAppeal(parts, community, question, done.appeal);
  }
  if (open.length > 0) {
    return textView('news', texts.appeal.title, texts.appeal.sent(wordsOf(open)));
  }
  return decidedView(parts, intent, question, decided, texts);
}

const wordsOf = (appeals: readonly Appeal[]): string[] => appeals.map(({ words }) => words);

/** A question that was on its way when the appeal was accepted has not heard of it. */
async function decidedView(
  parts: Parts,
  { community, member }: Origin,
  { daily }: DisputedQuestion,
  decided: readonly Appeal[],
  { appeal }: Texts,
): Promise<View> {
  const accepted = decided.filter(({ state }) => state === 'accepted');
  for (const each of accepted) await rescore(parts, community, each, [member]);
  if (accepted.length > 0) {
    const inWords = daily ? appeal.accepted : appeal.acceptedInStudy;
    return textView('right', appeal.acceptedTitle, inWords(wordsOf(accepted)));
  }
  return textView('news', appeal.toldRejectedTitle, appeal.rejected(wordsOf(decided)));
}
