import type { WrittenCard } from './format.ts';

/** The card without the keys that say nothing: those with undefined, an empty text or an empty list. */
export function filled(card: WrittenCard): WrittenCard {
  return Object.fromEntries(Object.entries(card).filter(([, value]) => says(value)));
}

function says(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== '';
}
