import { letterOf, type PicksAsk } from './view.ts';

/** What a typed line picks from an ask, or a sentence that says why it picks nothing. */
export type TypedPicks =
  | { readonly kind: 'picks'; readonly picks: readonly number[] }
  | { readonly kind: 'misread'; readonly why: string };

/** Reads `B`, `b`, `A C`, `A,C`, or an option's own words (`true`, or as many as tell it apart). */
export function readPicks(ask: PicksAsk, typed: string): TypedPicks {
  const exact = optionSpelt(ask, typed);
  if (exact >= 0) return { kind: 'picks', picks: [exact] };
  const picks = lettersIn(ask, typed);
  if (picks === null) return byFirstWords(ask, typed);
  if (ask.picks === 'one' && picks.length > 1) {
    return { kind: 'misread', why: 'This question takes one letter.' };
  }
  return { kind: 'picks', picks };
}

function optionSpelt(ask: PicksAsk, typed: string): number {
  const words = typed.trim().toLowerCase();
  return ask.options.findIndex((option) => option.toLowerCase() === words);
}

/** The options that the letters name, ascending; null where something else is written. */
function lettersIn(ask: PicksAsk, typed: string): number[] | null {
  const parts = typed
    .trim()
    .toUpperCase()
    .split(/[\s,+&]+/)
    .filter(Boolean);
  const letters = parts.length === 1 && ask.picks === 'several' ? [...(parts[0] ?? '')] : parts;
  const picks = letters.map((letter) => ask.options.findIndex((_, at) => letterOf(at) === letter));
  if (picks.length === 0 || picks.includes(-1)) return null;
  return [...new Set(picks)].sort((a, b) => a - b);
}

/** Three letters or more that only one option begins with. */
function byFirstWords(ask: PicksAsk, typed: string): TypedPicks {
  const words = typed.trim().toLowerCase();
  const begun = [...ask.options.keys()].filter((at) =>
    ask.options[at]?.toLowerCase().startsWith(words),
  );
  const [only, another] = begun;
  if (words.length < 3 || only === undefined)
    return { kind: 'misread', why: notAChoice(ask, typed) };
  if (another === undefined) return { kind: 'picks', picks: [only] };
  const letters = begun.map(letterOf).join(' and ');
  return {
    kind: 'misread',
    why: `${letters} begin with these words: type a letter, or more of them.`,
  };
}

function notAChoice(ask: PicksAsk, typed: string): string {
  const letters = ask.options.map((_, at) => letterOf(at));
  const last = letters.pop();
  const how = ask.picks === 'several' ? ', or several of them such as A C' : '';
  return `${JSON.stringify(typed.trim().slice(0, 40))} is not one of the choices: type ${letters.join(', ')} or ${last}${how}.`;
}
