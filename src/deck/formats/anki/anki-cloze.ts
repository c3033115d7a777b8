import { filled } from '../filled.ts';
import type { WrittenCard } from '../format.ts';

/** `{{c1::answer::hint}}`; inside each other they are not read. */
const CLOZE = /\{\{c\d{1,3}::([^{}]*?)(?:::([^{}]*))?\}\}/g;

export function isClozed(text: string): boolean {
  return /\{\{c\d{1,3}::/.test(text);
}

/** Each deletion becomes a gap, in the order in which they stand; `extra`: the note's second field. */
export function clozeCard(text: string, extra: string | undefined): WrittenCard {
  const deletions = [...text.matchAll(CLOZE)];
  let count = 0;
  const hints = deletions.flatMap(([, , hint]) => hint?.trim() || []);
  return filled({
    kind: 'gap',
    prompt: text.replace(CLOZE, () => `{${++count}}`),
    gaps: deletions.map(([, answer = '']) => ({ accept: [answer.trim()] })),
    explanation: extra,
    hint: hints.join('; '),
  });
}
