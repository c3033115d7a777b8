import { kindOf } from '../kind.ts';
import { WORDING, wordingOf, wordingProblems } from '../wordings.ts';

/** A short answer in the member's words. */
export const typed = kindOf({
  name: 'typed',
  shape: WORDING,
  check: (raw) => wordingProblems(raw),
  own: (fields) => ({ kind: 'typed', wording: wordingOf(fields) }),
});
