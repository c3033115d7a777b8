import { z } from 'zod';
import { twinsAmong } from '../folding.ts';
import { kindOf } from '../kind.ts';
import { LIST_LIMITS, TEXT_LIMITS } from '../limits.ts';
import { text } from '../texts.ts';
import { listOf } from '../wordings.ts';

const [FEWEST, MOST] = LIST_LIMITS.items;
const means = `${FEWEST} to ${MOST} items, the first first`;

/** Items to put in order; they are shuffled when they are shown. */
export const order = kindOf({
  name: 'order',
  shape: {
    items: z.array(text(TEXT_LIMITS.item, means)).min(FEWEST).max(MOST).describe(means),
  },
  check({ items }) {
    const entries = listOf(items).map((item, at) => [at, item] as const);
    return twinsAmong(entries).map(([first, later]) => ({
      path: ['items', later],
      message: `items ${first + 1} and ${later + 1} are the same; change one`,
    }));
  },
  own: ({ items }) => ({ kind: 'order', items, key: [...items.keys()] }),
});
