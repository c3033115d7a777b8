import type { Texts } from '../../chat/texts/index.ts';
import type { SeenBy, View } from '../../chat/view.ts';
import { type Naming, viewAsTyped } from './command-names.ts';
import { isAboutBlocks } from './errors.ts';
import { membersIn, userOf } from './members.ts';
import type { People } from './people.ts';
import { type Message, renderMessage } from './render.ts';
import { clean, escaped, type Names } from './text.ts';
import { NO_PICTURES, type Uploads } from './uploads.ts';

/** A view as it is sent. */
export interface Drawn {
  readonly message: Message;
  /** The same with the words of its pictures in their place; null where it has no picture. */
  readonly inWords: Message | null;
  /** Slack did not take the pictures. */
  refused(): void;
}

/** Draws a view for those who will see it; `texts`, the words around it, are the bot's own language where absent. */
export type Draw = (team: string, view: View, seenBy: SeenBy, texts?: Texts) => Promise<Drawn>;

interface DrawOptions {
  readonly people: People;
  readonly uploads: Uploads;
  readonly naming: Naming;
  readonly texts: Texts;
}

/**
 * What one member sees mentions others, because that calls nobody; what a channel sees has their names, because a
 * mention there would call everyone on a leaderboard.
 */
export function drawWith({ people, uploads, naming, texts: own }: DrawOptions): Draw {
  async function namesIn(team: string, view: View): Promise<Names> {
    const users = membersIn(view).flatMap((member) => userOf(member) ?? []);
    const names = users.length > 0 ? await people.namesOf(team, users) : new Map<string, string>();
    return (member) => names.get(userOf(member) ?? '') ?? bare(member);
  }

  return async (team, given, seenBy, texts = own) => {
    const view = viewAsTyped(given, naming);
    const [names, pictures] = await Promise.all([
      seenBy === 'only me' ? mention : namesIn(team, view),
      uploads.pictures(team, view),
    ]);
    const inWords = renderMessage(view, names, texts, NO_PICTURES);
    if (pictures.size === 0) return { message: inWords, inWords: null, refused: () => {} };
    const message = renderMessage(view, names, texts, pictures);
    return { message, inWords, refused: () => uploads.forget(team, pictures) };
  };
}

/** Slack looks a new file over before it shows it: until then a message with it is refused, and nothing was sent. */
const LOOK_AGAIN: readonly number[] = [500, 1_500];

/** Sends what was drawn; a message whose pictures are refused goes out with their words. @throws {PlatformFault} */
export async function sent<Result>(
  { message, inWords, refused }: Drawn,
  send: (message: Message) => Promise<Result>,
): Promise<Result> {
  if (inWords === null) return send(message);
  for (const pause of [...LOOK_AGAIN, null]) {
    try {
      return await send(message);
    } catch (cause) {
      if (!isAboutBlocks(cause)) throw cause;
      if (pause !== null) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  refused();
  return send(inWords);
}

export const mention: Names = (member) => {
  const user = userOf(member);
  return user === null ? bare(member) : `<@${user}>`;
};

function bare(member: string): string {
  return escaped(clean(member));
}
