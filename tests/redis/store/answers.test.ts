import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Daily } from '../../../src/core/daily.ts';
import type { Day } from '../../../src/core/day.ts';
import type { Rating } from '../../../src/core/review.ts';
import { NO_STREAK, type Streak } from '../../../src/core/streak.ts';
import type { AnswerToCommit } from '../../../src/ports/answers.ts';
import type { LearnedCard } from '../../../src/ports/reviews.ts';
import type { Store } from '../../../src/ports/store.ts';
import { answerBy, COMMUNITY, freshStore, makeDaily, postedRound, readRound } from './rows.ts';

const NONE: ReadonlySet<number> = new Set();
const FIRST: Streak = { ...NO_STREAK, current: 1, longest: 1, last: 1, credited: 1 };

async function roundToAnswer(store: Store) {
  const daily = await makeDaily(store);
  const round = await postedRound(store, daily);
  const entry = (name: string, points = 10): AnswerToCommit => ({
    round,
    answer: answerBy(name, points),
    before: NO_STREAK,
    after: FIRST,
    forgiven: NONE,
    learned: null,
  });
  return { daily, round, entry };
}

const pointsOf = async (store: Store): Promise<Record<string, number>> => {
  const rows = await store.boards.rows(COMMUNITY, 'all');
  return Object.fromEntries(rows.map(({ member, value }) => [member, value]));
};

describe('a batch of answers', () => {
  it('is recorded in one step, log and streak together', async () => {
    const { store } = freshStore();
    const { daily, round, entry } = await roundToAnswer(store);
    const results = await store.answers.commit(COMMUNITY, [entry('ada'), entry('bob')]);
    expect(results).toEqual([
      { kind: 'recorded', late: false },
      { kind: 'recorded', late: false },
    ]);
    expect(await store.streaks.get(COMMUNITY, daily.id, answerBy('ada').member)).toEqual(FIRST);
    expect(await store.answers.get(COMMUNITY, round.id, answerBy('bob').member)).toEqual(
      answerBy('bob'),
    );
  });

  it('keeps the first answer of a member, within a batch and between batches', async () => {
    const { store } = freshStore();
    const { entry } = await roundToAnswer(store);
    const again = entry('ada', 3);
    const [first, second] = await store.answers.commit(COMMUNITY, [entry('ada'), again]);
    expect([first?.kind, second?.kind]).toEqual(['recorded', 'already']);
    const [third] = await store.answers.commit(COMMUNITY, [again]);
    expect(third).toEqual({ kind: 'already', answer: answerBy('ada') });
  });

  it('notes with each answer that is recorded what its member learned, and with no other', async () => {
    const { store } = freshStore();
    const { daily, round: first, entry: toFirst } = await roundToAnswer(store);
    await store.rounds.close(first);
    const round = await readRound(store, first);
    const entry = (name: string): AnswerToCommit => ({ ...toFirst(name), round });
    const second = await postedRound(store, daily, 2, '2026-11-24' as Day);
    const learned = (event: string, rating: Rating = 'good'): LearnedCard => ({
      deck: round.card.deck,
      card: round.card.id,
      rating,
      at: 1_000,
      event,
    });
    const entries = [
      { ...entry('ada'), learned: learned('e1') },
      entry('bob'),
      { ...entry('cat'), round: second, learned: learned('e3', 'again') },
      { ...entry('ada'), learned: learned('e4') },
      { ...entry('dan'), before: FIRST, learned: learned('e5') },
    ];
    await store.answers.commit(COMMUNITY, entries);
    const bookOf = async (name: string) =>
      (await store.reviews.book(COMMUNITY, answerBy(name).member)).learned;
    expect(await bookOf('ada')).toEqual([learned('e1')]);
    expect(await bookOf('bob')).toEqual([]);
    expect(await bookOf('cat')).toEqual([learned('e3', 'again')]);
    expect(await bookOf('dan')).toEqual([]);
  });

  it('leaves out what was read before a change of the round or the streak', async () => {
    const { store } = freshStore();
    const { daily, entry } = await roundToAnswer(store);
    const wrongBefore = { ...entry('ada'), before: FIRST };
    expect(await store.answers.commit(COMMUNITY, [wrongBefore])).toEqual([{ kind: 'stale' }]);
    const [read] = await store.dailies.list(COMMUNITY);
    await store.dailies.replace(read as Daily, { ...daily, paused: true, revision: 2 }, 1);
    expect(await store.answers.commit(COMMUNITY, [entry('ada')])).toEqual([{ kind: 'stale' }]);
  });

  it('one member accepted among a hundred at once', async () => {
    const { store } = freshStore();
    const { entry } = await roundToAnswer(store);
    const results = await Promise.all(
      Array.from({ length: 100 }, () => store.answers.commit(COMMUNITY, [entry('ada')])),
    );
    expect(results.flat().filter(({ kind }) => kind === 'recorded')).toHaveLength(1);
  });

  it('makes the same board whenever the close comes in between', async () => {
    const names = ['ada', 'bob', 'cat', 'dan', 'eve'];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), async (late) => {
        const { store } = freshStore();
        const { round, entry } = await roundToAnswer(store);
        const [inTime, after] = [false, true].map((isLate) =>
          names.filter((_, at) => late[at] === isLate).map((name) => entry(name)),
        ) as [AnswerToCommit[], AnswerToCommit[]];
        if (inTime.length > 0) await store.answers.commit(COMMUNITY, inTime);
        expect(await pointsOf(store)).toEqual({});
        await store.rounds.close(round);
        await store.rounds.close(round);
        const closed = await store.rounds.get(COMMUNITY, round.id);
        if (!closed) throw new Error('the round is gone');
        const stragglers = after.map((each) => ({ ...each, round: closed }));
        if (stragglers.length > 0) {
          const results = await store.answers.commit(COMMUNITY, stragglers);
          expect(results).toEqual(stragglers.map(() => ({ kind: 'recorded', late: true })));
        }
        expect(await pointsOf(store)).toEqual(Object.fromEntries(names.map((name) => [name, 10])));
      }),
      { numRuns: 12 },
    );
  });

  it('asks for another reveal when one came after it', async () => {
    const { store } = freshStore();
    const { round, entry } = await roundToAnswer(store);
    await store.rounds.close(round);
    const closed = await readRound(store, round);
    const reveal = (answers: number) => store.rounds.revealed(closed, answers);
    await reveal(0);
    const closes = async () =>
      (await store.ledger.due(COMMUNITY, round.closesAt + 60_000)).filter(
        ({ kind }) => kind === 'close',
      );
    expect(await closes()).toEqual([]);
    await store.answers.commit(COMMUNITY, [{ ...entry('ada'), round: closed }]);
    expect(await closes()).toHaveLength(1);
    expect(await reveal(0)).toBe(true);
    expect(await closes()).toHaveLength(1);
    await reveal(1);
    expect(await closes()).toEqual([]);
  });
});
