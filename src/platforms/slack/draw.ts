import type { Texts } from '../../chat/texts/index.ts';
import type { SeenBy, View } from '../../chat/view.ts';
import { membersIn, userOf } from './members.ts';
import type { People } from './people.ts';
import { type Message, renderMessage } from './render.ts';
import { clean, escaped, type Names } from './text.ts';

/** Draws a view for those who will see it. */
export type Draw = (team: string, view: View, seenBy: SeenBy) => Promise<Message>;

/**
 * What one member sees mentions others, because that calls nobody; what a channel sees has their names, because a
 * mention there would call everyone on a leaderboard.
 */
export function drawWith(people: People, texts: Texts): Draw {
  return async (team, view, seenBy) => {
    if (seenBy === 'only me') return renderMessage(view, mention, texts);
    const users = membersIn(view).flatMap((member) => userOf(member) ?? []);
    const names = users.length > 0 ? await people.namesOf(team, users) : new Map<string, string>();
    const name: Names = (member) => names.get(userOf(member) ?? '') ?? bare(member);
    return renderMessage(view, name, texts);
  };
}

export const mention: Names = (member) => {
  const user = userOf(member);
  return user === null ? bare(member) : `<@${user}>`;
};

function bare(member: string): string {
  return escaped(clean(member));
}
