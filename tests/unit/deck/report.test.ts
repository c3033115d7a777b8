import { describe, expect, it } from 'vitest';
import { survey } from '../../../src/deck/decks.ts';
import { checkJson, checkReport, statisticsReport } from '../../../src/deck/report.ts';
import { ABOUT, changed, SEVERAL, SINGLE, TRUE_FALSE, topicOf } from './written.ts';

function surveyOf(...cards: readonly string[]) {
  const files = [
    { file: 'v/deck.yaml', text: ABOUT },
    { file: 'v/vmcs.yaml', text: topicOf(...cards) },
  ];
  return survey([{ folder: 'v', files }], []);
}

const several = changed(SEVERAL, 'vmcs-fields', 'vmcs-several');
const longest = changed(
  changed(SINGLE, 'vmcs-fields', 'vmcs-long'),
  "The guest's state",
  'The state of the guest',
);

describe('the report of a check', () => {
  it('counts a deck without fault and notes what helps a guesser', () => {
    expect(checkReport(surveyOf(SINGLE, several, TRUE_FALSE, longest))).toBe(
      [
        '4 cards in 1 topic, 0 faults',
        'note: keys of the single cards: A 0 (0 %), B 2 (100 %), C 0 (0 %), D 0 (0 %)',
        'note: the key is the longest option in 1 of 2 single cards (50 %)',
        '',
      ].join('\n'),
    );
  });

  it('lists the faults first and counts the other cards', () => {
    expect(checkReport(surveyOf(changed(SINGLE, 'key: B', 'key: E'), TRUE_FALSE))).toBe(
      [
        'v/vmcs.yaml:14 vmcs-fields: key E is not among the options A–D',
        '1 card in 1 topic, 1 fault',
        '',
      ].join('\n'),
    );
  });

  it('has a form for programs', () => {
    const report = JSON.parse(
      checkJson(surveyOf(SINGLE, several, changed(TRUE_FALSE, 'key: false', 'key: 5'))),
    );
    expect(report).toMatchObject({
      cards: 2,
      topics: 1,
      kinds: { single: 1, several: 1, 'true-false': 0 },
      pictures: 0,
      faults: [{ file: 'v/vmcs.yaml', line: 41, card: 'vmcs-truth', message: expect.any(String) }],
    });
    expect(Object.entries(report.seeds)).toHaveLength(22);
    expect(report.seeds).toMatchObject({ S01: 2, S22: 0 });
  });
});

it('shows how the cards are spread', () => {
  const text = statisticsReport(surveyOf(SINGLE, TRUE_FALSE));
  expect(text).toContain('kinds: single 1 (50 %), several 0 (0 %), true-false 1 (50 %)');
  expect(text).toContain('difficulty: 1 1 (50 %), 2 1 (50 %), 3 0 (0 %)');
  expect(text).toContain('seeds without a card: S02, S03');
  expect(text).toContain('  v/vmcs: 2\n');
});
