import type { CommandIntent } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { readKey } from '../chat/typed-key.ts';
import type { Reply } from '../chat/view.ts';
import { rekeyedView } from '../chat/views/correction.ts';
import type { Card } from '../core/card.ts';
import { type NewKey, rekeyed } from '../core/rekey.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { Parts } from './parts.ts';
import { recountDaily } from './recount.ts';
import { refused, roundMeant } from './round-meant.ts';
import { showAgain } from './void.ts';

/** `/daily rekey`: the key of a question is put right for this community; its deck stays as it is. */
export async function rekeyCommand(parts: Parts, intent: CommandIntent): Promise<Reply> {
  const texts = textsFor(intent.locale);
  const meant = await roundMeant(parts, intent, texts);
  if (meant.kind === 'refused') return meant.reply;
  const { round } = meant;
  const read = readKey(round.card, round.id, intent.options['key'] ?? '', texts);
  if (read.kind === 'misread') return refused(texts, read.why).reply;
  const card = rekeyed(round.card, read.key, round.rekeys + 1);
  if (card === null) return refused(texts, texts.rekey.same).reply;
  return rekey(parts, round, card, read.key, texts);
}

async function rekey(
  parts: Parts,
  round: PostedRound,
  card: Card,
  key: NewKey,
  texts: Texts,
): Promise<Reply> {
  const { community, daily } = round;
  const done = await parts.store.corrections.rekey(round, card, parts.clock.now());
  if (!done) return refused(texts, texts.rekey.meanwhile).reply;
  const counted = await recountDaily(parts, community, daily);
  await showAgain(parts, round);
  const words = key.kind === 'also' ? key.words : null;
  const view = rekeyedView(round, card, words, counted, texts);
  return { kind: 'view', view, seenBy: 'only me' };
}
