import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WrittenCard, WrittenTopic } from '../../../../src/deck/formats/format.ts';
import { newCardYaml, newTopicYaml } from '../../../../src/deck/formats/new-yaml.ts';
import { writeTopicYaml } from '../../../../src/deck/formats/topic-yaml.ts';
import { KINDS } from '../../../../src/deck/kinds.ts';
import { parseYaml } from '../../../../src/deck/yaml-tree.ts';
import { faultsOf } from '../written.ts';
import { ALL_CARDS, EVERY_KIND } from './every-kind.ts';

function read(text: string): unknown {
  const parsed = parseYaml({ file: 'vmcs.yaml', text });
  if (parsed.kind === 'faulty') throw new Error(JSON.stringify(parsed.faults));
  return parsed.tree.value;
}

const topicWith = (...cards: WrittenCard[]): WrittenTopic => ({
  topic: 'vmcs',
  title: 'The VMCS',
  cards,
});

describe('a topic written as YAML', () => {
  it('is laid out as authors write it, whatever the order of its keys', () => {
    const { key, why, ...rest } = EVERY_KIND.single;
    expect(writeTopicYaml(topicWith({ why, key, ...rest }))).toBe(`topic: vmcs
title: The VMCS
cards:
  - id: k-single
    seed: S01
    difficulty: 2
    kind: single
    prompt: >-
      What does a VMCS hold?
    options:
      A: Pages
      B: State
      C: Disks
      D: Names
    key: B
    why:
      A: Pages lie in memory.
      C: Disks lie elsewhere.
      D: Names lie in a file.
    explanation: >-
      It is so because it is.
    source: Intel SDM Vol. 3
`);
  });

  it('has short lists on one line, long texts folded and lines kept', () => {
    const long = `${'A word and another. '.repeat(9)}End.`;
    const card = { ...EVERY_KIND.kprime, explanation: long, hint: 'One line\nand another' };
    const text = writeTopicYaml(topicWith(card, EVERY_KIND.typed));
    expect(text).toContain('    key: {A: true, B: false, C: true, D: false}\n');
    expect(text).toContain('    accept: [VMCS, virtual machine control structure]\n');
    expect(text).toContain('    hint: |-\n      One line\n      and another\n');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(read(text)).toEqual(topicWith(card, EVERY_KIND.typed));
  });

  it('reads back as it was, for each kind', () => {
    expect(read(writeTopicYaml(topicWith(...ALL_CARDS)))).toEqual(topicWith(...ALL_CARDS));
  });

  it('reads back as it was, whatever its texts are', () => {
    const sign = fc.constantFrom(...'#:-?&*!|>%@`"\'{}[],~ \n\taB0é=.\\');
    const text = fc.string({ unit: sign, maxLength: 200 });
    const list = fc.array(text, { maxLength: 4 });
    const card = fc.record({
      prompt: text,
      options: fc.record({ A: text, B: text }),
      accept: list,
      key: fc.oneof(text, fc.boolean(), fc.integer(), list),
      pairs: fc.dictionary(
        text.filter((key) => key !== '__proto__'),
        text,
        { maxKeys: 4 },
      ),
    });
    fc.assert(
      fc.property(card, (fields) => {
        expect(read(writeTopicYaml(topicWith(fields)))).toEqual(topicWith(fields));
      }),
    );
  });

  it('quotes what would read as a number, a truth or nothing', () => {
    const options = { A: '1.50', B: 'true', C: 'null', D: '0x10', E: '', F: '- x' };
    const text = writeTopicYaml(topicWith({ options }));
    expect(read(text)).toEqual(topicWith({ options }));
  });
});

describe('a new topic', () => {
  it('holds a card of each kind that passes the checker', () => {
    const text = newTopicYaml('vmcs', 'VMCS: #1');
    expect(faultsOf(text)).toEqual([]);
    for (const { name } of KINDS) expect(text).toContain(`kind: ${name}\n`);
  });

  it.each(KINDS.map(({ name }) => name))('can hold a %s card alone', (kind) => {
    const text = newTopicYaml('vmcs', 'The VMCS', [kind]);
    expect(faultsOf(text)).toEqual([]);
    expect(text.match(/^ {2}- id: /gm)).toEqual(['  - id: ']);
    expect(newCardYaml(kind)).toContain(`  - id: new-${kind}\n`);
  });

  it('stands beside others, however long its name is', () => {
    const name = `${'ab-'.repeat(20)}cd`;
    const others = { [`${name}.yaml`]: newTopicYaml(name, 'The long one') };
    expect(faultsOf(newTopicYaml('vmcs', 'The VMCS'), others)).toEqual([]);
  });
});
