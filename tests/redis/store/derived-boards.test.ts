import { describe, expect, it } from 'vitest';
import { memberId } from '../../../src/core/ids.ts';
import type { Score } from '../../../src/core/standings.ts';
import type { PageStart } from '../../../src/ports/boards.ts';
import { COMMUNITY, freshStore } from './rows.ts';

const TOP: PageStart = { kind: 'place', place: 0 };
const NAME = 'derived:accuracy:*:2026-11-23..2026-11-29';
const [ada, bob] = [memberId.of('ada'), memberId.of('bob')];

const SCORES: readonly Score[] = [
  { member: bob, value: 80 },
  { member: ada, value: 80 },
];

function derivedBoards() {
  const { store, redis, prefix } = freshStore();
  const { boards } = store;
  const key = (...parts: string[]): string => [`${prefix}:{${COMMUNITY}}`, ...parts].join(':');
  const names = async (): Promise<string[] | null> => {
    const page = await boards.page(COMMUNITY, NAME, TOP, 100);
    return page?.standings.map(({ member }) => member) ?? null;
  };
  return { boards, redis, key, names };
}

describe('a derived board', () => {
  it('is not there until somebody keeps it, and is ranked like any other then', async () => {
    const { boards, names } = derivedBoards();
    expect(await names()).toBeNull();
    expect(await boards.around(COMMUNITY, NAME, ada, 2, 3)).toBeNull();
    await boards.keep(COMMUNITY, NAME, SCORES, await boards.version(COMMUNITY));
    expect(await boards.around(COMMUNITY, NAME, ada, 2, 1)).toEqual({
      standings: [
        { member: ada, value: 80, rank: 1 },
        { member: bob, value: 80, rank: 1 },
      ],
      place: 0,
      total: 2,
      isHidden: false,
      leaders: [{ member: ada, value: 80, rank: 1 }],
    });
  });

  it('is there for a minute, an empty one too', async () => {
    const { boards, redis, key, names } = derivedBoards();
    await boards.keep(COMMUNITY, NAME, [], await boards.version(COMMUNITY));
    expect(await names()).toEqual([]);
    const [now] = await redis.time();
    const life = Number(await redis.zscore(key('derived'), `0 ${NAME}`)) - Number(now);
    expect(life).toSatisfy((seconds: number) => seconds > 50 && seconds <= 60);
    await redis.zadd(key('derived'), Number(now), `0 ${NAME}`);
    expect(await names()).toBeNull();
  });

  it('leaves nothing behind for longer than that', async () => {
    const { boards, redis, key } = derivedBoards();
    await boards.keep(COMMUNITY, NAME, SCORES, await boards.version(COMMUNITY));
    expect(await redis.ttl(key(NAME))).toSatisfy((life: number) => life > 50 && life <= 61);
    expect(await redis.keys(`${key('derived')}:writing:*`)).toEqual([]);
    await redis.zadd(key('derived'), 1, '0 derived:of:long:ago');
    await boards.changed(COMMUNITY);
    await boards.keep(COMMUNITY, 'derived:other', SCORES, await boards.version(COMMUNITY));
    expect(await redis.zscore(key('derived'), '0 derived:of:long:ago')).toBeNull();
  });

  it('is refused where the standings changed while it was worked out, and dropped where they do later', async () => {
    const { boards, redis, key, names } = derivedBoards();
    const before = await boards.version(COMMUNITY);
    await boards.hide(COMMUNITY, ada);
    await boards.keep(COMMUNITY, NAME, SCORES, before);
    expect(await names()).toBeNull();
    expect(await redis.keys(`${key('derived')}*`)).toEqual([key('derived-written')]);
    await boards.keep(COMMUNITY, NAME, SCORES, await boards.version(COMMUNITY));
    expect(await names()).toEqual(['bob']);
    expect(await boards.around(COMMUNITY, NAME, ada, 2, 3)).toMatchObject({ isHidden: true });
    await boards.show(COMMUNITY, ada);
    expect(await names()).toBeNull();
    await boards.keep(COMMUNITY, NAME, SCORES, await boards.version(COMMUNITY));
    expect(await names()).toEqual(['ada', 'bob']);
    await boards.changed(COMMUNITY);
    expect(await names()).toBeNull();
  });

  it('worked out by many at once is whole: one wins and none breaks', async () => {
    const { boards, redis, key, names } = derivedBoards();
    const version = await boards.version(COMMUNITY);
    const members = Array.from({ length: 2_500 }, (_, at) => memberId.of(`m${at}`));
    const seen = await Promise.all(
      Array.from({ length: 8 }, async (_, value) => {
        const scores = members.map((member) => ({ member, value }));
        await boards.keep(COMMUNITY, NAME, scores, version);
        return boards.page(COMMUNITY, NAME, TOP, 10);
      }),
    );
    expect(seen.map((page) => page?.total)).toEqual(Array.from({ length: 8 }, () => 2_500));
    expect(new Set(seen.map((page) => JSON.stringify(page))).size).toBe(1);
    expect(await names()).toHaveLength(100);
    expect(await redis.keys(`${key('derived')}:writing:*`)).toEqual([]);
  });
});
