import { describe, expect, it } from 'vitest';
import { postOccurrence } from '../../src/features/post.ts';
import { smallDeck } from './small-deck.ts';
import { COMMUNITY, studyGroup } from './study-group.ts';

describe('dailies that ask at the same time', () => {
  it('never ask the same card, though workers take them at once', async () => {
    const group = await studyGroup({});
    const { clock, bot } = group;
    const olga = group.member('olga', true);
    for (const _ of smallDeck) await olga.types('/daily setup 09:00 daily UTC virtualization');
    clock.moveTo(Date.parse('2026-11-23T09:00Z'));
    const due = await bot.parts.store.ledger.due(COMMUNITY, clock.now());
    const posts = due.filter((work) => work.kind === 'post');
    await Promise.all(
      posts.map((work) => postOccurrence(bot.parts, { ...work, community: COMMUNITY })),
    );
    await group.settle();
    const asked = group.messages().map(({ blocks }) => JSON.stringify(blocks));
    expect(asked).toHaveLength(smallDeck.length);
    expect(new Set(asked).size).toBe(smallDeck.length);
  });
});
