import { kindOf } from '../kind.ts';
import { TEXT_LIMITS } from '../limits.ts';
import { text } from '../texts.ts';

/** The member looks at the answer and says how well it was known. */
export const flash = kindOf({
  name: 'flash',
  shape: { answer: text(TEXT_LIMITS.answer, 'what is shown when the member looks') },
  check: () => [],
  own: ({ answer }) => ({ kind: 'flash', answer }),
});
