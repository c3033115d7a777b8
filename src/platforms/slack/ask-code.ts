import type { Ask } from '../../chat/view.ts';
import { roundId } from '../../core/ids.ts';
import { LIMITS } from './limits.ts';

/** Asks that are answered in a form. */
export type FormAsk = Extract<Ask, { kind: 'marks' | 'texts' | 'order' | 'match' }>;

/** The ask as a button carries it, so that its form can be drawn by any process; long texts are shortened. */
export function encodeAsk(ask: FormAsk): string {
  const whole = JSON.stringify(ask);
  if (whole.length <= LIMITS.buttonValue) return whole;
  const texts = JSON.stringify(ask, (_, value) =>
    typeof value === 'string' ? value.slice(0, 40) : value,
  );
  return texts.length <= LIMITS.buttonValue ? texts : JSON.stringify(bare(ask));
}

function bare(ask: FormAsk): FormAsk {
  const blank = (texts: readonly string[]): string[] => texts.map(() => '');
  switch (ask.kind) {
    case 'marks':
      return { ...ask, statements: blank(ask.statements) };
    case 'order':
      return { ...ask, items: blank(ask.items) };
    case 'match':
      return { ...ask, lefts: blank(ask.lefts), rights: blank(ask.rights) };
    case 'texts':
      return { ...ask, unit: null };
  }
}

/** Null for text that {@link encodeAsk} never writes. */
export function decodeAsk(text: string): FormAsk | null {
  const ask = parsed(text);
  if (ask === null || roundId.parse(String(ask['round'])) === null) return null;
  switch (ask['kind']) {
    case 'marks':
      return areTexts(ask['statements']) ? (ask as unknown as FormAsk) : null;
    case 'order':
      return areTexts(ask['items']) ? (ask as unknown as FormAsk) : null;
    case 'match':
      return areTexts(ask['lefts']) && areTexts(ask['rights']) ? (ask as unknown as FormAsk) : null;
    case 'texts':
      return isTextsAsk(ask) ? (ask as unknown as FormAsk) : null;
    default:
      return null;
  }
}

function isTextsAsk({ asks, count, unit }: Record<string, unknown>): boolean {
  const isCount = Number.isInteger(count) && Number(count) >= 1 && Number(count) <= 10;
  const isUnit = unit === null || typeof unit === 'string';
  return isCount && isUnit && ['words', 'sentences', 'number', 'gaps'].includes(String(asks));
}

function areTexts(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= 20 &&
    value.every((text) => typeof text === 'string')
  );
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
