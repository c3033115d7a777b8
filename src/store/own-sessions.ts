import type { CommunityId, MemberId } from '../core/ids.ts';
import type { OwnKind, ReviewSession, SoloSession } from '../core/own-session.ts';
import type { OwnSessionStore } from '../ports/own-sessions.ts';
import { type Database, scriptNamed } from './database.ts';
import { eraseEntry } from './rows.ts';

/** How long a session waits for its member (seconds). */
const KEPT_FOR = 7 * 24 * 60 * 60;

/** One text for each member and kind. */
export function createOwnSessions(db: Database): OwnSessionStore {
  const putSession = scriptNamed('put-session');
  const keyOf = (community: CommunityId, kind: OwnKind, member: MemberId): string =>
    db.key(community, `own-${kind}`, member);

  return {
    async read(community, members) {
      const texts = (await db.askAll((pipeline) => {
        for (const member of members) {
          pipeline.get(keyOf(community, 'solo', member)).get(keyOf(community, 'review', member));
        }
        return pipeline;
      })) as (string | null)[];
      const parsed = <Session>(text: string | null | undefined): Session | null =>
        text ? (JSON.parse(text) as Session) : null;
      return members.map((_, at) => ({
        solo: parsed<SoloSession>(texts[2 * at]),
        review: parsed<ReviewSession>(texts[2 * at + 1]),
      }));
    },

    async put(community, member, kind, read, next) {
      const before = read === null ? '' : JSON.stringify(read);
      const done = await db.run(
        putSession,
        [keyOf(community, kind, member), db.key(community, 'due')],
        [before, JSON.stringify(next), eraseEntry(member), KEPT_FOR],
      );
      return done === 1;
    },
  };
}
