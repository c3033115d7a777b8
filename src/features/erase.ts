import type { Origin } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import { erasedView, eraseView, nothingKeptView } from '../chat/views/me.ts';
import { type Instant, MINUTE } from '../core/day.ts';
import type { CommunityId, MemberId } from '../core/ids.ts';
import { countsOf, isNothing } from './export.ts';
import type { Parts } from './parts.ts';

/** How long the button works, in minutes. */
const BUTTON_LASTS = 15;
/**
 * What was under way when somebody pressed the button has arrived this much later (milliseconds): then all is erased
 * once more. Until then their answers are refused, so that none of before comes back.
 */
const SETTLES = MINUTE;

const onlyMe = (view: View): Reply => ({ kind: 'view', view, seenBy: 'only me' });

/** `/me erase`: asks first. */
export async function eraseCommand(
  { store, clock }: Parts,
  { community, member, locale }: Origin,
): Promise<Reply> {
  const texts = textsFor(locale);
  const kept = await store.members.kept(community, member);
  if (isNothing(kept)) return onlyMe(nothingKeptView(texts));
  return onlyMe(eraseView(countsOf(kept), clock.now(), BUTTON_LASTS, texts));
}

/** The button under it. A crash on the way leaves the mark, and the planner goes on from there. */
export async function erasePressed(
  { store, clock }: Parts,
  { community, member, locale }: Origin,
  shownAt: Instant,
): Promise<Reply> {
  const texts = textsFor(locale);
  const now = clock.now();
  if (Math.abs(now - shownAt) > BUTTON_LASTS * MINUTE) {
    return onlyMe(textView('refusal', texts.refusal.title, texts.me.eraseTooLate));
  }
  await store.members.beginErasing(community, member, now + SETTLES);
  await store.members.erase(community, member);
  return onlyMe(erasedView(texts));
}

/** The second time, when all has arrived. One that fails is tried again at the next tick. */
export async function finishErasing(
  { store, report }: Parts,
  community: CommunityId,
  member: MemberId,
  at: Instant,
): Promise<void> {
  try {
    await store.members.erase(community, member);
    await store.members.endErasing(community, member, at);
  } catch (cause) {
    report(`erasing a member of ${community}`, cause);
  }
}
