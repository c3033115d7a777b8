import { z } from 'zod';
import { kindOf } from '../kind.ts';
import { TEXT_LIMITS } from '../limits.ts';
import {
  isAmong,
  type Letter,
  lettersOf,
  sideBySide,
  twinProblems,
  whyProblems,
} from '../options.ts';
import { isRaw, type Raw } from '../reading.ts';
import { text } from '../texts.ts';

const fourStatements = 'four statements, by the letters A to D';
const fourMarks = 'for each statement true or false, such as {A: true, B: false, C: true, D: true}';

const statement = text(TEXT_LIMITS.option, fourStatements);
const mark = z.boolean().describe(fourMarks);
const reason = text(TEXT_LIMITS.why, 'say in one sentence why it is false').optional();

/** Four statements, each true or false. */
export const kprime = kindOf({
  name: 'kprime',
  shape: {
    statements: z
      .strictObject({ A: statement, B: statement, C: statement, D: statement })
      .describe(fourStatements),
    key: z.strictObject({ A: mark, B: mark, C: mark, D: mark }).describe(fourMarks),
    why: z
      .strictObject({ A: reason, B: reason, C: reason, D: reason })
      .optional()
      .describe('for each false statement one sentence why it is false'),
  },
  check({ statements, key, why = {} }) {
    const letters = lettersOf(statements);
    const beside = { noun: 'statement', isRight: 'true', isWrong: 'false' } as const;
    return [
      ...twinProblems('statements', statements),
      ...(letters.length > 0
        ? whyProblems(reasonsFor(letters, why), {
            letters,
            right: trueAmong(letters, key),
            ...beside,
          })
        : []),
    ];
  },
  own({ statements, key, why = {} }) {
    const { letters, options, why: reasons } = sideBySide(statements, why);
    const marks = letters.map((letter) => (key as Record<Letter, boolean>)[letter]);
    return { kind: 'kprime', statements: options, key: marks, why: reasons };
  },
});

/** Others are reported as unknown keys. */
function reasonsFor(letters: readonly Letter[], why: unknown): unknown {
  if (!isRaw(why)) return why;
  return Object.fromEntries(Object.entries(why).filter(([letter]) => isAmong(letter, letters)));
}

/** The true statements; null where the key does not mark each. */
function trueAmong(letters: readonly Letter[], key: unknown): Letter[] | null {
  const marks: Raw = isRaw(key) ? key : {};
  const understood = letters.every((letter) => typeof marks[letter] === 'boolean');
  return understood ? letters.filter((letter) => marks[letter]) : null;
}
