import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommunityId, memberId } from '../../../src/core/ids.ts';
import type { Standing } from '../../../src/core/standings.ts';
import type { Boards, PageStart } from '../../../src/ports/boards.ts';
import {
  anyBoard,
  freshCommunity,
  type ModelRow,
  neighbourhood,
  publicList,
  writeBoard,
} from './board-model.ts';
import { freshStore } from './rows.ts';

const TOP: PageStart = { kind: 'place', place: 0 };
const RUNS = { numRuns: 150 };
const anySize = fc.integer({ min: 1, max: 4 });

/** Makes boards of its own on one store. */
function boardMaker() {
  const { store, redis, prefix } = freshStore();
  const keyOf = (community: CommunityId): string => `${prefix}:{${community}}:board:all`;
  return {
    boards: store.boards,
    write: (community: CommunityId, rows: readonly ModelRow[]) =>
      writeBoard(redis, keyOf(community), rows),
    remove: (community: CommunityId, member: string) => redis.zrem(keyOf(community), member),
  };
}

async function pageAt(boards: Boards, community: CommunityId, from: PageStart, size: number) {
  const page = await boards.page(community, 'all', from, size);
  if (!page) throw new Error('a kept board is always there');
  return page;
}

const beside = (kind: 'after' | 'before', { member, value }: Standing): PageStart => ({
  kind,
  member,
  value,
});

/** All rows by turning pages from the top. */
async function turnedThrough(
  boards: Boards,
  community: CommunityId,
  size: number,
  between: () => Promise<unknown> = async () => {},
): Promise<Standing[]> {
  const rows: Standing[] = [];
  let { standings } = await pageAt(boards, community, TOP, size);
  while (standings.length > 0) {
    rows.push(...standings);
    await between();
    const last = standings.at(-1) as Standing;
    ({ standings } = await pageAt(boards, community, beside('after', last), size));
  }
  return rows;
}

describe('a board', () => {
  it('S6 shares ranks between equals, lists them from A to Z and skips the next rank', async () => {
    const { boards, write } = boardMaker();
    const community = freshCommunity();
    const points = { fay: 5, cat: 20, bob: 20, ada: 30, eve: 10, dan: 10 };
    await write(
      community,
      Object.entries(points).map(([name, value]) => ({
        member: memberId.of(name),
        value,
        isHidden: false,
      })),
    );
    const { standings, total } = await pageAt(boards, community, TOP, 10);
    expect(standings.map(({ rank, member }) => `${rank} ${member}`)).toEqual([
      '1 ada',
      '2 bob',
      '2 cat',
      '4 dan',
      '4 eve',
      '6 fay',
    ]);
    expect(total).toBe(6);
    expect(await pageAt(boards, community, { kind: 'place', place: 20 }, 10)).toEqual({
      standings: [],
      place: 20,
      total: 6,
    });
  });

  it('S6 is the list of the model, on pages of any size, forwards and backwards', async () => {
    const { boards, write } = boardMaker();
    await fc.assert(
      fc.asyncProperty(anyBoard, anySize, async (rows, size) => {
        const community = freshCommunity();
        await write(community, rows);
        const list = publicList(rows);
        expect(await turnedThrough(boards, community, size)).toEqual(list);
        const backwards: Standing[] = [];
        for (let first = list.at(-1); first; ) {
          const { standings } = await pageAt(boards, community, beside('before', first), size);
          backwards.unshift(...standings);
          first = standings[0];
        }
        expect(backwards).toEqual(list.slice(0, -1));
      }),
      RUNS,
    );
  });

  it('says how many rows stand before a page and in all', async () => {
    const { boards, write } = boardMaker();
    await fc.assert(
      fc.asyncProperty(anyBoard, anySize, fc.nat({ max: 30 }), async (rows, size, someRow) => {
        const community = freshCommunity();
        await write(community, rows);
        const list = publicList(rows);
        const row = list[someRow % Math.max(1, list.length)];
        if (!row) return;
        const at = list.indexOf(row);
        const after = await pageAt(boards, community, beside('after', row), size);
        expect(after).toMatchObject({ place: at + 1, total: list.length });
        const before = await pageAt(boards, community, beside('before', row), size);
        expect(before).toMatchObject({ place: Math.max(0, at - size), total: list.length });
      }),
      RUNS,
    );
  });

  it('S6 shows each member the rank of the list, and a hidden one the rank that it would have', async () => {
    const { boards, write } = boardMaker();
    await fc.assert(
      fc.asyncProperty(anyBoard, fc.integer({ min: 0, max: 3 }), async (rows, span) => {
        const community = freshCommunity();
        await write(community, rows);
        const list = publicList(rows);
        for (const { member, isHidden } of rows) {
          const found = await boards.around(community, 'all', member, span, 3);
          expect(found?.standings).toEqual(neighbourhood(rows, member, span));
          expect(found).toMatchObject({ isHidden, total: list.length, leaders: list.slice(0, 3) });
          const own = found?.standings.find((row) => row.member === member);
          if (!isHidden) expect(list).toContainEqual(own);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows nothing around somebody who is not on it', async () => {
    const { boards, write } = boardMaker();
    const community = freshCommunity();
    expect(await boards.around(community, 'all', memberId.of('zoe'), 2, 3)).toEqual({
      standings: [],
      place: 0,
      total: 0,
      isHidden: false,
      leaders: [],
    });
    await write(community, [{ member: memberId.of('ada'), value: 3, isHidden: false }]);
    expect(await boards.around(community, 'all', memberId.of('zoe'), 2, 3)).toMatchObject({
      standings: [],
      total: 1,
    });
  });

  it('S6 shows no row twice and loses none between two pages, whatever is written meanwhile', async () => {
    const { boards, write, remove } = boardMaker();
    const anyChanges = fc.array(anyBoard, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(anyBoard, anyChanges, anySize, async (rows, changes, size) => {
        const community = freshCommunity();
        await write(community, rows);
        const touched = new Set<string>();
        const left = [...changes];
        const shown = await turnedThrough(boards, community, size, async () => {
          for (const change of left.shift() ?? []) {
            touched.add(change.member);
            if (change.value === 0) await remove(community, change.member);
            else await write(community, [change]);
          }
        });
        const untouched = ({ member }: { readonly member: string }) => !touched.has(member);
        expect(shown.filter(untouched).map(({ member }) => member)).toEqual(
          publicList(rows)
            .filter(untouched)
            .map(({ member }) => member),
        );
      }),
      RUNS,
    );
  });

  it('gives all its rows, best first, however many', async () => {
    const { boards, write } = boardMaker();
    const community = freshCommunity();
    const rows = Array.from({ length: 2_100 }, (_, at) => ({
      member: memberId.of(`m${at}`),
      value: at % 7,
      isHidden: at % 3 === 0,
    }));
    await write(community, rows);
    const list = publicList(rows).map(({ member, value }) => ({ member, value }));
    expect(await boards.rows(community, 'all')).toEqual(list);
  });
});
