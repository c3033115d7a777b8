import { describe, expect, it } from 'vitest';
import { survey, withFaults } from '../../../src/deck/decks.ts';
import { checkJson, checkReport, statisticsReport } from '../../../src/deck/report.ts';
import { ABOUT, changed, KPRIME, SEVERAL, SINGLE, TRUE_FALSE, topicOf } from './written.ts';

function surveyOf(...cards: readonly string[]) {
  const files = [
    { file: 'v/deck.yaml', text: ABOUT },
    { file: 'v/vmcs.yaml', text: topicOf(...cards) },
  ];
  return survey([{ folder: 'v', files, images: ['images/vmcs.svg'] }], []);
}

const several = changed(
  changed(SEVERAL, 'vmcs-fields', 'vmcs-several'),
  'What does a VMCS hold?',
  'Name all areas of it.',
);
const longest = changed(
  changed(changed(SINGLE, 'vmcs-fields', 'vmcs-long'), 'hold?', 'hold then?'),
  "The guest's state",
  'The state of the guest',
);
const shown = `${KPRIME}    picture: { file: images/vmcs.svg, alt: The areas of a VMCS }\n`;

const KINDS_OF = (counts: Readonly<Record<string, string>>): string => {
  const names =
    'single several true-false kprime typed key-points numeric order match gap flash'.split(' ');
  return names.map((name) => `${name} ${counts[name] ?? '0 (0 %)'}`).join(', ');
};

describe('the report of a check', () => {
  it('counts a deck without fault and notes what helps a guesser', () => {
    const kinds = {
      single: '2 (40 %)',
      several: '1 (20 %)',
      'true-false': '1 (20 %)',
      kprime: '1 (20 %)',
    };
    expect(checkReport(surveyOf(SINGLE, several, TRUE_FALSE, longest, shown))).toBe(
      [
        '5 cards in 1 topic, 0 faults',
        `note: kinds: ${KINDS_OF(kinds)}`,
        'note: keys of the single cards: A 0 (0 %), B 2 (100 %), C 0 (0 %), D 0 (0 %)',
        'note: the key is the longest option in 1 of 2 single cards (50 %)',
        'note: 2 of 5 statements true (40 %)',
        'note: vmcs-fields and vmcs-long ask nearly the same (83 % of their words)',
        '',
      ].join('\n'),
    );
  });

  it('lists the faults first and counts the other cards', () => {
    expect(checkReport(surveyOf(changed(SINGLE, 'key: B', 'key: E'), TRUE_FALSE))).toBe(
      [
        'v/vmcs.yaml:14 vmcs-fields: key E is not among the options A–D',
        '1 card in 1 topic, 1 fault',
        `note: kinds: ${KINDS_OF({ 'true-false': '1 (100 %)' })}`,
        'note: 0 of 1 statement true (0 %)',
        '',
      ].join('\n'),
    );
  });

  it('names twenty pairs of like questions and counts the others', () => {
    const cards = Array.from({ length: 8 }, (_, at) =>
      changed(
        changed(TRUE_FALSE, 'vmcs-truth', `c${at}`),
        'A VMCS holds',
        `In a machine with ${at} guests a VMCS of the VMM holds`,
      ),
    );
    const report = checkReport(surveyOf(...cards)).split('\n');
    expect(report.filter((line) => line.includes('ask nearly the same'))).toHaveLength(20);
    expect(report.at(-2)).toBe('note: and 8 more pairs of like questions');
  });

  it('says nothing of no cards', () => {
    expect(checkReport(surveyOf(changed(SINGLE, 'key: B', 'key: E')))).toBe(
      [
        'v/vmcs.yaml:14 vmcs-fields: key E is not among the options A–D',
        '0 cards in 0 topics, 1 fault',
        '',
      ].join('\n'),
    );
  });

  it('takes in what others found', () => {
    const found = surveyOf(changed(SINGLE, 'key: B', 'key: E'), shown);
    const [use] = found.pictures;
    const fault = { file: 'v/a.yaml', line: use?.line ?? null, card: null, message: 'is dark' };
    expect(
      checkReport(withFaults(found, [fault]))
        .split('\n')
        .slice(0, 2),
    ).toEqual([
      'v/a.yaml:36: is dark',
      'v/vmcs.yaml:14 vmcs-fields: key E is not among the options A–D',
    ]);
  });

  it('has a form for programs', () => {
    const report = JSON.parse(
      checkJson(surveyOf(SINGLE, several, shown, changed(TRUE_FALSE, 'key: false', 'key: 5'))),
    );
    expect(Object.keys(report)).toEqual([
      'cards',
      'topics',
      'kinds',
      'seeds',
      'pictures',
      'faults',
    ]);
    expect(report).toMatchObject({
      cards: 3,
      topics: 1,
      kinds: { single: 1, several: 1, 'true-false': 0, kprime: 1, flash: 0 },
      pictures: 1,
      faults: [{ file: 'v/vmcs.yaml', line: 57, card: 'vmcs-truth', message: expect.any(String) }],
    });
    expect(Object.entries(report.seeds)).toHaveLength(22);
    expect(report.seeds).toMatchObject({ S01: 2, S22: 0 });
  });
});

it('shows how the cards are spread', () => {
  const text = statisticsReport(surveyOf(SINGLE, TRUE_FALSE));
  const kinds = { single: '1 (50 %)', 'true-false': '1 (50 %)' };
  expect(text).toContain(`kinds: ${KINDS_OF(kinds)}\n`);
  expect(text).toContain('difficulty: 1 1 (50 %), 2 1 (50 %), 3 0 (0 %)');
  expect(text).toContain('seeds without a card: S02, S03');
  expect(text).toContain('pictures: 0\n');
  expect(text).toContain('  v/vmcs: 2\n');
});
