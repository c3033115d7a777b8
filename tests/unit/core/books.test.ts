import { describe, expect, it } from 'vitest';
import { noTakings, takeRound } from '../../../src/core/books.ts';
import type { Day } from '../../../src/core/day.ts';
import type { Verdict } from '../../../src/core/grading.ts';
import { deckId, memberId, topicId } from '../../../src/core/ids.ts';
import { singleCard } from './made-up.ts';

const [ada, bob] = [memberId.of('ada'), memberId.of('bob')];
const [deck, topic] = [deckId.of('deck'), topicId.of('topic')];
const onDay = (day: string) => ({
  card: singleCard(4, 0),
  day: day as Day,
  closed: true,
  isVoid: false,
});
const answer = (member: typeof ada, mark: Verdict['mark'], credit: number, points: number) => ({
  member,
  points,
  verdict: { mark, credit },
});

describe('what closed rounds gave', () => {
  it('adds up points on the boards of the day, and what became of the topic', () => {
    const takings = noTakings();
    takeRound(takings, onDay('2026-11-29'), [
      answer(ada, 'right', 1, 10),
      answer(bob, 'partly', 0.5, 5),
    ]);
    takeRound(takings, onDay('2026-11-30'), [answer(ada, 'wrong', 0, 0)]);
    takeRound(takings, onDay('2026-11-30'), [answer(ada, 'partly', 0.25, 4)]);
    expect(takings.boards).toEqual(
      new Map([
        [
          'week:2026-W48',
          new Map([
            [ada, 10],
            [bob, 5],
          ]),
        ],
        ['week:2026-W49', new Map([[ada, 4]])],
        [
          'month:2026-11',
          new Map([
            [ada, 14],
            [bob, 5],
          ]),
        ],
        [
          'all',
          new Map([
            [ada, 14],
            [bob, 5],
          ]),
        ],
      ]),
    );
    expect(takings.topics).toEqual(
      new Map([[deck, new Map([[topic, { answers: 4, credit: 1.75 }]])]]),
    );
  });

  it.each([
    ['open', { closed: false, isVoid: false }],
    ['void', { closed: true, isVoid: true }],
  ])('knows the boards of one that is %s, and gives nothing for it', (_, state) => {
    const takings = noTakings();
    takeRound(takings, { ...onDay('2026-11-30'), ...state }, [answer(ada, 'right', 1, 10)]);
    const names = ['week:2026-W49', 'month:2026-11', 'all'];
    expect(takings.boards).toEqual(new Map(names.map((name) => [name, new Map()])));
    expect(takings.topics).toEqual(new Map([[deck, new Map()]]));
  });

  it('leaves out of a topic what members graded themselves', () => {
    const takings = noTakings();
    takeRound(takings, onDay('2026-11-30'), [answer(ada, 'noted', 1, 0)]);
    expect(takings.topics.get(deck)).toEqual(new Map());
    takeRound(takings, onDay('2026-11-30'), [
      answer(ada, 'noted', 1, 0),
      answer(bob, 'right', 1, 10),
    ]);
    expect(takings.topics.get(deck)).toEqual(new Map([[topic, { answers: 1, credit: 1 }]]));
  });
});
