import { type REST, RESTEvents } from 'discord.js';

/** A limit as Discord named it beside an answer. */
interface NamedLimit {
  /** `GET /users/@me/guilds`. */
  readonly of: string;
  readonly left: number;
  readonly most: number;
}

/** What the answers so far say of the limits. */
export interface HeadRoom {
  readonly answers: number;
  /** Those that came too early for Discord. */
  readonly refused: number;
  /** The one of which the smallest share is left; null where none was named. */
  readonly narrowest: NamedLimit | null;
}

/** Listens to the answers that come in from now on. */
export function watchHeadRoom(rest: REST): () => HeadRoom {
  const named: NamedLimit[] = [];
  let [answers, refused] = [0, 0];
  rest.on(RESTEvents.Response, ({ method, route }, { status, headers }) => {
    answers++;
    if (status === 429) refused++;
    const [left, most] = ['remaining', 'limit'].map((name) => headers.get(`x-ratelimit-${name}`));
    if (left && most) {
      named.push({ of: `${method} ${route}`, left: Number(left), most: Number(most) });
    }
  });
  const share = ({ left, most }: NamedLimit): number => left / most;
  return () => {
    const [narrowest = null] = [...named].sort((a, b) => share(a) - share(b));
    return { answers, refused, narrowest };
  };
}
