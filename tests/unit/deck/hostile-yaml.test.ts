import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecks } from '../../../src/deck/decks.ts';
import { yamlFaults as faultsIn, SINGLE, topicOf } from './written.ts';

const TOPIC = topicOf(SINGLE);

describe('hostile YAML', () => {
  const nodes = 'the file has more than 5000 keys and values; split the topic in two';
  const deep = 'lists and mappings stand more than 20 deep here; a card needs 3 levels';
  it.each([
    ['an anchor', 'a: &x 1', '1: YAML anchors are refused; a text that begins with & needs quotes'],
    [
      'an alias',
      'a: 1\nb: *x',
      '2: YAML aliases are refused; a text that begins with * needs quotes',
    ],
    [
      'a tag',
      'a: !!js/function x',
      '1: YAML tags are refused; a text that begins with ! needs quotes',
    ],
    [
      'another version',
      '%YAML 1.1\n---\na: no',
      '1: YAML directives are refused; remove the line that begins with %',
    ],
    ['__proto__', 'a: 1\n__proto__: { key: B }', '2: the key __proto__ is refused; remove it'],
    ['__proto__ in a list', 'a:\n  - "__proto__": 1', '2: the key __proto__ is refused; remove it'],
    [
      'a list as a key',
      '? [a]\n: 1',
      '1: a key must be a word, not a list or mapping; put it in quotes',
    ],
    [
      'size',
      `a: ${'x'.repeat(256 * 1024)}`,
      'null: the file is larger than 256 KiB; split the topic in two',
    ],
    [
      'size in bytes',
      `a: ${'ä'.repeat(128 * 1024)}`,
      'null: the file is larger than 256 KiB; split the topic in two',
    ],
    ['depth', '['.repeat(200_000), `1: ${deep}`],
    [
      'depth of indentation',
      Array.from({ length: 30 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      `21: ${deep}`,
    ],
    ['nodes', `a:\n${'- b\n'.repeat(5_000)}`, `4999: ${nodes}`],
    ['signs without nodes', '"'.repeat(200_000), `1: ${nodes}`],
  ])('%s', (_, text, fault) => {
    expect(faultsIn(text)).toEqual([fault]);
  });

  it('is allowed 20 levels', () => {
    expect(faultsIn(`${'['.repeat(20)}${']'.repeat(20)}`)).toEqual([]);
  });

  it('never throws, whatever the text', () => {
    const signs = fc.constantFrom(
      ...[
        'a: ',
        '- ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '\n',
        '  ',
        '\t',
        '"',
        "'",
        '>-\n',
        '|',
        '# x',
        '&a ',
        '*a',
        '!t ',
      ],
      ...[
        '? ',
        ': ',
        '---\n',
        '%YAML 1.1\n',
        '\u0000',
        '\ufeff',
        '<<: ',
        '__proto__: ',
        '1',
        'cards:\n',
        'kind: single\n',
      ],
    );
    const yamlish = fc
      .array(fc.oneof(signs, fc.string()), { maxLength: 40 })
      .map((parts) => parts.join(''));
    const injured = fc
      .tuple(fc.nat(TOPIC.length), yamlish)
      .map(([at, text]) => TOPIC.slice(0, at) + text + TOPIC.slice(at));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), yamlish, injured), (text) => {
        const files = ['deck.yaml', 'vmcs.yaml'].map((name) => ({
          file: `content/v/${name}`,
          text,
        }));
        expect(readDecks(files).kind).toBe('faulty');
      }),
      { numRuns: 500 },
    );
  });
});
