import type { Origin } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import type { RoundId } from '../core/ids.ts';
import type { Answer } from '../core/round.ts';
import { type Claim, claimsOf, isTyped } from '../core/ruling.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { Appeal, Appealed } from '../ports/rulings.ts';
import { noticeAppeal } from './appeal-notice.ts';
import type { Parts } from './parts.ts';
import { rescore } from './rescore.ts';

const onlyMe = (view: View): Reply => ({ kind: 'view', view, seenBy: 'only me' });

/** "I was right": one open appeal for all who gave an equal answer to the card, which its organisers decide. */
export async function appealPressed(parts: Parts, intent: Origin, id: RoundId): Promise<Reply> {
  const { community, member, locale } = intent;
  const texts = textsFor(locale);
  const { rounds, answers } = parts.store;
  const [round, answer] = await Promise.all([
    rounds.get(community, id),
    answers.get(community, id, member),
  ]);
  const claims = claimsIn(parts, round, answer, texts);
  if (typeof claims === 'string') {
    return onlyMe(textView('refusal', texts.refusal.title, claims));
  }
  return onlyMe(await appealTo(parts, intent, claims, texts));
}

interface Claims {
  readonly round: PostedRound;
  readonly claims: readonly Claim[];
}

/** What can be appealed, or a sentence that says why nothing can. */
function claimsIn(
  { rules }: Parts,
  round: PostedRound | null,
  answer: Answer | null,
  { appeal, refusal }: Texts,
): Claims | string {
  if (!round) return refusal.gone;
  if (!answer) return appeal.notAnswered;
  if (!isTyped(round.card)) return appeal.notTyped;
  if (rules.verdict === 'at-the-reveal' && !round.closed) return appeal.later;
  if (round.isVoid) return appeal.isVoid;
  if (answer.verdict.mark === 'right') return appeal.isRight;
  const claims = claimsOf(round.card, answer);
  return claims.length > 0 ? { round, claims } : appeal.noWords;
}

async function appealTo(
  parts: Parts,
  { community, member }: Origin,
  { round, claims }: Claims,
  texts: Texts,
): Promise<View> {
  const at = parts.clock.now();
  const { deck, id: card } = round.card;
  const open: Appeal[] = [];
  const decided: Appeal[] = [];
  for (const claim of claims) {
    const disputed = { ...claim, deck, card, round: round.id, at };
    const done: Appealed = await parts.store.rulings.appeal(community, member, disputed);
    if (done.kind === 'erasing') {
      return textView('refusal', texts.refusal.title, texts.refusal.erasing);
    }
    (done.kind === 'decided' ? decided : open).push(done.appeal);
    if (done.kind === 'opened') await noticeAppeal(parts, round, done.appeal);
  }
  if (open.length > 0) {
    return textView('news', texts.appeal.title, texts.appeal.sent(wordsOf(open)));
  }
  return decidedView(parts, round, decided, texts);
}

const wordsOf = (appeals: readonly Appeal[]): string[] => appeals.map(({ words }) => words);

/** A question that was on its way when the appeal was accepted has not heard of it. */
async function decidedView(
  parts: Parts,
  { community }: PostedRound,
  decided: readonly Appeal[],
  { appeal }: Texts,
): Promise<View> {
  const accepted = decided.filter(({ state }) => state === 'accepted');
  for (const each of accepted) await rescore(parts, community, each);
  if (accepted.length > 0) {
    return textView('right', appeal.acceptedTitle, appeal.accepted(wordsOf(accepted)));
  }
  return textView('news', appeal.toldRejectedTitle, appeal.rejected(wordsOf(decided)));
}
