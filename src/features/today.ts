import type { Origin } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import type { Reply } from '../chat/view.ts';
import { type OpenQuestion, todayView } from '../chat/views/today.ts';
import type { Daily } from '../core/daily.ts';
import type { Parts } from './parts.ts';

/** `/today`: the open question, again, for those who have not answered it. */
export async function todayCommand(parts: Parts, intent: Origin): Promise<Reply> {
  const dailies = await parts.store.dailies.list(intent.community);
  const open = await Promise.all(dailies.map((daily) => questionFor(parts, daily, intent)));
  const view = todayView(
    open.flatMap((each) => each ?? []),
    textsFor(intent.locale),
  );
  return { kind: 'view', view, seenBy: 'only me' };
}

/**
 * Null where none is open for them. What is asked in another channel is shown to those who have answered there: the
 * channel may be a private one, and nobody else can tell us who is in it.
 */
async function questionFor(
  parts: Parts,
  { community, id, channel }: Daily,
  intent: Origin,
): Promise<OpenQuestion | null> {
  const { answers, rounds } = parts.store;
  const round = await rounds.open(community, id, intent.receivedAt);
  if (round === null || round.isSending) return null;
  const given = await answers.ofMember(community, id, intent.member);
  if (channel !== intent.channel && given.size === 0) return null;
  return { round, isAnswered: given.has(round.number) };
}
