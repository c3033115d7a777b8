import type { AppealPress, RulingWord } from '../chat/appeal-press.ts';
import type { Origin } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import type { Appeal, Decision } from '../ports/rulings.ts';
import { sightOf } from './appeal-sight.ts';
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
  { community, member, locale }: Origin,
  number: string,
  as: RulingWord,
): Promise<Reply> {
  const texts = textsFor(locale);
  const { rulings } = parts.store;
  const read = /^\d{1,9}$/.test(number) ? await rulings.get(community, Number(number)) : null;
  if (!read) return refused(texts.ruling.unknown(number), texts);
  const maySee = await sightOf(parts, community, member);
  const isShown = maySee(read);
  if (read.state !== 'open') return refused(wasDecided(read, isShown, texts), texts);
  const decided = await rulings.decide(community, read, DECISIONS[as], parts.clock.now());
  if (!decided) {
    const now = (await rulings.get(community, read.number)) ?? read;
    return refused(wasDecided(now, isShown, texts), texts);
  }
  const done = decided.state === 'accepted' ? await rescore(parts, community, decided) : null;
  await hurry(parts, { community }, decided);
  const view = await decidedView(parts, { community }, decided, done, texts);
  return onlyMe(isShown ? withAnswer(view, decided, texts) : view);
}

function wasDecided({ number, words, state }: Appeal, isShown: boolean, { ruling }: Texts): string {
  if (!isShown) return ruling.wasDecidedHidden(number);
  return ruling.wasDecided(number, words, state === 'accepted');
}

/** In a line, not in the title, which is kept in the history that every organiser reads. */
function withAnswer(view: View, { words }: Appeal, { ruling }: Texts): View {
  return { ...view, blocks: [{ kind: 'text', line: ruling.answer(words) }, ...view.blocks] };
}

async function decidedView(
  { store }: Parts,
  { community }: Pick<Origin, 'community'>,
  { number, round }: Appeal,
  done: Rescored | null,
  { ruling, rekey, correction }: Texts,
): Promise<View> {
  if (done === null) {
    return textView('news', ruling.rejectedTitle(number), ruling.rejectedNote);
  }
  const about = await store.rounds.get(community, round);
  const points = about?.isVoid ? rekey.void : rekey.points(done.points);
  return textView(
    'news',
    ruling.acceptedTitle(number),
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
