import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeAmong } from '../../../src/deck/alike.ts';
import {
  cardsOf,
  changed,
  faultsOf,
  KPRIME,
  MATCH,
  ORDER,
  TRUE_FALSE,
  topicOf,
} from './written.ts';

/** True-false cards of these prompts, named `c0`, `c1` … */
function askedCards(...prompts: readonly string[]) {
  return cardsOf(
    ...prompts.map((prompt, at) =>
      changed(changed(TRUE_FALSE, 'vmcs-truth', `c${at}`), 'A VMCS holds guest pages.', prompt),
    ),
  );
}

function alikeIn(...prompts: readonly string[]): string[] {
  const found = alikeAmong(askedCards(...prompts));
  return found.map(({ first, later, share }) => `${first.id} ${later.id} ${share.toFixed(2)}`);
}

describe('cards that ask nearly the same', () => {
  it('share six of ten words at least', () => {
    expect(alikeIn('a b c d e f g h', 'a b c d e f x y', 'a b c d e p q r')).toEqual([
      'c0 c1 0.60',
    ]);
    expect(alikeIn('a b c d e', 'a b c x y')).toEqual([]);
  });

  it('share them in any order, spelling and number', () => {
    expect(alikeIn('The guest, the GUEST exits!', 'Exits the guest?')).toEqual(['c0 c1 1.00']);
  });

  it('are named in pairs', () => {
    expect(alikeIn('a b c d', 'w x y z', 'a b c d e', 'a b c d f')).toEqual([
      'c0 c2 0.80',
      'c0 c3 0.80',
      'c2 c3 0.67',
    ]);
  });

  it('are all found, whatever the words', () => {
    const prompt = fc
      .array(fc.constantFrom(...'abcdefghij'), { minLength: 1, maxLength: 6 })
      .map((words) => words.join(' '));
    const distinct = fc.uniqueArray(prompt, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(distinct, (prompts) => {
        const pairs = prompts.flatMap((later, at) =>
          prompts.slice(0, at).filter((first) => shareOf(first, later) >= 0.6),
        );
        expect(alikeIn(...prompts)).toHaveLength(pairs.length);
      }),
      { numRuns: 200 },
    );
  });

  it('are compared by all that is judged, ordered or matched', () => {
    const second = (card: string, block: RegExp, lines: readonly string[]): string => {
      const found = block.exec(card)?.[0] ?? 'nothing';
      return changed(card, found, lines.join('\n')).replace(/id: (.*)/, 'id: $1-two');
    };
    const judge = ['A: One, two', 'B: Three, four', 'C: Five, six', 'D: Seven, eight', '    key'];
    const steps = [
      '- One, two, three, four',
      '- Five, six, seven',
      '- Eight, nine, ten',
      '    exp',
    ];
    const pairs = ['one: Two, three', 'four: Five, six', 'seven: Eight, nine, ten', '    exp'];
    const found = alikeAmong(
      cardsOf(
        KPRIME,
        ORDER,
        MATCH,
        second(KPRIME, /A: It.*? {4}key/s, indented(judge)),
        second(ORDER, /- Clear.*? {4}exp/s, indented(steps)),
        second(MATCH, /VMCS: VMCB.*? {4}exp/s, indented(pairs)),
      ),
    );
    expect(found).toEqual([]);
  });
});

/** Behind the first, as deep as what they replace. */
function indented(lines: readonly string[]): string[] {
  return lines.map((line, at) => (at === 0 || line.startsWith(' ') ? line : `      ${line}`));
}

function shareOf(a: string, b: string): number {
  const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const common = [...left].filter((word) => right.has(word)).length;
  return common / new Set([...left, ...right]).size;
}

describe('cards that ask the same', () => {
  const twin = (card: string): string => card.replace(/id: .*/, 'id: twin');

  it('are a fault at the later one', () => {
    const again = changed(twin(TRUE_FALSE), 'A VMCS holds', 'a VMCS  holds');
    expect(faultsOf(topicOf(TRUE_FALSE, again))).toEqual([
      'vmcs.yaml:15 twin: asks the same as vmcs-truth at vmcs.yaml:7; ask from another side or remove one',
    ]);
  });

  it('are found across the topics of a deck', () => {
    const exits = changed(topicOf(twin(TRUE_FALSE)), 'topic: vmcs', 'topic: exits');
    expect(faultsOf(topicOf(TRUE_FALSE), { 'exits.yaml': exits })).toEqual([
      'exits.yaml:7 twin: asks the same as vmcs-truth at vmcs.yaml:7; ask from another side or remove one',
    ]);
  });

  it('may begin the same where what is judged differs', () => {
    expect(faultsOf(topicOf(KPRIME, changed(twin(KPRIME), 'revision', 'length')))).toEqual([]);
    expect(faultsOf(topicOf(KPRIME, twin(KPRIME)))).toHaveLength(1);
  });
});
