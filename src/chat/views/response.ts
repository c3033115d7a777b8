import { type Card, isChoice, keyOf, optionsOf, type Response } from '../../core/card.ts';
import { gradeGaps, gradeKeyPoints } from '../../core/typed-grading.ts';
import type { Texts } from '../texts/index.ts';
import { letterOf } from '../view.ts';

/** `B: VMCS`, or `A, C` where there is more than one: the options' own words would be too long. */
function picksInWords(card: Card, picks: readonly number[], texts: Texts): string {
  if (!isChoice(card)) return '';
  const options = optionsOf(card, texts.truth);
  if (card.kind === 'true-false') return options[picks[0] ?? 0] ?? '';
  const first = picks[0];
  if (picks.length === 1 && first !== undefined) return `${letterOf(first)}: ${options[first]}`;
  return picks.map(letterOf).join(', ');
}

const marksInWords = (marks: readonly boolean[], texts: Texts): string =>
  marks.map((mark) => texts.truth[mark ? 0 : 1]).join(', ');

function placesInWords(card: Card, places: readonly number[]): string {
  if (card.kind === 'order') return places.map((at) => card.items[at]).join(' → ');
  if (card.kind !== 'match') return '';
  return card.lefts.map((left, at) => `${left} – ${card.rights[places[at] ?? 0]}`).join('; ');
}

/** What somebody answered, as they read it back. */
export function responseInWords(card: Card, response: Response, texts: Texts): string {
  switch (response.kind) {
    case 'choice':
      return picksInWords(card, response.picks, texts);
    case 'marks':
      return marksInWords(response.marks, texts);
    case 'places':
      return placesInWords(card, response.places);
    case 'texts':
      return response.texts.join('; ');
    case 'self':
      return texts.selfGrades[response.grade];
  }
}

/** The right answer. */
export function keyInWords(card: Card, texts: Texts): string {
  if (isChoice(card)) return picksInWords(card, keyOf(card), texts);
  switch (card.kind) {
    case 'kprime':
      return marksInWords(card.key, texts);
    case 'order':
    case 'match':
      return placesInWords(card, card.key);
    case 'typed':
      return card.wording.accept[0] ?? '';
    case 'gap':
      return card.gaps.map(({ accept }) => accept[0]).join('; ');
    case 'numeric':
      return card.unit === null ? String(card.key) : `${card.key} ${card.unit}`;
    case 'key-points':
      return card.points.map(({ point }) => point).join('; ');
    case 'flash':
      return card.answer;
  }
}

/** What was wrong in a response, and what of it was right: a line each. */
export function remarksOn(card: Card, response: Response, texts: Texts): string[] {
  switch (response.kind) {
    case 'choice':
      return card.kind === 'single' || card.kind === 'several'
        ? reasons(card.why, response.picks, card.kind === 'several')
        : [];
    case 'marks': {
      if (card.kind !== 'kprime') return [];
      const missed = response.marks.flatMap((mark, at) => (mark !== card.key[at] ? [at] : []));
      return missed.map((at) => {
        const truth = texts.truth[card.key[at] ? 0 : 1];
        return `${letterOf(at)}: ${truth}. ${card.why[at] ?? ''}`.trim();
      });
    }
    case 'texts':
      return remarksOnTexts(card, response.texts, texts);
    case 'places':
    case 'self':
      return [];
  }
}

function reasons(
  why: readonly (string | null)[],
  picks: readonly number[],
  withLetters: boolean,
): string[] {
  return picks.flatMap((pick) => {
    const reason = why[pick];
    return reason ? [withLetters ? `${letterOf(pick)}: ${reason}` : reason] : [];
  });
}

function remarksOnTexts(card: Card, written: readonly string[], texts: Texts): string[] {
  if (card.kind === 'key-points') {
    const { met, missed } = gradeKeyPoints(card, written[0] ?? '');
    const named = (places: readonly number[]): string[] =>
      places.flatMap((at) => card.points[at]?.point ?? []);
    return [
      ...named(met).map((point) => texts.verdict.met(point)),
      ...named(missed).map((point) => texts.verdict.missed(point)),
    ];
  }
  if (card.kind !== 'gap') return [];
  const { right } = gradeGaps(card, written);
  return right.map((isRight, at) => texts.verdict.gap(at + 1, isRight));
}
