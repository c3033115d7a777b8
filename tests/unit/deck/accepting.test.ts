import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { additionsOf, patchOf } from '../../../src/cli/deck-rulings.ts';
import { openDecks } from '../../../src/cli/decks.ts';
import type { Card } from '../../../src/core/card.ts';
import { cardId, deckId } from '../../../src/core/ids.ts';
import { claimsOf, isRight, standingOf } from '../../../src/core/ruling.ts';
import { withAccepted } from '../../../src/deck/accepting.ts';
import type { Appeal } from '../../../src/ports/rulings.ts';

const VIRTUALIZATION = deckId.of('virtualization');

/** A repository of authors with the decks as they are. */
function repository(): string {
  const root = mkdtempSync(join(tmpdir(), 'hypercall-authors-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  cpSync('content', join(root, 'content'), { recursive: true });
  execFileSync('git', ['init', '-q'], { cwd: root });
  return root;
}

function appealsOn(card: Card, texts: readonly string[]): Appeal[] {
  return claimsOf(card, { response: { kind: 'texts', texts } }).map((claim, at) => ({
    ...claim,
    deck: card.deck,
    card: card.id,
    number: at + 1,
    round: 'a-round' as never,
    at: 0,
    state: 'accepted',
  }));
}

async function cardsIn(root: string): Promise<readonly Card[]> {
  return (await openDecks(join(root, 'content'))).get(VIRTUALIZATION)?.cards ?? [];
}

describe('what organisers ruled right, as a patch', () => {
  it('is taken by git, counts everywhere then, and changes nothing else of the files', async () => {
    const root = repository();
    const decks = await openDecks(join(root, 'content'));
    const cards = await cardsIn(root);
    const rulings = cards.flatMap((card) => {
      if (card.kind === 'typed') return appealsOn(card, ['a "wholly" other: word']);
      return card.kind === 'gap'
        ? appealsOn(
            card,
            card.gaps.map(() => 'quite another'),
          )
        : [];
    });
    expect(rulings.length).toBeGreaterThan(25);
    const patch = await patchOf(additionsOf(decks, rulings), join(root, 'content'), root);
    execFileSync('git', ['apply', '--check', '-'], { cwd: root, input: patch });
    execFileSync('git', ['apply', '-'], { cwd: root, input: patch });
    const merged = new Map((await cardsIn(root)).map((card) => [card.id, card]));
    expect([...merged.keys()]).toEqual(cards.map(({ id }) => id));
    for (const ruling of rulings) {
      const card = merged.get(ruling.card) as Card;
      expect(isRight(card, ruling.place, ruling.words)).toBe(true);
      expect(standingOf(ruling, card)).toBe('merged');
    }
    const ruled = new Set(rulings.map(({ card }) => card));
    for (const card of cards) {
      if (!ruled.has(card.id)) expect(merged.get(card.id)).toEqual(card);
    }
    // Merged, they are in no patch any more.
    const again = additionsOf(await openDecks(join(root, 'content')), rulings);
    expect(again).toEqual([]);
  });

  it('goes behind the words of a list, however it is written', () => {
    const source = [
      'cards:',
      '  - id: in-a-row',
      '    accept: [one, "two"] # as it was',
      '  - id: below',
      '    accept:',
      '      - one',
      '      - two-three # a word',
      '    reject: [x]',
      '',
    ].join('\n');
    const cards = ['in-a-row', 'below'].map((id) => cardId.of(id));
    const words = ['three', 'a: b'];
    const accepting = withAccepted(
      source,
      cards.map((card) => ({ card, gap: null, words })),
    );
    expect(accepting.split('\n')).toEqual([
      'cards:',
      '  - id: in-a-row',
      '    accept: [one, "two", "three", "a: b"] # as it was',
      '  - id: below',
      '    accept:',
      '      - one',
      '      - two-three # a word',
      '      - "three"',
      '      - "a: b"',
      '    reject: [x]',
      '',
    ]);
    expect(withAccepted(source, [{ card: cardId.of('other'), gap: null, words }])).toBe(source);
  });
});
