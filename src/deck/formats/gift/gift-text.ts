/** The parser leaves these behind where it does not undo its own marks. */
const MARKS: Readonly<Record<string, string>> = {
  '&&092;': '\\',
  '&&058;': ':',
  '&&035;': '#',
  '&&061;': '=',
  '&&123;': '{',
  '&&125;': '}',
  '&&126;': '~',
  '&&010': '\n',
};
/** Stands in for the arrow where it is no sign of a pair. */
export const ARROW = '-\ue000>';

/** Text that means itself in a question: signs with a meaning get a backslash, lines become `\n`. */
export function escaped(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n');
}

/** An option or answer; what would be read as a weight or a format is kept from it. */
export function escapedOption(text: string, weight: string): string {
  const marked = weight === '' && text.startsWith('%') ? '%100%' : weight;
  const format = /^\[(?:html|markdown|moodle|plain)\]/.test(text) ? '[plain]' : '';
  return marked + format + escaped(text);
}

/** A plain text as the parser left it. */
export function unmarked(text: string): string {
  return text
    .replace(/&&(?:092|058|035|061|123|125|126);|&&010;?/g, markOf)
    .replaceAll(ARROW, '->')
    .trim();
}

function markOf(mark: string): string {
  return MARKS[mark] ?? MARKS[mark.slice(0, -1)] ?? mark;
}

/** A decimal number as GIFT writes it, without an exponent; null where it would not read back. */
export function decimal(value: number): string | null {
  const text = value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
  return Number(text) === value && /^-?\d+(?:\.\d+)?$/.test(text) ? text : null;
}
