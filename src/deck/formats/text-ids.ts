import { createHash } from 'node:crypto';
import { folded } from '../folding.ts';

const LONGEST_SLUG = 32;
const LONGEST_PREFIX = 20;

/** Lower-case words joined by hyphens, cut between words; empty where the text has no Latin letter or digit. */
export function slugOf(text: string, longest: number): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  let slug = '';
  for (const word of words ?? []) {
    if (slug.length + word.length + 1 > longest) return slug || word.slice(0, longest);
    slug += slug === '' ? word : `-${word}`;
  }
  return slug;
}

/** A card id from what the card asks, so that it outlives a better explanation; the same for the same question. */
export function idFor(prompt: string, asked: string, prefix: string): string {
  const hash = createHash('sha256').update(folded(asked)).digest('hex').slice(0, 8);
  const parts = [slugOf(prefix, LONGEST_PREFIX), slugOf(prompt, LONGEST_SLUG), hash];
  return parts.filter(Boolean).join('-');
}
