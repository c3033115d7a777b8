import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { type CommunityId, communityId, type MemberId, memberId } from '../../../src/core/ids.ts';
import type { Score, Standing } from '../../../src/core/standings.ts';

/** A row of the model: a board is nothing but a list of these. */
export interface ModelRow extends Score {
  readonly isHidden: boolean;
}

/** Ids of every character that an id may have, some of them the beginning of others. */
const NAMES = 'a A b B z Z 0 9 10 aa ab aB a-b a_b a0 Ab m M m1 m10 m2 m-1 m_1 zz Zz'.split(' ');

/** Few values, so that ties are common; about a fifth is hidden. */
export const anyBoard: fc.Arbitrary<readonly ModelRow[]> = fc.subarray(NAMES).chain((names) =>
  fc.tuple(
    ...names.map((name) =>
      fc.record({
        member: fc.constant(memberId.of(name)),
        value: fc.nat({ max: 4 }),
        isHidden: fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0),
      }),
    ),
  ),
);

const bytes = (id: string): Buffer => Buffer.from(id, 'ascii');

/** The rule in words: more points first; equals from A to Z by id, byte by byte. */
function inOrder(rows: readonly Score[]): Score[] {
  return [...rows].sort(
    (a, b) => b.value - a.value || Buffer.compare(bytes(a.member), bytes(b.member)),
  );
}

/** What everybody sees. */
export function publicList(rows: readonly ModelRow[]): Standing[] {
  const shown = rows.filter(({ isHidden }) => !isHidden);
  return inOrder(shown).map(({ member, value }) => ({
    member,
    value,
    rank: 1 + shown.filter((other) => other.value > value).length,
  }));
}

/** What a member sees of itself and its neighbours. */
export function neighbourhood(
  rows: readonly ModelRow[],
  member: MemberId,
  span: number,
): Standing[] {
  const own = rows.find((row) => row.member === member);
  if (!own) return [];
  const others = publicList(rows).filter((row) => row.member !== member);
  const rank = 1 + others.filter((other) => other.value > own.value).length;
  const mine = { member, value: own.value, rank };
  const place = inOrder([...others, mine]).findIndex((row) => row.member === member);
  return [
    ...others.slice(Math.max(0, place - span), place),
    mine,
    ...others.slice(place, place + span),
  ];
}

let communities = 0;

/** A community of its own for each board. */
export const freshCommunity = (): CommunityId => communityId.of(`recorder:board${++communities}`);

/** Writes rows as the scripts would. */
export async function writeBoard(
  redis: Redis,
  key: string,
  rows: readonly ModelRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const scores = rows.flatMap(({ member, value, isHidden }) => [
    isHidden ? value + 1 : -value,
    member,
  ]);
  await redis.zadd(key, ...scores);
}
