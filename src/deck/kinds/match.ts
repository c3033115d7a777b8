import { z } from 'zod';
import { quoted } from '../fault.ts';
import { twinsAmong } from '../folding.ts';
import { kindOf } from '../kind.ts';
import { LIST_LIMITS, TEXT_LIMITS } from '../limits.ts';
import { isRaw, type Problem } from '../reading.ts';
import { text } from '../texts.ts';

const [FEWEST, MOST] = LIST_LIMITS.items;
const means = `${FEWEST} to ${MOST} pairs, each written left: right`;

const left = z.string().trim().normalize().min(1).max(TEXT_LIMITS.left);

/** Pairs to find; the rights are shuffled when they are shown. */
export const match = kindOf({
  name: 'match',
  shape: {
    pairs: z
      .record(left, text(TEXT_LIMITS.item, means))
      .meta({ minProperties: FEWEST, maxProperties: MOST })
      .describe(means),
  },
  check({ pairs }) {
    const entries = Object.entries(isRaw(pairs) ? pairs : {});
    return isRaw(pairs) ? [...countProblems(entries.length), ...sameProblems(entries)] : [];
  },
  own({ pairs }) {
    const lefts = Object.keys(pairs);
    return { kind: 'match', lefts, rights: Object.values(pairs), key: [...lefts.keys()] };
  },
});

function countProblems(count: number): Problem[] {
  const path = ['pairs'];
  if (count === 0) return [{ path, message: `pairs is empty: ${means}` }];
  const said = (limit: string): Problem[] => [
    { path, message: `pairs has ${count} ${count === 1 ? 'entry' : 'entries'}; ${limit}` },
  ];
  if (count < FEWEST) return said(`at least ${FEWEST} are needed`);
  return count > MOST ? said(`at most ${MOST} are possible`) : [];
}

/** Nothing says which of two equal sides is meant. */
function sameProblems(entries: readonly (readonly [string, unknown])[]): Problem[] {
  const same = (first: string, later: string, are: string): Problem => ({
    path: ['pairs', later],
    message: `pairs ${quoted(first)} and ${quoted(later)} ${are}; change one`,
  });
  return [
    ...twinsAmong(entries.map(([left]) => [left, left])).map(([first, later]) =>
      same(first, later, 'begin the same'),
    ),
    ...twinsAmong(entries).map(([first, later]) => same(first, later, 'have the same right side')),
  ];
}
