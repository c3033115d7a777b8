import { describe, expect, it } from 'vitest';
import { changed, faultsOf, refuses, SEVERAL, SINGLE, TRUE_FALSE, topicOf } from './written.ts';

const long = (length: number): string => 'x'.repeat(length);

describe('a single card', () => {
  refuses(SINGLE, [
    [
      'a key among its options',
      'key: B',
      'key: E',
      '14 vmcs-fields: key E is not among the options A–D',
    ],
    ['a key in capitals', 'key: B', 'key: b', '14 vmcs-fields: key b is not among the options A–D'],
    [
      'a key that is text',
      'key: B',
      'key: [B]',
      '14 vmcs-fields: key must be text: the letter of the right option',
    ],
    ['a key', '    key: B\n', '', '4 vmcs-fields: key is missing: the letter of the right option'],
    [
      'a reason beside each wrong option',
      '      C: Disks lie elsewhere.\n',
      '',
      '15 vmcs-fields: why C is missing: say in one sentence why option C is wrong',
    ],
    [
      'no reason beside the right one',
      '      C: Disks',
      '      B: It is right.\n      C: Disks',
      '17 vmcs-fields: why B stands beside a right option; move it to the explanation',
    ],
    [
      'no reason without an option',
      '      D: Names',
      '      E: None.\n      D: Names',
      '18 vmcs-fields: why E has no option E; remove it',
    ],
    [
      'reasons that fit',
      'Pages lie in memory.',
      long(221),
      '16 vmcs-fields: why A has 221 characters; at most 220 are possible',
    ],
    [
      'reasons that are text',
      'A: Pages lie in memory.',
      'A: [x]',
      '16 vmcs-fields: why A must be text',
    ],
    [
      'reasons with words',
      'A: Pages lie in memory.',
      'A:',
      '16 vmcs-fields: why A is empty: say in one sentence why it is wrong',
    ],
    [
      'options that fit',
      "The guest's pages",
      long(141),
      '10 vmcs-fields: option A has 141 characters; at most 140 are possible',
    ],
    [
      'options that differ',
      "The host's name",
      "the  guest's state",
      '13 vmcs-fields: options B and D are the same; change one',
    ],
  ]);

  it('letters without a gap', () => {
    const gap = SINGLE.replaceAll('      D:', '      E:');
    expect(faultsOf(topicOf(gap))).toEqual([
      'vmcs.yaml:13 vmcs-fields: option E follows a gap; letter the options A, B, C, D',
    ]);
  });

  it('three options at least', () => {
    const two = SINGLE.replaceAll(/ {6}[CD]:.*\n/g, '');
    expect(faultsOf(topicOf(two))).toEqual([
      'vmcs.yaml:9 vmcs-fields: option C is missing: 3 to 6 options, by the letters A to F',
    ]);
  });

  it('six options at most', () => {
    const more = changed(
      SINGLE,
      '    key:',
      '      E: Five\n      F: Six\n      G: Seven\n    key:',
    );
    const seven = changed(more, '    explanation:', '      E: No.\n      F: No.\n    explanation:');
    expect(faultsOf(topicOf(seven))).toEqual([
      'vmcs.yaml:16 vmcs-fields: unknown key "G" in options; use one of A, B, C, D, E, F',
    ]);
  });
});

describe('a several card', () => {
  refuses(SEVERAL, [
    [
      'a list of keys',
      'key: [B, D]',
      'key: B',
      '14 vmcs-fields: key must be a list: the letters of the right options, such as [A, C]',
    ],
    [
      'keys among its options',
      'key: [B, D]',
      'key: [B, E]',
      '14 vmcs-fields: key E is not among the options A–D',
    ],
    [
      'a key',
      'key: [B, D]',
      'key: []',
      '14 vmcs-fields: key is empty: the letters of the right options, such as [A, C]',
    ],
    [
      'each key once',
      'key: [B, D]',
      'key: [B, D, B]',
      '14 vmcs-fields: key names a letter twice; keep one',
    ],
    [
      'a reason beside each wrong option',
      '      A: Pages lie in memory.\n',
      '',
      '15 vmcs-fields: why A is missing: say in one sentence why option A is wrong',
    ],
  ]);

  it('a wrong option', () => {
    const all = changed(SEVERAL, 'key: [B, D]', 'key: [A, B, C, D]').replace(
      / {4}why:\n( {6}.*\n)+/,
      '    why: {}\n',
    );
    expect(faultsOf(topicOf(all))).toEqual([
      'vmcs.yaml:14 vmcs-fields: key names every option; at least one must be wrong',
    ]);
  });

  it('four options at least', () => {
    const three = changed(SEVERAL.replace(/ {6}D:.*\n/, ''), '[B, D]', '[B]');
    expect(faultsOf(topicOf(three))).toEqual([
      'vmcs.yaml:9 vmcs-fields: option D is missing: 4 to 6 options, by the letters A to F',
    ]);
  });
});

describe('a true-false card', () => {
  refuses(TRUE_FALSE, [
    [
      'true or false',
      'key: false',
      'key: no',
      '8 vmcs-truth: key must be true or false: whether the statement is true',
    ],
    [
      'a correction where it is false',
      '    correction: A VMCS holds guest state.\n',
      '',
      '4 vmcs-truth: correction is missing: for a false statement, the statement put right in one sentence',
    ],
    [
      'no correction where it is true',
      'key: false',
      'key: true',
      '9 vmcs-truth: correction stands with a true statement; remove it or make the key false',
    ],
    [
      'a correction that fits',
      'A VMCS holds guest state.',
      long(251),
      '9 vmcs-truth: correction has 251 characters; at most 250 are possible',
    ],
  ]);
});
