import type { CommandIntent, Origin } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import type { Reply } from '../chat/view.ts';
import { type OwnRank, statisticsView } from '../chat/views/statistics.ts';
import { boardFor } from '../core/asked-board.ts';
import { dayIn } from '../core/day.ts';
import type { KnownAnswer } from '../core/statistics.ts';
import type { KeptAnswer } from '../ports/members.ts';
import { heldBack, isSecret } from './held-back.ts';
import type { Parts } from './parts.ts';
import { reviewCounts } from './review.ts';
import { neighboursOf } from './standing-rows.ts';
import { streaksOf } from './streak.ts';

/** `/me stats`: for the reader alone, from the answer log and the boards. */
export async function statisticsCommand(parts: Parts, intent: CommandIntent): Promise<Reply> {
  const { community, member, locale } = intent;
  const [given, streaks, rank] = await Promise.all([
    parts.store.members.answers(community, member),
    streaksOf(parts, intent, parts.rules.verdict === 'at-once'),
    rankOf(parts, intent),
  ]);
  const { hasCard } = await heldBack(parts, community, given);
  const review = await reviewCounts(parts, community, member, hasCard);
  const answers = given.map((each) => knownOf(parts, each));
  const today = dayIn(parts.homeZone, parts.clock.now());
  const view = statisticsView({ answers, streaks, rank, review, today }, textsFor(locale));
  return { kind: 'view', view, seenBy: 'only me' };
}

function knownOf(parts: Parts, kept: KeptAnswer): KnownAnswer {
  const { round, answer } = kept;
  const { mark } = answer.verdict;
  const isGraded = mark !== 'noted' && !round.isVoid && !isSecret(parts, kept);
  return { day: round.day, topic: round.card.topicTitle, mark: isGraded ? mark : null };
}

async function rankOf(
  parts: Parts,
  { community, channel, member }: Origin,
): Promise<OwnRank | null> {
  const asked = { span: { kind: 'all' }, by: 'points', scope: 'community' } as const;
  const board = boardFor(asked, channel, { first: null, last: null });
  const { standings, total, isHidden } = await neighboursOf(parts, community, board, member, 0, 0);
  const own = standings.find((standing) => standing.member === member);
  if (!own) return null;
  // A member who hides is counted in no rank but the one that they are told.
  const among = isHidden ? total + 1 : total;
  return { rank: own.rank, points: own.value, total: among, isHidden };
}
