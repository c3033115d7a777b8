import { describe, expect, it } from 'vitest';
import { changed, FLASH, faultsOf, GAP, NUMERIC, refuses, topicOf } from './written.ts';

const long = (length: number): string => 'x'.repeat(length);

describe('a numeric card', () => {
  const key =
    '8 vmcs-size: key must be a number: a number in digits, such as 24 or 1.202, without commas';
  const tolerance = 'a number from 0, or a share of the key such as 5%';
  refuses(NUMERIC, [
    [
      'a key',
      '    key: 4\n',
      '',
      '4 vmcs-size: key is missing: a number in digits, such as 24 or 1.202, without commas',
    ],
    ['a key of digits', 'key: 4', 'key: four', key],
    ['a key without commas', 'key: 4', 'key: 4,000', key],
    ['a key that ends', 'key: 4', 'key: .inf', key],
    ['a key that is a number', 'key: 4', 'key: .nan', key],
    ['a key that can be reached', 'key: 4', `key: ${'9'.repeat(400)}`, key],
    [
      'a tolerance from 0',
      'tolerance: 5%',
      'tolerance: -1',
      `9 vmcs-size: tolerance -1 is negative; write ${tolerance}`,
    ],
    [
      'a share from 0',
      'tolerance: 5%',
      'tolerance: -5%',
      `9 vmcs-size: tolerance -5% is negative; write ${tolerance}`,
    ],
    [
      'a tolerance of digits',
      'tolerance: 5%',
      'tolerance: 5 percent',
      `9 vmcs-size: tolerance "5 percent" does not fit: ${tolerance}`,
    ],
    [
      'a tolerance that ends',
      'tolerance: 5%',
      'tolerance: .inf',
      `9 vmcs-size: tolerance ".inf" does not fit: ${tolerance}`,
    ],
    [
      'a unit that fits',
      'unit: KiB',
      `unit: ${long(21)}`,
      '10 vmcs-size: unit has 21 characters; at most 20 are possible',
    ],
  ]);

  it('no share of nothing', () => {
    expect(faultsOf(topicOf(changed(NUMERIC, 'key: 4', 'key: 0')))).toEqual([
      'vmcs.yaml:9 vmcs-size: tolerance 5% of 0 is nothing; write a number',
    ]);
  });
});

describe('a gap card', () => {
  const SECOND = '      - accept: [non-root]\n';
  refuses(GAP, [
    [
      'each gap marked',
      '{2} mode',
      'the other mode',
      '7 vmcs-gaps: prompt lacks {2}; mark each gap where it stands',
    ],
    [
      'no mark without a gap',
      '{2} mode',
      '{2} or {3} mode',
      '7 vmcs-gaps: prompt marks {3}, which is not among the 2 gaps; write its accept',
    ],
    [
      'each gap marked once',
      '{2} mode',
      '{2} or {1} mode',
      '7 vmcs-gaps: prompt marks {1} twice; mark each gap once',
    ],
    [
      'gaps numbered as they stand',
      '{1} mode, a VM entry to {2} mode',
      '{2} mode, a VM entry to {1} mode',
      '7 vmcs-gaps: prompt marks {1} behind a later gap; number the gaps as they stand',
    ],
    [
      'a gap',
      / {4}gaps:\n(?: {6}.*\n)+/.exec(GAP)?.[0] ?? '',
      '    gaps: []\n',
      '8 vmcs-gaps: gaps is empty: 1 to 3 gaps, each with accept, in the order of {1}, {2}, {3}',
    ],
    [
      'what each gap accepts',
      SECOND,
      '      - reject: [ring 0]\n',
      '11 vmcs-gaps: gap 2 accept is missing: the wordings that are right, the usual one first',
    ],
    [
      'known keys in each gap',
      SECOND,
      `${SECOND}        rejects: [x]\n`,
      '12 vmcs-gaps: unknown key "rejects" in gap 2; did you mean reject?',
    ],
    [
      'nothing both accepted and rejected in one gap',
      '[non-root]\n      -',
      '[vmx-root]\n      -',
      '10 vmcs-gaps: gap 1 reject 1 "vmx-root" is accepted, too; remove it from one of the two',
    ],
  ]);

  it('three gaps at most', () => {
    const four = changed(
      changed(GAP, '{2} mode', '{2} mode, {3}, {4}'),
      SECOND,
      SECOND + SECOND + SECOND,
    );
    expect(faultsOf(topicOf(four))).toEqual([
      'vmcs.yaml:8 vmcs-gaps: gaps has 4 entries; at most 3 are possible',
    ]);
  });
});

describe('a flash card', () => {
  const ANSWER = '    answer: The structure that holds the state of a virtual processor.\n';
  refuses(FLASH, [
    [
      'an answer',
      ANSWER,
      '',
      '4 vmcs-flash: answer is missing: what is shown when the member looks',
    ],
    [
      'an answer that fits',
      'The structure',
      long(600),
      '8 vmcs-flash: answer has 645 characters; at most 600 are possible',
    ],
    [
      'no key',
      ANSWER,
      `    key: A\n${ANSWER}`,
      '8 vmcs-flash: unknown key "key"; use one of id, formerly, seed, exercise, difficulty, kind, prompt, answer, explanation, source, hint, picture',
    ],
  ]);
});
