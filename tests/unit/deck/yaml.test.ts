import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/deck/yaml-tree.ts';
import { changed, yamlFaults as faultsIn, faultsOf, SINGLE, topicOf } from './written.ts';

const TOPIC = topicOf(SINGLE);

function valueIn(text: string): unknown {
  const parsed = parseYaml({ file: 'x.yaml', text });
  return parsed.kind === 'tree' ? parsed.tree.value : parsed.faults;
}

describe('YAML that is slightly wrong', () => {
  it.each([
    ['a key twice', 'a: 1\nb: 2\na: 3', '3: the key "a" is written twice; keep one'],
    ['a key twice in other quotes', 'a: 1\n"a": 3', '2: the key "a" is written twice; keep one'],
    ['a tab', 'a:\n\tb: 1', '2: a tab indents this line; use spaces'],
    [
      'indentation',
      'a:\n  - b: 1\n   c: 2',
      '3: the indentation does not fit the lines above; use two spaces a level',
    ],
    [
      'indentation of a block',
      'a: >-\n  x\n y: z',
      '3: the indentation does not fit the lines above; use two spaces a level',
    ],
    [
      'a colon in a text',
      'a: b: c',
      '1: a second ": " stands on this line; put the text in quotes or in a >- block, or check the indentation',
    ],
    [
      'a line without a colon',
      'a: 1\nb\nc: 2',
      '2: this line is no key with its value; write "key: value", or indent it as part of a text',
    ],
    [
      'a line without a colon above',
      'b\nc: 2',
      '1: this line is no key with its value; write "key: value", or indent it as part of a text',
    ],
    [
      'a quote left open',
      'a: "b',
      '1: a quote or bracket is not closed, or text follows it; check it, or use a >- block',
    ],
    [
      'text behind a quote',
      'a: "b" c',
      '1: a quote or bracket is not closed, or text follows it; check it, or use a >- block',
    ],
    ['a sign at the beginning', 'a: @b', '1: a text cannot begin with this sign; put it in quotes'],
    [
      'an escape',
      'a: "\\q"',
      '1: this \\ sequence means nothing in double quotes; use single quotes or a >- block',
    ],
    [
      'a text cut by #',
      'a: the #GP exception',
      '1: the # begins a comment here and cuts the text; put the text in quotes (a comment has a space after #)',
    ],
    [
      'a second document',
      'a: 1\n---\nb: 1',
      '2: a second document begins here; write one a file, without lines of ---',
    ],
    ['nothing', '', 'null: the file is empty; write its keys or remove it'],
    ['comments alone', '# soon\n', 'null: the file is empty; write its keys or remove it'],
    [
      'anything else',
      `a: b\n${'k'.repeat(1100)}: 1`,
      '2: this is not YAML ("The : indicator must be at most 1024 cha…"); check the line',
    ],
  ])('%s', (_, text, fault) => {
    expect(faultsIn(text)).toEqual([fault]);
  });

  it('is named with the files that can be read', () => {
    const broken = changed(TOPIC, 'key: B', '\tkey: B');
    const other = changed(changed(TOPIC, 'topic: vmcs', 'topic: exits'), 'S01', 'S0');
    expect(faultsOf(broken, { 'exits.yaml': other })).toEqual([
      'exits.yaml:5 vmcs-fields: seed "S0" does not fit: S01 to S22',
      'vmcs.yaml:14: a tab indents this line; use spaces',
    ]);
  });
});

describe('a word of YAML', () => {
  it.each([
    ['no', 'no'],
    ['on', 'on'],
    ['09:00', '09:00'],
    ['012', '012'],
    ['0x10', '0x10'],
    ['1.50', '1.50'],
    ['16', 16],
    ["'16'", '16'],
    ['true', true],
    ['#5', null],
  ])('%s is %j', (written, value) => {
    expect(valueIn(`a:\n  - ${written.startsWith('#') ? '' : written}`)).toEqual({ a: [value] });
  });
});
