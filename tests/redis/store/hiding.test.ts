import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, plusDays } from '../../../src/core/day.ts';
import { cardId, type MemberId, memberId, type RoundId } from '../../../src/core/ids.ts';
import { type BoardName, boardName, boardsOf } from '../../../src/core/standings.ts';
import { NO_STREAK } from '../../../src/core/streak.ts';
import type { PostedRound } from '../../../src/ports/rounds.ts';
import { type ModelRow, neighbourhood, publicList } from './board-model.ts';
import {
  answerBy,
  COMMUNITY,
  claimOf,
  freshStore,
  makeDaily,
  NOON,
  readRound,
  roundOf,
  TODAY,
} from './rows.ts';

const NAMES = ['ada', 'bob', 'cat', 'dan', 'eve'].map(memberId.of);

type Points = Readonly<Record<string, number>>;

/** A round of three weeks around a turn of the month, and who answered it for how many points. */
const anyRound = fc.record({
  after: fc.nat({ max: 20 }),
  inTime: fc.dictionary(fc.constantFrom('ada', 'bob', 'cat'), fc.constantFrom(0, 5, 10, 20)),
  late: fc.dictionary(fc.constantFrom('dan', 'eve'), fc.constantFrom(0, 10)),
});
type Asked = { after: number; inTime: Points; late: Points };
type Open = { id: RoundId; late: Points };

/** A community whose rounds a test closes, and what its boards must be then. */
async function community() {
  const { store, redis, prefix } = freshStore();
  const daily = await makeDaily(store);
  const earned: { readonly day: Day; readonly points: Points }[] = [];
  let number = 0;

  /** Several can be open at once, each with a card of its own. */
  async function posted(day: Day): Promise<PostedRound> {
    number += 1;
    const made = roundOf(daily, number, day);
    const round = { ...made, card: { ...made.card, id: cardId.of(`card-${number}`) } };
    await store.ledger.callForward(daily, { day, at: NOON });
    const claimed = await claimOf(store, daily, round);
    if (!claimed) throw new Error('the claim was lost');
    await store.ledger.posted(claimed, round, `message-${number}` as never, null);
    return readRound(store, round);
  }

  const commit = (round: PostedRound, points: Points) =>
    store.answers.commit(
      COMMUNITY,
      Object.entries(points).map(([name, worth]) => ({
        round,
        answer: answerBy(name, worth),
        before: NO_STREAK,
        after: NO_STREAK,
        forgiven: new Set(),
        learned: null,
      })),
    );

  return {
    store,
    redis,
    prefix,
    /** Posts and answers a round. */
    async asked({ after, inTime, late }: Asked): Promise<Open> {
      const day = plusDays(TODAY, after);
      const { id } = await posted(day);
      const round = (await store.rounds.get(COMMUNITY, id)) as PostedRound;
      if (Object.keys(inTime).length > 0) await commit(round, inTime);
      earned.push({ day, points: { ...inTime, ...late } });
      return { id, late };
    },
    /** What closes a round, to be called in any moment: late answers follow. */
    async closing({ id, late }: Open): Promise<() => Promise<void>> {
      // Read now: later rounds brought its close forward.
      const round = (await store.rounds.get(COMMUNITY, id)) as PostedRound;
      return async () => {
        await store.rounds.close(round);
        if (Object.keys(late).length > 0) await commit({ ...round, closed: true }, late);
      };
    },
    /** A board's rows by the log. */
    rowsOf(board: BoardName, hidden: ReadonlySet<MemberId>): ModelRow[] {
      const sums = new Map<MemberId, number>();
      for (const { day, points } of earned) {
        if (!boardsOf(day).includes(board)) continue;
        for (const [name, worth] of Object.entries(points)) {
          sums.set(memberId.of(name), (sums.get(memberId.of(name)) ?? 0) + worth);
        }
      }
      return [...sums].map(([member, value]) => ({
        member,
        value,
        isHidden: hidden.has(member),
      }));
    },
  };
}

type Community = Awaited<ReturnType<typeof community>>;

async function expectBoards(
  { store, rowsOf }: Community,
  days: readonly Day[],
  hidden: ReadonlySet<MemberId>,
) {
  for (const board of new Set(days.flatMap(boardsOf))) {
    const rows = rowsOf(board, hidden);
    const page = await store.boards.page(COMMUNITY, board, { kind: 'place', place: 0 }, 100);
    expect(page?.standings).toEqual(publicList(rows));
    for (const member of NAMES) {
      const found = await store.boards.around(COMMUNITY, board, member, 2, 3);
      expect(found?.standings).toEqual(neighbourhood(rows, member, 2));
    }
  }
}

async function lived({ asked, closing }: Community, round: Asked): Promise<void> {
  const close = await closing(await asked(round));
  await close();
}

async function flipped(
  { store }: Community,
  to: 'hide' | 'show',
  member: MemberId,
  hidden: Set<MemberId>,
) {
  const done = await store.boards[to](COMMUNITY, member);
  expect(done).toBe(hidden.has(member) === (to === 'show'));
  if (to === 'hide') hidden.add(member);
  else hidden.delete(member);
}

describe('hiding', () => {
  it('leaves every board the sum of its closed rounds, before, while and after somebody hides', async () => {
    const anyStep = fc.oneof(
      anyRound.map((round) => ({ kind: 'round' as const, round })),
      fc.record({
        kind: fc.constantFrom('hide' as const, 'show' as const),
        member: fc.constantFrom(...NAMES),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 12 }), async (steps) => {
        const group = await community();
        const hidden = new Set<MemberId>();
        for (const step of steps) {
          if (step.kind === 'round') await lived(group, step.round);
          else await flipped(group, step.kind, step.member, hidden);
        }
        const days = steps.flatMap((step) =>
          step.kind === 'round' ? [plusDays(TODAY, step.round.after)] : [],
        );
        await expectBoards(group, days, hidden);
      }),
      { numRuns: 40 },
    );
  });

  it('S4 holds while rounds close in the same moment, on boards that are only just made', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRound, { minLength: 1, maxLength: 6 }),
        fc.subarray(NAMES),
        fc.subarray(NAMES),
        async (rounds, hide, show) => {
          const group = await community();
          const { boards } = group.store;
          for (const member of show) await boards.hide(COMMUNITY, member);
          const open: Open[] = [];
          for (const round of rounds) open.push(await group.asked(round));
          const closes = await Promise.all(open.map(group.closing));
          const onlyHide = hide.filter((member) => !show.includes(member));
          await Promise.all([
            ...onlyHide.map((member) => boards.hide(COMMUNITY, member)),
            ...closes.map((close) => close()),
            ...show.map((member) => boards.show(COMMUNITY, member)),
          ]);
          const days = rounds.map(({ after }) => plusDays(TODAY, after));
          await expectBoards(group, days, new Set(onlyHide));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a member who is removed', () => {
  it('S6 is on no board any more and hidden on none; the others stand as before', async () => {
    const group = await community();
    const { boards } = group.store;
    const [ada, bob] = [memberId.of('ada'), memberId.of('bob')];
    const day = TODAY;
    await lived(group, { after: 0, inTime: { ada: 10, bob: 20, cat: 10 }, late: {} });
    await lived(group, { after: 9, inTime: { ada: 10, bob: 5 }, late: {} });
    await boards.hide(COMMUNITY, ada);
    const version = await boards.version(COMMUNITY);
    const derived = 'derived:accuracy:*:..' as const;
    const scores = [ada, bob].map((member) => ({ member, value: 50 }));
    await boards.keep(COMMUNITY, derived, scores, version);
    await boards.remove(COMMUNITY, ada);
    await boards.remove(COMMUNITY, ada);

    for (const board of [...boardsOf(day), boardName('week', plusDays(day, 9))]) {
      expect(await boards.around(COMMUNITY, board, ada, 2, 3)).toMatchObject({ standings: [] });
    }
    expect(await boards.rows(COMMUNITY, 'all')).toEqual([
      { member: bob, value: 25 },
      { member: 'cat', value: 10 },
    ]);
    expect(await boards.page(COMMUNITY, derived, { kind: 'place', place: 0 }, 9)).toBeNull();
    const keys = await group.redis.keys(`${group.prefix}*:board:*`);
    for (const key of [...keys, `${group.prefix}:{${COMMUNITY}}:${derived}`]) {
      expect(await group.redis.zscore(key, ada)).toBeNull();
    }
    expect(await boards.show(COMMUNITY, ada)).toBe(false);
  });
});
