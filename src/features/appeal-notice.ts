import { type Texts, textsFor } from '../chat/texts/index.ts';
import type { View } from '../chat/view.ts';
import { appealNotice } from '../chat/views/appeal.ts';
import type { CommunityId, MemberId } from '../core/ids.ts';
import { platformOf } from '../ports/platform.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { Appeal } from '../ports/rulings.ts';
import { sightOf } from './appeal-sight.ts';
import type { DisputedQuestion } from './disputed.ts';
import type { Parts } from './parts.ts';

/** Appointed organisers who are written to. */
const MOST_TOLD = 5;

/**
 * A word to the organiser of the question's daily, or else to one of another daily, and to those whom the community
 * appointed: for the first appeal that is open about a question, since `/deck rulings` shows the others beside it. The
 * appeal stands whether or not it arrives.
 */
export async function noticeAppeal(
  parts: Parts,
  community: CommunityId,
  question: DisputedQuestion,
  appeal: Appeal,
): Promise<void> {
  try {
    const open = await parts.store.rulings.open(community);
    if (open.some((other) => other.number !== appeal.number && isBeside(other, appeal))) return;
    for (const organiser of await organisersFor(parts, community, question.daily)) {
      await tellOne(parts, community, organiser, question, appeal);
    }
  } catch (cause) {
    parts.report(`telling the organisers of ${community} of appeal ${appeal.number}`, cause);
  }
}

/** About the same question; of a question that one member alone sees, about the same card. */
const isBeside = (other: Appeal, { round, deck, card }: Appeal): boolean =>
  other.round === round || (other.deck === deck && other.card === card);

/** The one that cannot be written to keeps it from nobody else. */
async function tellOne(
  parts: Parts,
  community: CommunityId,
  organiser: MemberId,
  { card, daily }: DisputedQuestion,
  appeal: Appeal,
): Promise<void> {
  try {
    const maySee = await sightOf(parts, community, organiser);
    const number = daily?.number ?? null;
    const view = appealNotice(number, card, appeal, maySee(appeal), textsFor(parts.language));
    await platformOf(parts.platforms, community).tell(community, organiser, view);
  } catch (cause) {
    parts.report(`telling an organiser of ${community} of appeal ${appeal.number}`, cause);
  }
}

async function organisersFor(
  { store }: Parts,
  community: CommunityId,
  question: PostedRound | null,
): Promise<readonly MemberId[]> {
  const [own, all, appointed] = await Promise.all([
    question && store.dailies.get(community, question.daily),
    store.dailies.list(community),
    store.appointed.list(community),
  ]);
  const first = own?.organiser ?? all.find(({ organiser }) => organiser !== null)?.organiser;
  return [...new Set([...(first ? [first] : []), ...appointed.slice(0, MOST_TOLD)])];
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
