import { describe, expect, it } from 'vitest';
import { cardId, deckId, memberId } from '../../../src/core/ids.ts';
import type { Scheduled } from '../../../src/core/review.ts';
import type { BookName, LearnedCard } from '../../../src/ports/reviews.ts';
import { COMMUNITY, freshStore, NOON } from './rows.ts';

const [ada, bob] = [memberId.of('ada'), memberId.of('bob')];
const learned = (event: string): LearnedCard => ({
  deck: deckId.of('virtualization'),
  card: cardId.of('vmcs'),
  rating: 'good',
  at: 1_000,
  event,
});
const NAME: BookName = `${deckId.of('virtualization')}/${cardId.of('vmcs')}`;
const scheduled: Scheduled = {
  memory: { stability: 2.3, difficulty: 5.1, ratings: 1, lapses: 0, last: 20_000, due: 20_002 },
  before: null,
  event: 'e1',
};

describe('a review book', () => {
  it('holds what was learned until schedules are written, and strikes out no more than was read', async () => {
    const { reviews } = freshStore().store;
    await reviews.note(COMMUNITY, [
      { member: ada, ...learned('e1') },
      { member: bob, ...learned('e1') },
      { member: ada, ...learned('e2') },
    ]);
    const read = await reviews.book(COMMUNITY, ada);
    expect(read.learned).toEqual([learned('e1'), learned('e2')]);
    await reviews.note(COMMUNITY, [{ member: ada, ...learned('e3') }]);
    expect(await reviews.write(COMMUNITY, ada, read, new Map([[NAME, scheduled]]))).toBe(true);
    const book = await reviews.book(COMMUNITY, ada);
    expect(book).toEqual({
      version: 1,
      cards: new Map([[NAME, scheduled]]),
      learned: [learned('e3')],
    });
    expect((await reviews.book(COMMUNITY, bob)).learned).toEqual([learned('e1')]);
  });

  it('is not written by two who read it at once', async () => {
    const { reviews } = freshStore().store;
    await reviews.note(COMMUNITY, [{ member: ada, ...learned('e1') }]);
    const read = await reviews.book(COMMUNITY, ada);
    const written = await Promise.all(
      [1, 2].map(() => reviews.write(COMMUNITY, ada, read, new Map([[NAME, scheduled]]))),
    );
    expect(written.sort()).toEqual([false, true]);
    const taken = await reviews.book(COMMUNITY, ada);
    expect(await reviews.write(COMMUNITY, ada, taken, new Map([[NAME, null]]))).toBe(true);
    expect((await reviews.book(COMMUNITY, ada)).cards.size).toBe(0);
  });

  it('keeps the latest of what nobody looks at', async () => {
    const { reviews } = freshStore().store;
    const many = Array.from({ length: 2_003 }, (_, at) => ({ member: ada, ...learned(`e${at}`) }));
    await reviews.note(COMMUNITY, many);
    const read = await reviews.book(COMMUNITY, ada);
    expect([read.learned.length, read.learned[0]?.event]).toEqual([2_000, 'e3']);
    await reviews.note(COMMUNITY, [{ member: ada, ...learned('newer') }]);
    expect(await reviews.write(COMMUNITY, ada, read, new Map())).toBe(false);
  });

  it('is erased, and stays so while the member is being erased', async () => {
    const { store, redis, prefix } = freshStore();
    const { reviews, members } = store;
    await reviews.note(COMMUNITY, [{ member: ada, ...learned('e1') }]);
    const read = await reviews.book(COMMUNITY, ada);
    await reviews.write(COMMUNITY, ada, read, new Map([[NAME, scheduled]]));
    const before = await reviews.book(COMMUNITY, ada);
    await members.beginErasing(COMMUNITY, ada, NOON);
    await members.erase(COMMUNITY, ada);
    await reviews.note(COMMUNITY, [{ member: ada, ...learned('e2') }]);
    await reviews.write(COMMUNITY, ada, before, new Map([[NAME, scheduled]]));
    const left = await redis.keys(`${prefix}:*${ada}*`);
    expect(left).toEqual([]);
  });
});
