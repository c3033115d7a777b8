import type { AppealPress, RulingWord } from '../chat/appeal-press.ts';
import type { Origin } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import type { Appeal, Decision } from '../ports/rulings.ts';
import type { Parts } from './parts.ts';
import { type Rescored, rescore } from './rescore.ts';

const DECISIONS: Readonly<Record<RulingWord, Decision>> = {
  accept: 'accepted',
  reject: 'rejected',
};

const onlyMe = (view: View): Reply => ({ kind: 'view', view, seenBy: 'only me' });

const refused = (why: string, texts: Texts): Reply =>
  onlyMe(textView('refusal', texts.refusal.title, why));

/** A button under an appeal. */
export function rulePressed(
  parts: Parts,
  intent: Origin,
  { appeal, as }: Extract<AppealPress, { kind: 'rule' }>,
): Promise<Reply> {
  return decideAppeal(parts, intent, `${appeal}`, as);
}

/** Decides an appeal, once: everyone who gave the answer is graded again where it is accepted. */
export async function decideAppeal(
  parts: Parts,
  { community, locale }: Origin,
  number: string,
  as: RulingWord,
): Promise<Reply> {
  const texts = textsFor(locale);
  const { rulings } = parts.store;
  const read = /^\d{1,9}$/.test(number) ? await rulings.get(community, Number(number)) : null;
  if (!read) return refused(texts.ruling.unknown(number), texts);
  if (read.state !== 'open') return refused(wasDecided(read, texts), texts);
  const decided = await rulings.decide(community, read, DECISIONS[as], parts.clock.now());
  if (!decided) {
    const now = (await rulings.get(community, read.number)) ?? read;
    return refused(wasDecided(now, texts), texts);
  }
  const done = decided.state === 'accepted' ? await rescore(parts, community, decided) : null;
  await hurry(parts, { community }, decided);
  return onlyMe(await decidedView(parts, { community }, decided, done, texts));
}

const wasDecided = ({ number, words, state }: Appeal, { ruling }: Texts): string =>
  ruling.wasDecided(number, words, state === 'accepted');

async function decidedView(
  { store }: Parts,
  { community }: Pick<Origin, 'community'>,
  { number, words, round }: Appeal,
  done: Rescored | null,
  { ruling, rekey, correction }: Texts,
): Promise<View> {
  if (done === null) {
    return textView('news', ruling.rejectedTitle(number, words), ruling.rejectedNote);
  }
  const about = await store.rounds.get(community, round);
  const points = about?.isVoid ? rekey.void : rekey.points(done.points);
  return textView(
    'news',
    ruling.acceptedTitle(number, words),
    ruling.rescored(done.answers),
    about && !about.closed ? rekey.open : points,
    correction.mended(done.streaks),
    ruling.fromNowOn,
  );
}

/** What follows stands in the due list already; this only spares members the wait for the next look. */
async function hurry(
  { queue, report }: Parts,
  { community }: Pick<Origin, 'community'>,
  { number }: Appeal,
): Promise<void> {
  try {
    await queue.wake([{ kind: 'settle-ruling', data: { community, number }, afterMs: 0 }]);
  } catch (cause) {
    report(`waking what follows from appeal ${number} of ${community}`, cause);
  }
}
