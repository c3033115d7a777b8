import { plainText } from '../../src/chat/plain.ts';
import type { Reply, View } from '../../src/chat/view.ts';
import type { Member } from '../../src/platforms/recorder/member.ts';
import { type StudyGroup, studyGroup } from './study-group.ts';

export const read = (view: View): string => plainText(view, { member: (id) => id });

/** A quiz that these members have joined, at its first question. */
export async function begun(
  options: string,
  members: readonly string[],
  more: Parameters<typeof studyGroup>[0] = {},
): Promise<StudyGroup & { readonly players: readonly Member[] }> {
  const group = await studyGroup({ now: '2026-11-23 08:00', ...more });
  const players = members.map((name) => group.member(name));
  const announced = await (players[0] as Member).types(`/quiz start ${options}`);
  for (const player of players) await player.presses(pressIn(announced, 'Join'));
  await group.at('2026-11-23 08:00:30');
  return { ...group, players };
}

export function pressIn(reply: Reply | View, label: string) {
  const view = 'kind' in reply && reply.kind === 'view' ? reply.view : (reply as View);
  const action = view.actions?.find((one) => one.label === label);
  if (!action) throw new Error(`there is no button ${label} in ${JSON.stringify(view)}`);
  return action.press;
}

/** What a member reads after this answer. */
export async function answers(player: Member, words: string): Promise<string> {
  await player.picks(words);
  return read(await player.next());
}

export const sentence = (reply: Reply): string =>
  reply.kind === 'view' ? read(reply.view) : reply.kind;
