import type { CommandIntent, Origin } from '../chat/intent.ts';
import type { Press } from '../chat/press.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import type { Reply } from '../chat/view.ts';
import { unvoidedView, voidedView } from '../chat/views/correction.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { Parts } from './parts.ts';
import { recountDaily } from './recount.ts';
import { refused, roundMeant, roundOf } from './round-meant.ts';

/** `/daily void`: a question that was late, broken or spoiled; `undo=yes` lets it count again. */
export async function voidCommand(parts: Parts, intent: CommandIntent): Promise<Reply> {
  const texts = textsFor(intent.locale);
  const meant = await roundMeant(parts, intent, texts);
  if (meant.kind === 'refused') return meant.reply;
  return setVoid(parts, meant.round, intent.options['undo'] === undefined, texts);
}

/** The button under a void question's answer. */
export async function voidTakenBack(
  parts: Parts,
  { community, locale }: Origin,
  { daily, number }: Extract<Press, { kind: 'unvoid' }>,
): Promise<Reply> {
  const texts = textsFor(locale);
  const round = await roundOf(parts, { community, id: daily }, number);
  if (!round) return refused(texts, texts.correction.noneYet(daily)).reply;
  return setVoid(parts, round, false, texts);
}

async function setVoid(
  parts: Parts,
  round: PostedRound,
  isVoid: boolean,
  texts: Texts,
): Promise<Reply> {
  const { community, daily, number, closed } = round;
  const { wasVoid, wasCounting } = texts.correction;
  const moved = await parts.store.corrections.setVoid(round, isVoid, parts.clock.now());
  if (!moved) return refused(texts, (isVoid ? wasVoid : wasCounting)(daily, number)).reply;
  const { streaks } = await recountDaily(parts, community, daily);
  await showAgain(parts, round);
  const done = { daily, number, closed, streaks, ...moved };
  const view = isVoid ? voidedView(done, texts) : unvoidedView(done, texts);
  return { kind: 'view', view, seenBy: 'only me' };
}

/** The reveal stands in the due list already; this only spares its readers the wait for the next look. */
export async function showAgain(
  parts: Parts,
  { community, id, closed }: PostedRound,
): Promise<void> {
  if (!closed) return;
  try {
    await parts.queue.closeRound({ community, round: id }, 0);
  } catch (cause) {
    parts.report(`showing a correction of ${community} ${id}`, cause);
  }
}
