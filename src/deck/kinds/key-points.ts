import { z } from 'zod';
import { quoted } from '../fault.ts';
import { twinsAmong } from '../folding.ts';
import { kindOf } from '../kind.ts';
import { LIST_LIMITS, TEXT_LIMITS } from '../limits.ts';
import { isRaw, type Problem } from '../reading.ts';
import { text } from '../texts.ts';
import { listOf, listProblems, wordings } from '../wordings.ts';

const [FEWEST, MOST] = LIST_LIMITS.points;

const point = z.strictObject({
  point: text(TEXT_LIMITS.point, 'what the point says, as members read it'),
  any: wordings('the wordings of which one meets the point'),
});

/** A sentence or two, of which certain points count. */
export const keyPoints = kindOf({
  name: 'key-points',
  shape: {
    points: z
      .array(point)
      .min(FEWEST)
      .max(MOST)
      .describe(`${FEWEST} to ${MOST} points, each with point and any`),
    needs: z
      .int()
      .min(1)
      .max(MOST)
      .optional()
      .describe('how many of the points make the answer right; all where it is left out'),
  },
  check({ points, needs }) {
    const lists = listOf(points).map((entry) => (isRaw(entry) ? entry['any'] : undefined));
    return [
      ...lists.flatMap((any, at) => listProblems(any, ['points', at, 'any'])),
      ...sharedProblems(lists),
      ...needsProblems(needs, lists.length),
    ];
  },
  own: ({ points, needs = points.length }) => ({ kind: 'key-points', points, needs }),
});

/** One wording would meet two points at once. */
function sharedProblems(lists: readonly unknown[]): Problem[] {
  const entries = lists.flatMap((any, point) =>
    listOf(any).map((wording, at) => [{ point, at, wording }, wording] as const),
  );
  return twinsAmong(entries)
    .filter(([first, later]) => first.point !== later.point)
    .map(([first, { point, at, wording }]) => ({
      path: ['points', point, 'any', at],
      message: `${quoted(String(wording))} meets points ${first.point + 1} and ${point + 1}; keep it in one`,
    }));
}

function needsProblems(needs: unknown, points: number): Problem[] {
  if (typeof needs !== 'number' || needs <= points || needs > MOST) return [];
  const message = `needs ${needs} is more than the ${points} points; lower it or leave it out`;
  return [{ path: ['needs'], message }];
}
