import { describe } from 'vitest';
import { KEY_POINTS, refuses, TYPED } from './written.ts';

const long = (length: number): string => 'x'.repeat(length);

describe('a typed card', () => {
  refuses(TYPED, [
    [
      'what it accepts',
      '    accept: [VMCS, virtual machine control structure]\n',
      '',
      '4 vmcs-name: accept is missing: the wordings that are right, the usual one first',
    ],
    [
      'a list of what it accepts',
      '[VMCS, virtual machine control structure]',
      'VMCS',
      '8 vmcs-name: accept must be a list: the wordings that are right, the usual one first',
    ],
    [
      'something to accept',
      '[VMCS, virtual machine control structure]',
      '[]',
      '8 vmcs-name: accept is empty: the wordings that are right, the usual one first',
    ],
    [
      'wordings that are text',
      '[VMCS,',
      '[true,',
      '8 vmcs-name: accept 1 must be text; put it in quotes',
    ],
    [
      'wordings with words',
      '[VMCS,',
      "['',",
      '8 vmcs-name: accept 1 is empty: a wording of a few words',
    ],
    [
      'wordings that fit',
      '[VMCS,',
      `[VMCS, ${long(61)},`,
      '8 vmcs-name: accept 2 has 61 characters; at most 60 are possible',
    ],
    [
      'thirty wordings at most',
      '[VMCS,',
      `[${Array.from({ length: 30 }, (_, at) => `w${at}`)},`,
      '8 vmcs-name: accept has 31 entries; at most 30 are possible',
    ],
    [
      'each wording once',
      '[VMCS,',
      '[VMCS, vmcs,',
      '8 vmcs-name: accept 1 and 2 are the same; keep one',
    ],
    [
      'wordings that a grader can read',
      '[VMCS,',
      '[VMCS, "&&",',
      '8 vmcs-name: accept 2 has neither letter nor digit; write it in words',
    ],
    [
      'something to reject',
      '[VMCB]',
      '[]',
      '9 vmcs-name: reject is empty: near misses that must be wrong',
    ],
    [
      'each near miss once',
      '[VMCB]',
      '[VMCB, TSS, VMCB]',
      '9 vmcs-name: reject 1 and 3 are the same; keep one',
    ],
    [
      'nothing both accepted and rejected',
      '[VMCB]',
      '[Virtual-Machine control structure]',
      '9 vmcs-name: reject 1 "Virtual-Machine control structure" is accepted, too; remove it from one of the two',
    ],
    [
      'no points, which are of another kind',
      '    reject:',
      '    points: []\n    reject:',
      '9 vmcs-name: unknown key "points"; use one of id, formerly, seed, exercise, difficulty, kind, prompt, accept, reject, explanation, source, hint, picture',
    ],
  ]);
});

describe('a key-points card', () => {
  refuses(KEY_POINTS, [
    [
      'points',
      / {4}points:\n(?: {6}.*\n)+/.exec(KEY_POINTS)?.[0] ?? '',
      '',
      '4 vmcs-points: points is missing: 2 to 4 points, each with point and any',
    ],
    [
      'two points at least',
      '      - point: It loads the state of the host\n        any: [host state]\n',
      '',
      '8 vmcs-points: points has 1 entry; at least 2 are needed',
    ],
    [
      'four points at most',
      '        any: [host state]\n',
      `        any: [host state]\n${[1, 2, 3].map((at) => `      - {point: p${at}, any: [w${at}]}\n`).join('')}`,
      '8 vmcs-points: points has 5 entries; at most 4 are possible',
    ],
    [
      'the words of each point',
      'point: It loads the state of the host\n        any',
      'any',
      '11 vmcs-points: point 2 point is missing: what the point says, as members read it',
    ],
    [
      'points that fit',
      'It loads',
      long(140),
      '11 vmcs-points: point 2 point has 162 characters; at most 140 are possible',
    ],
    [
      'known keys in each point',
      'any: [host',
      'anny: [x]\n        any: [host',
      '12 vmcs-points: unknown key "anny" in point 2; did you mean any?',
    ],
    [
      'wordings of each point',
      'any: [host state]',
      'any: []',
      '12 vmcs-points: point 2 any is empty: the wordings of which one meets the point',
    ],
    [
      'each wording once in a point',
      '[saves guest state, guest state]',
      '[guest state, Guest state]',
      '10 vmcs-points: point 1 any 1 and 2 are the same; keep one',
    ],
    [
      'each wording in one point',
      '[host state]',
      '[host state, guest state]',
      '12 vmcs-points: "guest state" meets points 1 and 2; keep it in one',
    ],
    [
      'no more points than there are',
      '    points:',
      '    needs: 3\n    points:',
      '8 vmcs-points: needs 3 is more than the 2 points; lower it or leave it out',
    ],
    [
      'no more points than are possible',
      '    points:',
      '    needs: 5\n    points:',
      '8 vmcs-points: needs 5 must be at most 4',
    ],
    [
      'a point at least',
      '    points:',
      '    needs: 0\n    points:',
      '8 vmcs-points: needs 0 must be at least 1',
    ],
    [
      'whole points',
      '    points:',
      '    needs: 1.5\n    points:',
      '8 vmcs-points: needs must be a whole number: how many of the points make the answer right; all where it is left out',
    ],
  ]);
});
