import type { TextFormat } from 'gift-pegjs';
import { filled } from '../filled.ts';
import type { WrittenCard } from '../format.ts';
import { htmlText } from '../html-text.ts';
import { unmarked } from './gift-text.ts';

const SOURCE = /\n\s*Source: ([^\n]+)$/;
/** What Moodle's own format takes for HTML. */
const LOOKS_LIKE_HTML = /<[a-z/!][^>]*>|&#?\w{2,8};/i;

/** The words of a text in any of Moodle's formats. */
export function wordsOf({ format, text }: TextFormat): string {
  const plain = unmarked(text);
  const isHtml = format === 'html' || (format === 'moodle' && LOOKS_LIKE_HTML.test(plain));
  return isHtml ? htmlText(plain).text : plain;
}

/** The pictures and sounds that a text shows. */
export function mediaOf({ format, text }: TextFormat): readonly string[] {
  return format === 'html' || format === 'moodle' ? htmlText(unmarked(text)).media : [];
}

/** Undefined where nothing was said. */
export function feedbackOf(feedback: TextFormat | null | undefined): string | undefined {
  return feedback ? wordsOf(feedback) || undefined : undefined;
}

/** The feedback for everybody, or else what is said to who is right; a last line can name the source. */
export function explained(
  general: TextFormat | null,
  toTheRight: readonly (string | undefined)[],
): WrittenCard {
  const spare = toTheRight.filter((words) => words !== undefined).join('\n');
  const text = feedbackOf(general) ?? spare;
  const source = SOURCE.exec(text)?.[1];
  return filled({ explanation: text.replace(SOURCE, '').trim(), source });
}

/** As an exported card ends: {@link explained} takes it apart again. */
export function generalFeedback(explanation: string, source: string): string {
  return `${explanation}\nSource: ${source}`;
}
