import { type Texts, textsFor } from '../chat/texts/index.ts';
import type { View } from '../chat/view.ts';
import { appealNotice } from '../chat/views/appeal.ts';
import type { CommunityId, MemberId } from '../core/ids.ts';
import { platformOf } from '../ports/platform.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { Appeal } from '../ports/rulings.ts';
import type { Parts } from './parts.ts';

/**
 * A word to the organiser of the question's daily, or else to one of another daily: for the first appeal that is open
 * about a question, since `/deck rulings` shows the others beside it. The appeal stands whether or not it arrives.
 */
export async function noticeAppeal(
  parts: Parts,
  round: PostedRound,
  appeal: Appeal,
): Promise<void> {
  const { community } = round;
  try {
    const open = await parts.store.rulings.open(community);
    if (open.some((other) => other.round === round.id && other.number !== appeal.number)) return;
    const organiser = await organiserFor(parts, round);
    if (organiser === null) return;
    const mayKnow = await maySee(parts, round, organiser);
    const view = appealNotice(round.number, round.card, appeal, mayKnow, textsFor(parts.language));
    await platformOf(parts.platforms, community).tell(community, organiser, view);
  } catch (cause) {
    parts.report(`telling an organiser of ${community} of appeal ${appeal.number}`, cause);
  }
}

async function organiserFor(
  { store }: Parts,
  { community, daily }: PostedRound,
): Promise<MemberId | null> {
  const own = (await store.dailies.get(community, daily))?.organiser;
  if (own) return own;
  const all = await store.dailies.list(community);
  return all.find(({ organiser }) => organiser !== null)?.organiser ?? null;
}

/** Key and answers of an open question are for those who have answered it; organisers take part too. */
export async function maySee(
  { store }: Pick<Parts, 'store'>,
  { community, id, closed }: Pick<PostedRound, 'community' | 'id' | 'closed'>,
  member: MemberId,
): Promise<boolean> {
  return closed || (await store.answers.get(community, id, member)) !== null;
}

/** The view with a quiet note on the appeals that wait: not every community's organiser can be written to. */
export async function withAppeals(
  { store }: Pick<Parts, 'store'>,
  community: CommunityId,
  view: View,
  { ruling }: Texts,
): Promise<View> {
  const open = await store.rulings.open(community);
  if (open.length === 0) return view;
  return { ...view, blocks: [...view.blocks, { kind: 'text', line: ruling.waiting(open.length) }] };
}
