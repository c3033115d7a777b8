import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { KeyPoint } from '../../src/core/wording/points.ts';

/** The rules were tuned on the one half; the other is for the report and was never looked at while tuning. */
export type Half = 'tune' | 'held-out';

type Label = 'right' | 'wrong';

interface Labelled {
  readonly id: string;
  readonly answers: readonly { readonly typed: string; readonly verdict: Label }[];
}

export interface LabelledWording extends Labelled {
  readonly accept: readonly string[];
  readonly reject: readonly string[];
}

interface LabelledNumber extends Labelled {
  readonly number: {
    readonly value: number;
    readonly tolerance: number;
    readonly unit: string | null;
  };
}

interface LabelledPoints extends Labelled {
  readonly points: readonly KeyPoint[];
  readonly needs: number;
}

/** A card with answers, and what a fair tutor who knows the rules says of each. */
export type LabelledCard = LabelledWording | LabelledNumber | LabelledPoints;

export interface Pair {
  readonly card: LabelledCard;
  readonly typed: string;
  readonly label: Label;
}

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The cards of one half, from the files whose names begin with it. */
export function cardsOf(half: Half): LabelledCard[] {
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${half}-`) && file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => parse(readFileSync(`${folder}/${file}`, 'utf8')) as LabelledCard[]);
}

export function pairsOf(cards: readonly LabelledCard[]): Pair[] {
  return cards.flatMap((card) =>
    card.answers.map(({ typed, verdict }) => ({ card, typed, label: verdict })),
  );
}

/** Every wording that a card knows, accepted or rejected. */
export function termsIn(card: LabelledCard): string[] {
  if ('number' in card) return [];
  return 'points' in card
    ? card.points.flatMap(({ any }) => any)
    : [...card.accept, ...card.reject];
}

/** How often a grader strays from the labels. */
export interface Strays {
  /** Called right against the label, with the share of all that are wrong, 0 to 1. */
  readonly accepted: { readonly pairs: readonly Pair[]; readonly share: number };
  /** Called wrong against the label, with the share of all that are right, 0 to 1. */
  readonly rejected: { readonly pairs: readonly Pair[]; readonly share: number };
}

export function straysOf(pairs: readonly Pair[], isRight: (pair: Pair) => boolean): Strays {
  const strays = (label: Label) => {
    const labelled = pairs.filter((pair) => pair.label === label);
    const off = labelled.filter((pair) => isRight(pair) !== (label === 'right'));
    return { pairs: off, share: off.length / labelled.length };
  };
  return { accepted: strays('wrong'), rejected: strays('right') };
}
