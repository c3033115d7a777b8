import type { TopicRecord } from './choice-of-card.ts';
import type { DeckId, MemberId, TopicId } from './ids.ts';
import type { Answer, Round } from './round.ts';
import { type BoardName, boardsOf } from './standings.ts';

/** What closed rounds gave, counted from their answers. */
export interface Takings {
  readonly boards: Map<BoardName, Map<MemberId, number>>;
  readonly topics: Map<DeckId, Map<TopicId, TopicRecord>>;
}

export function noTakings(): Takings {
  return { boards: new Map(), topics: new Map() };
}

/** Notes a round: an open or a void one gives nothing, but its boards are known all the same. */
export function takeRound(
  takings: Takings,
  round: Pick<Round, 'card' | 'day' | 'closed'> & { readonly isVoid: boolean },
  answers: readonly Pick<Answer, 'member' | 'verdict' | 'points'>[],
): void {
  const counts = round.closed && !round.isVoid;
  for (const name of boardsOf(round.day)) {
    const board = grown(takings.boards, name, () => new Map<MemberId, number>());
    if (!counts) continue;
    for (const { member, points } of answers) board.set(member, (board.get(member) ?? 0) + points);
  }
  const topics = grown(takings.topics, round.card.deck, () => new Map<TopicId, TopicRecord>());
  const graded = counts ? answers.filter(({ verdict }) => verdict.mark !== 'noted') : [];
  if (graded.length === 0) return;
  const before = topics.get(round.card.topic) ?? { answers: 0, credit: 0 };
  topics.set(round.card.topic, {
    answers: before.answers + graded.length,
    credit: graded.reduce((sum, { verdict }) => sum + verdict.credit, before.credit),
  });
}

function grown<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
