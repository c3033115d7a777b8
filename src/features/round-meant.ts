import type { CommandIntent } from '../chat/intent.ts';
import type { Texts } from '../chat/texts/index.ts';
import { type Reply, textView } from '../chat/view.ts';
import type { Daily } from '../core/daily.ts';
import type { PostedRound } from '../ports/rounds.ts';
import { named } from './daily-shown.ts';
import type { Parts } from './parts.ts';

/** A question that stands or stood in the channel, or the refusal that says which there are. */
export type RoundMeant =
  | { readonly kind: 'round'; readonly round: PostedRound }
  | { readonly kind: 'refused'; readonly reply: Reply };

/** The question that a command means: by its number, or else the latest of its daily. */
export async function roundMeant(
  parts: Parts,
  intent: CommandIntent,
  texts: Texts,
): Promise<RoundMeant> {
  const daily = await named(parts, intent, intent.options['daily'], texts);
  if ('kind' in daily) return { kind: 'refused', reply: daily };
  const { correction } = texts;
  const latest = await parts.store.log.latestRound(daily.community, daily.id);
  if (!latest) return refused(texts, correction.noneYet(daily.id));
  const given = intent.options['round'];
  if (given === undefined) return { kind: 'round', round: latest };
  const number = numberIn(given);
  if (number === null) return refused(texts, correction.badRound(given));
  const round = await roundOf(parts, daily, number);
  if (!round) return refused(texts, correction.noRound(daily.id, number, latest.number));
  return { kind: 'round', round };
}

export function roundOf(
  parts: Parts,
  { community, id }: Pick<Daily, 'community' | 'id'>,
  number: number,
): Promise<PostedRound | null> {
  return parts.store.log.roundNumbered(community, id, number);
}

export function refused(texts: Texts, why: string): Extract<RoundMeant, { kind: 'refused' }> {
  const view = textView('refusal', texts.daily.notSetUp, why);
  return { kind: 'refused', reply: { kind: 'view', view, seenBy: 'only me' } };
}

/** `12` or `#12`. */
function numberIn(text: string): number | null {
  const [, digits] = /^#?(\d{1,6})$/.exec(text.trim()) ?? [];
  return digits === undefined ? null : Number(digits);
}
