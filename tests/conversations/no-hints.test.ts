import { describe, expect, it } from 'vitest';
import type { Card, SingleCard } from '../../src/core/card.ts';
import type { Rules } from '../../src/core/rules.ts';
import { smallDeck } from './small-deck.ts';
import { studyGroup } from './study-group.ts';

/** The same card with another key: what members can see before the close must not change. */
function withKey(card: Card, key: number): Card {
  const single = card as SingleCard;
  const options = ['first', 'second', 'third', 'fourth'];
  const why = options.map((option, at) => (at === key ? null : `Not ${option}.`));
  return { ...single, options, why, key };
}

/** Everything that went out before the close, but for verdicts given at once; random names made equal. */
async function seenBeforeTheClose(key: number, rules: Partial<Rules>): Promise<string> {
  const group = await studyGroup({ rules, cards: smallDeck.map((card) => withKey(card, key)) });
  const olga = group.member('olga', true);
  const [ada, bob, cat] = [group.member('ada'), group.member('bob'), group.member('cat')];
  await olga.types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  await ada.picks('A');
  await ada.next();
  await bob.picks('C');
  await bob.next();
  const boards = ['', ' all', ' streak', ' accuracy', ' channel'].map((by) => `/leaderboard${by}`);
  for (const line of [...boards, '/streak', '/help']) await cat.types(line);
  await cat.presses({ kind: 'where am I', window: 'week' });
  await ada.presses({ kind: 'share streak' });
  const waits = rules.verdict === 'at-the-reveal';
  if (waits) await ada.types('/streak');
  await olga.types('/daily list');
  const seen = group.recorder.log.filter(
    (sent) => waits || !(sent.kind === 'reply' && sent.later && sent.seenBy === 'only me'),
  );
  const round = group.latest().ask?.round ?? 'none';
  return JSON.stringify(seen).replaceAll(round, 'ROUND');
}

const RULES: readonly Partial<Rules>[] = [
  {},
  { streakCounts: 'correct' },
  { verdict: 'at-the-reveal' },
  { verdict: 'at-the-reveal', streakCounts: 'correct' },
];

describe('before the close', () => {
  it.each(RULES)('nothing that others can see depends on the key, with %o', async (rules) => {
    const seen = await Promise.all([0, 1, 2, 3].map((key) => seenBeforeTheClose(key, rules)));
    expect(seen[0]).toContain('first');
    expect(new Set(seen).size).toBe(1);
  });
});
