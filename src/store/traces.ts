import { type CommunityId, type DailyId, dailyId, type RoundId } from '../core/ids.ts';
import { type BoardName, boardsOf } from '../core/standings.ts';
import type { Database } from './database.ts';

/** Everything in a community that can hold something about a member. */
export interface Places {
  /** Every daily that there ever was, removed ones too. */
  readonly dailies: readonly DailyId[];
  /** Posted ones in the order of their dailies and numbers, then those that are being sent. */
  readonly rounds: readonly RoundId[];
  readonly boards: readonly BoardName[];
  /** Rounds whose reminders are not over. */
  readonly reminding: readonly RoundId[];
}

/** Where traces of members can be. Nothing is listed by member, so that nobody's answer costs another write. */
export async function placesIn(db: Database, community: CommunityId): Promise<Places> {
  const key = (...parts: string[]): string => db.key(community, ...parts);
  const [made, open, due] = (await db.askAll((pipeline) =>
    pipeline.get(key('dailies-made')).hkeys(key('open')).zrange(key('due'), 0, '-1'),
  )) as [string | null, RoundId[], string[]];
  const dailies = everyDaily(made);
  const found = (await db.askAll((pipeline) => {
    for (const daily of dailies) {
      pipeline.zrange(key('rounds', daily), 0, '-1').hkeys(key('occurrences', daily));
    }
    return pipeline;
  })) as string[][];
  const posted = found.filter((_, at) => at % 2 === 0).flat() as RoundId[];
  const days = found.filter((_, at) => at % 2 === 1).flat() as Parameters<typeof boardsOf>[0][];
  return {
    dailies,
    rounds: [...new Set([...posted, ...open])],
    boards: [...new Set(days.flatMap(boardsOf))],
    reminding: due.flatMap((entry) =>
      entry.startsWith('remind ') ? [entry.slice('remind '.length) as RoundId] : [],
    ),
  };
}

/** The rounds of {@link placesIn}, without reading the rest. */
export async function roundsIn(db: Database, community: CommunityId): Promise<readonly RoundId[]> {
  const key = (...parts: string[]): string => db.key(community, ...parts);
  const [made, open] = (await db.askAll((pipeline) =>
    pipeline.get(key('dailies-made')).hkeys(key('open')),
  )) as [string | null, RoundId[]];
  const posted = (await db.askAll((pipeline) => {
    for (const daily of everyDaily(made)) pipeline.zrange(key('rounds', daily), 0, '-1');
    return pipeline;
  })) as RoundId[][];
  return [...new Set([...posted.flat(), ...open])];
}

/** Every daily that there ever was. @param made how many */
function everyDaily(made: string | null): DailyId[] {
  return Array.from({ length: Number(made ?? 0) }, (_, at) => dailyId.of(`d${at + 1}`));
}
