import { z } from 'zod';
import { kindOf } from '../kind.ts';
import { TEXT_LIMITS } from '../limits.ts';
import { text } from '../texts.ts';

const means = 'for a false statement, the statement put right in one sentence';

/** The prompt is a statement. */
export const trueFalse = kindOf({
  name: 'true-false',
  shape: {
    key: z.boolean().describe('whether the statement is true'),
    correction: text(TEXT_LIMITS.correction, means).optional(),
  },
  check({ key, correction }) {
    if (key === false && correction === undefined) {
      return [{ path: [], message: `correction is missing: ${means}` }];
    }
    if (key !== true || correction === undefined) return [];
    const message = 'correction stands with a true statement; remove it or make the key false';
    return [{ path: ['correction'], message }];
  },
  own: ({ key, correction = null }) => ({ kind: 'true-false', key, correction }),
});
