import { describe, expect, it } from 'vitest';
import { changed, type FaultCase, faultsOf, SINGLE, TRUE_FALSE, topicOf } from './written.ts';

const long = (length: number): string => 'x'.repeat(length);

describe('what every card needs', () => {
  const cases: readonly FaultCase[] = [
    [
      'an id',
      'id: vmcs-fields\n    seed',
      'seed',
      '4: id is missing: a name of its own in the whole deck: lower-case words joined by hyphens, at most 64 characters',
    ],
    [
      'an id of the pattern',
      'vmcs-fields',
      'VMCS_fields',
      '4: id "VMCS_fields" does not fit: a name of its own in the whole deck: lower-case words joined by hyphens, at most 64 characters',
    ],
    ['a known seed', 'S01', 'S23', '5 vmcs-fields: seed "S23" does not fit: S01 to S22'],
    [
      'a known exercise',
      'seed: S01',
      'exercise: W17',
      '5 vmcs-fields: exercise "W17" does not fit: W1 to W16',
    ],
    [
      'a difficulty from 1 to 3',
      'difficulty: 2',
      'difficulty: 4',
      '6 vmcs-fields: difficulty 4 must be 1, 2 or 3',
    ],
    [
      'a kind',
      '    kind: single\n',
      '',
      '4 vmcs-fields: kind is missing: one of single, several, true-false, kprime, typed, key-points, numeric, order, match, gap, flash',
    ],
    [
      'a known kind, by the nearest',
      'kind: single',
      'kind: sngle',
      '7 vmcs-fields: unknown kind "sngle"; did you mean single? The kinds are single, several, true-false, kprime, typed, key-points, numeric, order, match, gap, flash',
    ],
    [
      'a known kind, by all',
      'kind: single',
      'kind: crossword',
      '7 vmcs-fields: unknown kind "crossword"; use one of single, several, true-false, kprime, typed, key-points, numeric, order, match, gap, flash',
    ],
    [
      'a prompt',
      'What does a VMCS hold?',
      '',
      '8 vmcs-fields: prompt is empty: the question, plain text',
    ],
    [
      'a prompt with words in it',
      'What does a VMCS hold?',
      "'  '",
      '8 vmcs-fields: prompt is empty: the question, plain text',
    ],
    [
      'a prompt that fits',
      'What does a VMCS hold?',
      long(501),
      '8 vmcs-fields: prompt has 501 characters; at most 500 are possible',
    ],
    [
      'a prompt of text',
      'What does a VMCS hold?',
      'yes\n    hint: true',
      '9 vmcs-fields: hint must be text; put it in quotes',
    ],
    [
      'a prompt without invisible signs',
      'a VMCS hold?',
      'a \u202eVMCS hold?',
      '8 vmcs-fields: prompt holds an invisible sign; type it anew',
    ],
    [
      'a hint that fits',
      'source: Intel SDM',
      `source: Intel SDM\n    hint: ${long(201)}`,
      '21 vmcs-fields: hint has 201 characters; at most 200 are possible',
    ],
    [
      'an explanation',
      '    explanation: It holds the state of one virtual processor.\n',
      '',
      '4 vmcs-fields: explanation is missing: why the key is right, in two to four sentences',
    ],
    [
      'an explanation that fits',
      'It holds',
      long(900),
      '19 vmcs-fields: explanation has 936 characters; at most 900 are possible',
    ],
    [
      'a source',
      '    source: Intel SDM\n',
      '',
      '4 vmcs-fields: source is missing: a short reference',
    ],
    [
      'a source that fits',
      'Intel SDM',
      long(121),
      '20 vmcs-fields: source has 121 characters; at most 120 are possible',
    ],
  ];
  it.each(cases)('%s', (_, from, to, fault) => {
    expect(faultsOf(topicOf(changed(SINGLE, from, to)))).toEqual([`vmcs.yaml:${fault}`]);
  });

  it('known keys', () => {
    const unknown = changed(SINGLE, 'source:', 'sourc: x\n    image: y\n    source:');
    expect(faultsOf(topicOf(unknown))).toEqual([
      'vmcs.yaml:20 vmcs-fields: unknown key "sourc"; did you mean source?',
      'vmcs.yaml:21 vmcs-fields: unknown key "image"; use one of id, formerly, seed, exercise, difficulty, kind, prompt, options, key, why, explanation, source, hint, picture',
    ]);
  });

  it('to be a mapping', () => {
    expect(faultsOf(topicOf('  - vmcs-fields\n'))).toEqual([
      'vmcs.yaml:4: a card must be a mapping that begins with id',
    ]);
  });
});

it('reports every fault of every file at once, in reading order', () => {
  const first = changed(changed(SINGLE, 'key: B', 'key: E'), 'S01', 'S99');
  const second = changed(TRUE_FALSE, 'key: false', 'key: true');
  const other = changed(
    topicOf(changed(SINGLE, 'vmcs-fields', 'vmcs-other')),
    'difficulty: 2',
    'difficulty: high',
  );
  expect(
    faultsOf(topicOf(first, second), {
      'exits.yaml': changed(other, 'topic: vmcs', 'topic: exits'),
    }),
  ).toEqual([
    'exits.yaml:6 vmcs-other: difficulty "high" must be 1, 2 or 3',
    'vmcs.yaml:5 vmcs-fields: seed "S99" does not fit: S01 to S22',
    'vmcs.yaml:14 vmcs-fields: key E is not among the options A–D',
    'vmcs.yaml:26 vmcs-truth: correction stands with a true statement; remove it or make the key false',
  ]);
});
