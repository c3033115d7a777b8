import { z } from 'zod';
import { kindOf } from '../kind.ts';
import { LIST_LIMITS } from '../limits.ts';
import { isRaw, type Problem } from '../reading.ts';
import { listOf, WORDING, wordingOf, wordingProblems } from '../wordings.ts';

const [FEWEST, MOST] = LIST_LIMITS.gaps;

/** Gaps to fill in the prompt. */
export const gap = kindOf({
  name: 'gap',
  shape: {
    gaps: z
      .array(z.strictObject(WORDING))
      .min(FEWEST)
      .max(MOST)
      .describe(`${FEWEST} to ${MOST} gaps, each with accept, in the order of {1}, {2}, {3}`),
  },
  check({ gaps, prompt }) {
    const list = listOf(gaps);
    return [
      ...(typeof prompt === 'string' && list.length > 0 ? markProblems(prompt, list.length) : []),
      ...list.flatMap((entry, at) => (isRaw(entry) ? wordingProblems(entry, ['gaps', at]) : [])),
    ];
  },
  own: ({ gaps }) => ({ kind: 'gap', gaps: gaps.map(wordingOf) }),
});

/** Each gap is marked once, in the order of the numbers. */
function markProblems(prompt: string, gaps: number): Problem[] {
  const marks = [...prompt.matchAll(/\{(\d+)\}/g)].map(([, digits]) => Number(digits));
  const wanted = Array.from({ length: gaps }, (_, at) => at + 1);
  const strange = marks.find((mark) => !wanted.includes(mark));
  const missing = wanted.find((mark) => !marks.includes(mark));
  const twice = marks.find((mark, at) => marks.indexOf(mark) < at);
  const early = marks.find((mark, at) => mark < (marks[at - 1] ?? 0));
  const said = (message: string): Problem[] => [{ path: ['prompt'], message }];
  if (missing !== undefined)
    return said(`prompt lacks {${missing}}; mark each gap where it stands`);
  if (strange !== undefined) {
    return said(`prompt marks {${strange}}, which is not among the ${gaps} gaps; write its accept`);
  }
  if (twice !== undefined) return said(`prompt marks {${twice}} twice; mark each gap once`);
  if (early === undefined) return [];
  return said(`prompt marks {${early}} behind a later gap; number the gaps as they stand`);
}
