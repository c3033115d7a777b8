import { commandAt } from '../chat/commands/index.ts';
import type { CommandIntent, Intent, PressIntent } from '../chat/intent.ts';
import { namedMember } from '../chat/named-member.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import { organisersView, organiserView } from '../chat/views/organisers.ts';
import type { MemberId } from '../core/ids.ts';
import { runningPlatform } from '../ports/platform.ts';
import type { Parts } from './parts.ts';

/** The most that a community appoints. */
const MOST_APPOINTED = 50;

const onlyMe = (view: View): Reply => ({ kind: 'view', view, seenBy: 'only me' });

/** `/daily organisers`: shows who is appointed, appoints a member or takes that back. */
export async function organisersCommand(parts: Parts, intent: CommandIntent): Promise<Reply> {
  const texts = textsFor(intent.locale);
  const { add, remove } = intent.options;
  if (add !== undefined && remove !== undefined) {
    return refused(texts, texts.organisers.oneAtATime);
  }
  if (add !== undefined) return appoint(parts, intent, add, texts);
  if (remove !== undefined) return dismiss(parts, intent, remove, texts);
  return onlyMe(organisersView(await parts.store.appointed.list(intent.community), texts));
}

function refused({ refusal }: Texts, sentence: string): Reply {
  return onlyMe(textView('refusal', refusal.title, sentence));
}

async function appoint(
  parts: Parts,
  { community }: CommandIntent,
  written: string,
  texts: Texts,
): Promise<Reply> {
  const { organisers, refusal } = texts;
  const member = namedMember(written);
  if (!member || !(await mayBeHere(parts, community, member))) {
    return refused(texts, organisers.unknown(written));
  }
  const { appointed } = parts.store;
  const known = await appointed.list(community);
  const isNew = !known.includes(member);
  if (isNew && known.length >= MOST_APPOINTED) {
    return refused(texts, organisers.tooMany(MOST_APPOINTED));
  }
  if (!(isNew && (await appointed.add(community, member)))) {
    return onlyMe(organiserView('refusal', refusal.title, member, organisers.wasOne));
  }
  return onlyMe(organiserView('news', organisers.added, member, organisers.isOne));
}

/** Where the platform cannot tell, the organiser is believed. */
async function mayBeHere(
  { platforms }: Parts,
  community: CommandIntent['community'],
  member: MemberId,
): Promise<boolean> {
  const platform = runningPlatform(platforms, community);
  return (await platform?.knows(community, member)) !== 'gone';
}

async function dismiss(
  { store }: Parts,
  { community }: CommandIntent,
  written: string,
  texts: Texts,
): Promise<Reply> {
  const { organisers, refusal } = texts;
  const member = namedMember(written);
  if (!member) return refused(texts, organisers.unknown(written));
  if (!(await store.appointed.remove(community, member))) {
    return onlyMe(organiserView('refusal', refusal.title, member, organisers.wasNone));
  }
  return onlyMe(organiserView('news', organisers.removed, member, organisers.isNone));
}

/** Presses that only organisers may do. */
export const ORGANISERS_PRESSES: readonly PressIntent['press']['kind'][] = [
  'post now',
  'resolve',
  'form again',
  'unvoid',
  'rule',
];

/**
 * The intent with the rights that its member has by appointment. One more read, and only where somebody whom the
 * platform gives no rights does what needs them.
 */
export async function withAppointment({ store }: Parts, intent: Intent): Promise<Intent> {
  const { organiser, stranger, community, member } = intent;
  if (organiser || stranger || !needsRights(intent)) return intent;
  return (await store.appointed.has(community, member)) ? { ...intent, organiser: true } : intent;
}

function needsRights(intent: Intent): boolean {
  switch (intent.kind) {
    case 'command':
      // Others stop only the quiz that they started.
      return commandAt(intent.command).who === 'organiser' || intent.command === 'quiz stop';
    case 'press':
      return ORGANISERS_PRESSES.includes(intent.press.kind);
    case 'form':
      return true;
    case 'answer':
      return false;
  }
}
