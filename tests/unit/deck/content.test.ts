import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card.ts';
import { lexiconOf } from '../../../src/core/wording/lexicon.ts';
import { gradePoints } from '../../../src/core/wording/points.ts';
import { gradeWording, type Wording } from '../../../src/core/wording/wording.ts';
import { formatFault } from '../../../src/deck/fault.ts';
import { surveyFolder } from '../../../src/deck/load-decks.ts';
import { statisticsOf } from '../../../src/deck/statistics.ts';

const survey = await surveyFolder('content');
const statistics = statisticsOf(survey.decks);
const cards: readonly Card[] = survey.decks.flatMap((deck) => deck.cards);

const below = (counts: Readonly<Record<string, number>>, least: number): string[] =>
  Object.keys(counts).filter((name) => (counts[name] ?? 0) < least);

describe('the decks of this project', () => {
  it('have no fault', () => {
    expect(survey.faults.map(formatFault)).toEqual([]);
    expect(survey.decks.map(({ id }) => id)).toContain('virtualization');
  });

  it('are large enough in every respect', () => {
    expect(statistics.cards).toBeGreaterThanOrEqual(200);
    expect(Object.keys(statistics.topics).length).toBeGreaterThanOrEqual(40);
    expect(below(statistics.topics, 3)).toEqual([]);
    expect(below(statistics.kinds, 8)).toEqual([]);
    expect(below(statistics.seeds, 2)).toEqual([]);
  });

  it('take up each entry of the lecture cards in two kinds', () => {
    const kindsOf = (seed: string): number =>
      new Set(cards.filter((card) => card.seed === seed).map(({ kind }) => kind)).size;
    expect(Object.keys(statistics.seeds).filter((seed) => kindsOf(seed) < 2)).toEqual([]);
  });

  it('ask nothing twice', () => {
    const pairs = statistics.alike.map(({ first, later }) => `${first.id} ${later.id}`);
    expect(pairs).toEqual([]);
  });

  it('give a guesser nothing to go by', () => {
    const { single, statements } = statistics;
    for (const letter of ['A', 'B', 'C', 'D'] as const) {
      expect(single.keys[letter] / single.cards).toBeGreaterThan(0.2);
      expect(single.keys[letter] / single.cards).toBeLessThan(0.3);
    }
    expect(single.longestIsKey / single.cards).toBeGreaterThan(0.15);
    expect(single.longestIsKey / single.cards).toBeLessThan(0.35);
    expect(statements.true / statements.all).toBeGreaterThan(0.4);
    expect(statements.true / statements.all).toBeLessThan(0.6);
  });
});

describe('what authors accept and reject', () => {
  const worded = cards.flatMap((card): [string, Wording, readonly string[]][] => {
    if (card.kind === 'typed') return [[card.id, card.wording, card.terms]];
    if (card.kind !== 'gap') return [];
    return card.gaps.map((gap, at) => [`${card.id} {${at + 1}}`, gap, card.terms]);
  });

  it.each(worded)('is graded so: %s', (_, wording, terms) => {
    const grade = (text: string) => gradeWording(wording, text, lexiconOf(terms));
    expect(wording.accept.filter((text) => grade(text) !== 'right')).toEqual([]);
    expect(wording.reject.filter((text) => grade(text) !== 'wrong')).toEqual([]);
  });

  const pointed = cards.flatMap((card) => (card.kind === 'key-points' ? [card] : []));

  it.each(pointed.map((card) => [card.id, card] as const))(
    'meets its point and no other: %s',
    (_, { points, terms }) => {
      const met = (text: string) => gradePoints(points, text, lexiconOf(terms)).met;
      const strays = points.flatMap(({ any }, at) =>
        any.filter((text) => met(text).length !== 1 || met(text)[0] !== at),
      );
      expect(strays).toEqual([]);
      expect(met(points.map(({ point }) => point).join('. '))).toEqual([...points.keys()]);
    },
  );
});
