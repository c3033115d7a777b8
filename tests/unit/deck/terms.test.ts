import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card.ts';
import { bare } from '../../../src/deck/folding.ts';
import { cardsOf, changed, GAP, KEY_POINTS, SINGLE, TYPED } from './written.ts';

const ACCEPT = '[VMCS, virtual machine control structure]';

function termsOf(card: Card | undefined): readonly string[] | null {
  return card && 'terms' in card ? card.terms : null;
}

/** The terms of a typed card that accepts the one wording, in a deck that rejects the others. */
function nearTo(accepted: string, others: readonly string[]): readonly string[] | null {
  const card = changed(changed(TYPED, ACCEPT, JSON.stringify([accepted])), '[VMCB]', '[]');
  const more = changed(changed(TYPED, 'vmcs-name', 'other'), 'What is', 'What else is');
  const list = JSON.stringify([...others, 'zzzzzzzzzzzzzzzz']);
  const [first] = cardsOf(
    changed(card, '    reject: []\n', ''),
    changed(changed(more, ACCEPT, '[something else altogether]'), '[VMCB]', list),
  );
  return termsOf(first);
}

describe('the terms beside a card', () => {
  it('are those of the whole deck that a typo could turn into what it accepts', () => {
    const cards = cardsOf(SINGLE, TYPED, KEY_POINTS, GAP);
    expect(cards.map(termsOf)).toEqual([null, ['VMCB'], [], []]);
  });

  it.each([
    ['pre-copy', ['Post copy'], []],
    ['pre-copy', ['precpy', 'pre-copies', 'pre cops'], ['pre cops', 'precpy']],
    ['EPT', ['EPTP', 'NPT', 'shadow'], ['EPTP', 'NPT']],
    ['abcd', ['xbcy', 'xyzd'], ['xbcy']],
    ['VMX root', ['VMX-root', 'vmxroot'], []],
    ['ring 0', ['Ring 3', 'ring three'], ['Ring 3']],
    [
      'abcdef',
      ['badcfe', 'bacdef', 'abcde', 'abcdefgh', 'abcdefghi'],
      ['abcde', 'abcdefgh', 'bacdef'],
    ],
  ])('of %s among %j are %j', (accepted, others, near) => {
    expect(nearTo(accepted, others)).toEqual(near);
  });

  it('leave its revision as it is', () => {
    const alone = cardsOf(TYPED)[0];
    const other = changed(
      changed(changed(TYPED, 'vmcs-name', 'other'), 'VMCS', 'VMCX'),
      'What',
      'How',
    );
    const among = cardsOf(TYPED, other)[0];
    expect(termsOf(among)).not.toEqual(termsOf(alone));
    expect(among?.revision).toBe(alone?.revision);
  });

  it('are found by the distance of Levenshtein', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', '1', 'q'),
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(word, fc.array(word, { minLength: 1, maxLength: 6 }), (accepted, others) => {
        const distinct = [...new Set(others)];
        const near = distinct.filter(
          (other) => other !== accepted && distance(other, accepted) <= 2,
        );
        expect(nearTo(accepted, distinct)).toEqual(near.sort());
      }),
      { numRuns: 200 },
    );
  });
});

/** The textbook's table, to hold the quick way against. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, sign] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + Number(sign !== other);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

it.each([
  ['VMX root mode', 'vmxrootmode'],
  ['Pre-Copy (live)', 'precopylive'],
  ['#VE', 've'],
  ['ﬁ 4 KiB', 'fi4kib'],
  ['&&', ''],
])('%j in brief is %j', (written, brief) => {
  expect(bare(written)).toBe(brief);
});
