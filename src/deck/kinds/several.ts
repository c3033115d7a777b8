import { z } from 'zod';
import { kindOf } from '../kind.ts';
import {
  isAmong,
  keyProblems,
  LETTERS,
  type Letter,
  lettersOf,
  optionProblems,
  options,
  sideBySide,
  why,
} from '../options.ts';
import type { Problem } from '../reading.ts';

const key = z
  .array(z.string().meta({ enum: [...LETTERS] }))
  .min(1)
  .describe('the letters of the right options, such as [A, C]');

/** Some options are right, at least one and not all. */
export const several = kindOf({
  name: 'several',
  shape: { options: options(4), key, why },
  check(raw) {
    const letters = lettersOf(raw['options']);
    const keys: readonly unknown[] = Array.isArray(raw['key']) ? raw['key'] : [];
    const right = keys.filter((letter) => isAmong(letter, letters));
    const understood = right.length > 0 && right.length === keys.length;
    return [
      ...keyProblems(keys, letters),
      ...shareProblems(right, letters),
      ...optionProblems(raw, understood ? right : null),
    ];
  },
  own(fields) {
    const { letters, ...texts } = sideBySide(fields.options, fields.why);
    const right = letters.flatMap((letter, at) => (fields.key.includes(letter) ? at : []));
    return { kind: 'several', key: right, ...texts };
  },
});

function shareProblems(right: readonly Letter[], letters: readonly Letter[]): Problem[] {
  const distinct = new Set(right).size;
  const path = ['key'];
  return [
    ...(distinct < right.length ? [{ path, message: 'key names a letter twice; keep one' }] : []),
    ...(distinct > 0 && distinct === letters.length
      ? [{ path, message: 'key names every option; at least one must be wrong' }]
      : []),
  ];
}
