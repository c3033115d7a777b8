import type { Board } from '../core/asked-board.ts';
import { plusDays } from '../core/day.ts';
import type { ChannelId, CommunityId } from '../core/ids.ts';
import { bestOf, risesOf, type SpanScores, shownStreak, spanScores } from '../core/scores.ts';
import { boardName, type Score } from '../core/standings.ts';
import type { Parts } from './parts.ts';

/** Rounds whose answers are read at once. */
const AT_ONCE = 16;

/** The rounds of a daily whose misses do not count. */
async function forgivenIn(): Promise<ReadonlySet<number>> {
  return new Set();
}

type Derived = Exclude<Board, { kind: 'kept' }>;

/** Works out a board that is not kept, from the answer log and the streaks. */
export async function scoresOf(
  parts: Parts,
  community: CommunityId,
  board: Derived,
): Promise<readonly Score[]> {
  if (board.kind === 'improved') return rises(parts, community, board);
  switch (board.by) {
    case 'points':
      return (await overSpan(parts, community, board)).points();
    case 'accuracy':
      return (await overSpan(parts, community, board)).accuracy();
    case 'streak':
      return currentStreaks(parts, community, board.channel);
  }
}

async function overSpan(
  { store }: Parts,
  community: CommunityId,
  { span, channel }: Extract<Derived, { kind: 'derived' }>,
): Promise<SpanScores> {
  const closed = await store.rounds.closedIn(community, span);
  const rounds = closed.filter((round) => channel === null || round.channel === channel);
  const scores = spanScores();
  for (let at = 0; at < rounds.length; at += AT_ONCE) {
    const some = rounds.slice(at, at + AT_ONCE);
    await Promise.all(
      some.map(async ({ id, selfGraded }) =>
        scores.add(await store.answers.ofRound(community, id), selfGraded),
      ),
    );
  }
  return scores;
}

/** Each member's best streak in the dailies of the community, or in those of one channel. */
async function currentStreaks(
  parts: Parts,
  community: CommunityId,
  channel: ChannelId | null,
): Promise<Score[]> {
  const dailies = await parts.store.dailies.list(community);
  const meant = dailies.filter((daily) => channel === null || daily.channel === channel);
  const each = meant.map(async ({ id }) => {
    const [{ streaks, latestClosed, unclosed }, forgiven] = await Promise.all([
      parts.store.streaks.ofDaily(community, id),
      forgivenIn(),
    ]);
    return [...streaks].map(([member, streak]) => ({
      member,
      value: shownStreak(streak, latestClosed, unclosed, forgiven),
    }));
  });
  return bestOf((await Promise.all(each)).flat());
}

async function rises(
  { store: { boards } }: Parts,
  community: CommunityId,
  { week }: Extract<Derived, { kind: 'improved' }>,
): Promise<Score[]> {
  const [before, now] = await Promise.all([
    boards.rows(community, boardName('week', plusDays(week, -7))),
    boards.rows(community, boardName('week', week)),
  ]);
  return risesOf(before, now);
}
