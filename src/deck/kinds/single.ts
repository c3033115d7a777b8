import { z } from 'zod';
import { kindOf } from '../kind.ts';
import {
  isAmong,
  keyProblems,
  LETTERS,
  lettersOf,
  optionProblems,
  options,
  sideBySide,
  why,
} from '../options.ts';

const key = z
  .string()
  .meta({ enum: [...LETTERS] })
  .describe('the letter of the right option');

/** One option is right. */
export const single = kindOf({
  name: 'single',
  shape: { options: options(3), key, why },
  check(raw) {
    const letters = lettersOf(raw['options']);
    const right = isAmong(raw['key'], letters) ? [raw['key']] : null;
    return [...keyProblems([raw['key']], letters), ...optionProblems(raw, right)];
  },
  own(fields) {
    const { letters, ...texts } = sideBySide(fields.options, fields.why);
    return { kind: 'single', key: (letters as string[]).indexOf(fields.key), ...texts };
  },
});
