import { describe, expect, it } from 'vitest';
import { changed, faultsOf, KPRIME, MATCH, ORDER, refuses, topicOf } from './written.ts';

const long = (length: number): string => 'x'.repeat(length);

describe('a kprime card', () => {
  const marks = 'for each statement true or false, such as {A: true, B: false, C: true, D: true}';
  refuses(KPRIME, [
    [
      'four statements',
      '      C: It has a revision.\n',
      '',
      '8 vmcs-judge: statement C is missing: four statements, by the letters A to D',
    ],
    [
      'no fifth statement',
      '    key:',
      '      E: It is large.\n    key:',
      '13 vmcs-judge: unknown key "E" in statements; use one of A, B, C, D',
    ],
    [
      'statements that fit',
      'It holds guest state.',
      long(141),
      '9 vmcs-judge: statement A has 141 characters; at most 140 are possible',
    ],
    [
      'statements that differ',
      'It has a revision.',
      'It holds  Guest pages.',
      '11 vmcs-judge: statements B and C are the same; change one',
    ],
    ['a mark for each statement', ', D: false', '', `13 vmcs-judge: key D is missing: ${marks}`],
    [
      'marks of true and false',
      'D: false',
      'D: no',
      `13 vmcs-judge: key D must be true or false: ${marks}`,
    ],
    [
      'marks by letter',
      '{A: true, B: false, C: true, D: false}',
      '[true, false]',
      `13 vmcs-judge: key must be a mapping: ${marks}`,
    ],
    [
      'a reason beside each false statement',
      '      D: The guest has no access.\n',
      '',
      '14 vmcs-judge: why D is missing: say in one sentence why statement D is false',
    ],
    [
      'no reason beside a true one',
      '      D: The',
      '      C: It does.\n      D: The',
      '16 vmcs-judge: why C stands beside a true statement; move it to the explanation',
    ],
    [
      'reasons that fit',
      'Pages lie in memory.\n      D',
      `${long(221)}\n      D`,
      '15 vmcs-judge: why B has 221 characters; at most 220 are possible',
    ],
    [
      'reasons by known letters',
      '      D: The',
      '      E: None.\n      D: The',
      '16 vmcs-judge: unknown key "E" in why; use one of A, B, C, D',
    ],
  ]);

  it('reasons at all where a statement is false', () => {
    const without = changed(
      KPRIME,
      / {4}why:\n(?: {6}.*\n)+/.exec(KPRIME)?.[0] ?? '',
      '    hint: Think.\n',
    );
    expect(faultsOf(topicOf(without))).toEqual([
      'vmcs.yaml:4 vmcs-judge: why B is missing: say in one sentence why statement B is false',
      'vmcs.yaml:4 vmcs-judge: why D is missing: say in one sentence why statement D is false',
    ]);
  });
});

describe('an order card', () => {
  refuses(ORDER, [
    [
      'items',
      / {4}items:\n(?: {6}.*\n)+/.exec(ORDER)?.[0] ?? '',
      '',
      '4 vmcs-steps: items is missing: 3 to 5 items, the first first',
    ],
    [
      'three items at least',
      '      - Load it\n',
      '',
      '8 vmcs-steps: items has 2 entries; at least 3 are needed',
    ],
    [
      'five items at most',
      '      - Load it\n',
      '      - Load it\n      - Fill it\n      - Check it\n      - Move it\n',
      '8 vmcs-steps: items has 6 entries; at most 5 are possible',
    ],
    [
      'items that fit',
      '- Load it',
      `- ${long(71)}`,
      '10 vmcs-steps: item 2 has 71 characters; at most 70 are possible',
    ],
    [
      'items that differ',
      '- Launch it',
      '- clear  it',
      '11 vmcs-steps: items 1 and 3 are the same; change one',
    ],
    ['a list of items', '- Launch it', '- Launch: it', '11 vmcs-steps: item 3 must be text'],
  ]);
});

describe('a match card', () => {
  const means = '3 to 5 pairs, each written left: right';
  refuses(MATCH, [
    [
      'pairs',
      / {4}pairs:\n(?: {6}.*\n)+/.exec(MATCH)?.[0] ?? '',
      '',
      `4 vmcs-pairs: pairs is missing: ${means}`,
    ],
    [
      'some pairs',
      / {4}pairs:\n(?: {6}.*\n)+/.exec(MATCH)?.[0] ?? '',
      '    pairs: {}\n',
      `8 vmcs-pairs: pairs is empty: ${means}`,
    ],
    [
      'three pairs at least',
      '      VPID: ASID\n',
      '',
      '8 vmcs-pairs: pairs has 2 entries; at least 3 are needed',
    ],
    [
      'five pairs at most',
      '      VPID: ASID\n',
      '      VPID: ASID\n      a: b\n      c: d\n      e: f\n',
      '8 vmcs-pairs: pairs has 6 entries; at most 5 are possible',
    ],
    [
      'a mapping',
      / {4}pairs:\n(?: {6}.*\n)+/.exec(MATCH)?.[0] ?? '',
      '    pairs: [VMCS, VMCB]\n',
      `8 vmcs-pairs: pairs must be a mapping: ${means}`,
    ],
    [
      'right sides that fit',
      'ASID',
      long(71),
      '11 vmcs-pairs: pair VPID has 71 characters; at most 70 are possible',
    ],
    [
      'right sides with words',
      'VPID: ASID',
      'VPID:',
      `11 vmcs-pairs: pair VPID is empty: ${means}`,
    ],
    [
      'left sides that fit',
      'VPID',
      long(46),
      `11 vmcs-pairs: pair "${long(40)}…" has 46 characters; at most 45 are possible`,
    ],
    ['left sides with words', 'VPID', "''", `11 vmcs-pairs: pair "" is empty: ${means}`],
    [
      'right sides that differ',
      'VPID: ASID',
      'VPID: vmcb',
      '11 vmcs-pairs: pairs "VMCS" and "VPID" have the same right side; change one',
    ],
    [
      'left sides that differ',
      'VPID: ASID',
      'vmcs: ASID',
      '11 vmcs-pairs: pairs "VMCS" and "vmcs" begin the same; change one',
    ],
  ]);
});
