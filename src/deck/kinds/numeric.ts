import { z } from 'zod';
import { quoted } from '../fault.ts';
import { kindOf } from '../kind.ts';
import { TEXT_LIMITS } from '../limits.ts';
import type { Problem } from '../reading.ts';
import { text } from '../texts.ts';

const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const SHARE = /^\d+(?:\.\d+)?\s?%$/;

/** `1.50` and `007` reach us as text, since they would come back as other text than the author's. */
function unquoted(written: unknown): unknown {
  return typeof written === 'string' && DECIMAL.test(written) ? Number(written) : written;
}

const allowed = 'a number from 0, or a share of the key such as 5%';

/** A number, within a tolerance. */
export const numeric = kindOf({
  name: 'numeric',
  shape: {
    key: z
      .preprocess(unquoted, z.number())
      .describe('a number in digits, such as 24 or 1.202, without commas'),
    tolerance: text(TEXT_LIMITS.unit, `${allowed}; nothing where it is left out`).optional(),
    unit: text(TEXT_LIMITS.unit, 'the unit that the prompt asks for').optional(),
  },
  check: ({ key, tolerance }) => toleranceProblems(tolerance, unquoted(key)),
  own: ({ key, tolerance = '0', unit = null }) => ({
    kind: 'numeric',
    key,
    tolerance: absolute(tolerance, key),
    unit,
  }),
});

function toleranceProblems(written: unknown, key: unknown): Problem[] {
  if (typeof written !== 'string' && typeof written !== 'number') return [];
  const words = String(written).trim();
  const said = (message: string): Problem[] => [{ path: ['tolerance'], message }];
  if (words.startsWith('-')) return said(`tolerance ${words} is negative; write ${allowed}`);
  if (SHARE.test(words) && key === 0) {
    return said(`tolerance ${words} of 0 is nothing; write a number`);
  }
  if (words === '' || SHARE.test(words) || DECIMAL.test(words)) return [];
  return said(`tolerance ${quoted(words)} does not fit: ${allowed}`);
}

/** In the key's unit. */
function absolute(tolerance: string, key: number): number {
  return SHARE.test(tolerance)
    ? (Math.abs(key) * Number.parseFloat(tolerance)) / 100
    : Number(tolerance);
}
