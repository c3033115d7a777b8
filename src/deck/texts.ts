import { z } from 'zod';
import type { IdKind } from '../core/ids.ts';

/** Line breaks and tabs apart, nothing invisible: neither control signs nor signs that turn the writing round. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;

/**
 * Text of `min` to `max` characters; spaces around it do not count. A bare number counts as text.
 * `means` completes "prompt is missing: …" and shows in editors.
 */
export function text(max: number, means: string, min = 1) {
  const words = z
    .string()
    .trim()
    .normalize()
    .min(min)
    .max(max)
    .refine((written) => !INVISIBLE.test(written), {
      params: { says: 'holds an invisible sign; type it anew' },
    });
  return z.union([words, z.number().transform(String)]).describe(means);
}

/** An id by its one pattern in the core; the pattern here serves editors. */
export function slug<Id extends string>(kind: IdKind<Id>, means: string) {
  return z
    .string()
    .refine((written) => kind.parse(written) !== null)
    .meta({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 64 })
    .describe(`${means}: lower-case words joined by hyphens, at most 64 characters`);
}
