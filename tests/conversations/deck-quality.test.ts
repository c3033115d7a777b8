import { describe, expect, it } from 'vitest';
import { csvOf, jsonOf, listed } from '../../src/cli/deck-quality.ts';
import { additionsOf, listOf } from '../../src/cli/deck-rulings.ts';
import type { Card } from '../../src/core/card.ts';
import { qualityOf } from '../../src/features/quality.ts';
import { decksOf, otherKinds, smallDeck } from './small-deck.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

const [alpha, beta] = smallDeck as readonly [Card, Card, Card];

/** Three of six members are right in each question: whoever is right in one is wrong in the other. */
async function afterTwoQuestions(): Promise<StudyGroup> {
  const group = await studyGroup({ cards: [alpha, beta] });
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  for (const day of [23, 24]) {
    await group.at(`2026-11-${day} 09:00`);
    const isFirst = group.latest().title.endsWith('alpha');
    for (let at = 0; at < 6; at++) {
      const isRight = isFirst ? at >= 3 : at < 3;
      await group.member(`clever${at}`).picks(isRight ? 'right one' : 'wrong two');
    }
    await group.bot.jobs.settled();
  }
  await group.at('2026-11-25 09:00');
  await group.at('2026-11-25 09:01');
  return group;
}

const qualityIn = (group: StudyGroup, ...cards: readonly Card[]) => {
  const [virtualization] = group.bot.parts.decks.list();
  if (!virtualization) throw new Error('no deck');
  return qualityOf(group.bot.parts.store, decksOf({ ...virtualization, cards }));
};

describe('the quality of a deck', () => {
  it('says of each card how many are right, whom it tells apart and which option misleads', async () => {
    const group = await afterTwoQuestions();
    const text = listed(await qualityIn(group, alpha, beta));
    expect(text).toBe(
      [
        '2 cards, 2 with figures',
        'virtualization/single-one: 6 answers; 50 % right; discrimination -1.00; half within 0 s; tells nobody apart; misleading option',
        '  "wrong two" misleads 50 %',
        'virtualization/single-two: 6 answers; 50 % right; discrimination -1.00; half within 0 s; tells nobody apart; misleading option',
        '  "wrong two" misleads 50 %',
        '',
      ].join('\n'),
    );
    expect(text).not.toMatch(/clever|group|recorder/);
  });

  it('gives no figures below five answers, for people, for programs and for tables', async () => {
    const group = await studyGroup({ cards: [alpha] });
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    for (const name of ['ada', 'bob', 'cat', 'dan']) await group.member(name).picks('right one');
    await group.bot.jobs.settled();
    await group.at('2026-11-24 09:01');
    const cards = await qualityIn(group, alpha);
    expect(listed(cards)).toBe(
      '1 card, 0 with figures\nvirtualization/single-one: fewer than 5 answers: no figures yet\n',
    );
    expect(JSON.parse(jsonOf(cards))).toMatchObject([
      { card: 'single-one', answers: null, right: null, discrimination: null, flags: [] },
    ]);
    expect(csvOf(cards).split('\r\n')[1]).toBe(
      'virtualization,single-one,alpha,single,1,,,,,,,,,0,0,0,0,0,0,0,0',
    );
  });

  it('counts neither open nor void questions, nor those that asked something else', async () => {
    const group = await afterTwoQuestions();
    await group.member('olga', true).types('/daily void round=1');
    const asked = group.messages()[0]?.title.endsWith('alpha') ? alpha : beta;
    const other = asked === alpha ? beta : alpha;
    const answersTo = async (card: Card): Promise<number | undefined> =>
      (await qualityIn(group, card))[0]?.answers;
    expect(await answersTo(asked)).toBe(0);
    expect(await answersTo(other)).toBe(6);
    expect(await answersTo({ ...other, explanation: 'Told better.' })).toBe(6);
    expect(await answersTo({ ...other, prompt: 'Another question?' })).toBe(0);
  });

  it('counts appeals and reports, and writes tables that programs read', async () => {
    const group = await afterTwoQuestions();
    const { store } = group.bot.parts;
    const { deck, id: card } = alpha;
    for (const [name, reason] of [
      ['ada', 'key'],
      ['bob', 'key'],
      ['cat', 'easy'],
    ] as const) {
      await store.reports.put(COMMUNITY, name as never, { deck, card, reason, at: 1 });
    }
    const cards = await qualityIn(group, { ...alpha, topic: 'a,"b"' as never });
    expect(listed(cards)).toContain('reports: key 2, easy 1');
    const [head, row] = csvOf(cards).split('\r\n');
    expect(head).toBe(
      'deck,card,topic,kind,difficulty,answers,right,credit,discrimination,medianSeconds,flags,misleading,idle,appeals open,appeals accepted,appeals rejected,reports key,reports unclear,reports easy,reports hard,reports other',
    );
    expect(row).toBe(
      'virtualization,single-one,"a,""b""",single,1,6,0.5,0.5,-1,0,tells nobody apart | misleading option,wrong two,,0,0,0,2,0,1,0,0',
    );
  });
});

describe('the rulings as additions to a deck', () => {
  const { typed, gap, numeric } = otherKinds;
  const deck = { id: typed.deck, title: 'Virtualization', cards: [typed, gap, numeric] };

  async function accepted(card: Card, texts: readonly string[], community: string) {
    const { claimsOf } = await import('../../src/core/ruling.ts');
    const claims = claimsOf(card, { response: { kind: 'texts', texts } });
    return claims.map((claim, at) => ({
      ...claim,
      deck: card.deck,
      card: card.id,
      number: at + 1,
      round: community as never,
      at: 0,
      state: 'accepted' as const,
    }));
  }

  it('name deck, card and place, with how many communities accepted the words', async () => {
    const rulings = [
      ...(await accepted(typed, ['control "block"'], 'one')),
      ...(await accepted(typed, ['The control-blocks'], 'two')),
      ...(await accepted(gap, ['VM', 'kernel'], 'one')),
      ...(await accepted(numeric, ['31.25 milli'], 'one')),
    ];
    const patch = listOf(additionsOf(decksOf(deck), rulings));
    expect(patch.split('\n').slice(2)).toEqual([
      'virtualization:',
      '  - card: gap',
      '    gap: 1',
      '    accept:',
      '      - "VM" # in 1 community',
      '  - card: gap',
      '    gap: 2',
      '    accept:',
      '      - "kernel" # in 1 community',
      '  - card: numeric',
      '    ruled:',
      '      - "31.25 milli" # in 1 community',
      '  - card: typed',
      '    accept:',
      '      - "control \\"block\\"" # in 2 communities',
      '',
    ]);
    const { parse } = await import('yaml');
    expect(parse(patch).virtualization).toHaveLength(4);
  });

  it('leave out what the deck accepts by now, or asks no more', async () => {
    const rulings = await accepted(typed, ['control block'], 'one');
    const nothing = '# Nothing: every ruling that still stands is in its deck.';
    const merged = { ...typed, wording: { ...typed.wording, accept: ['VMCS', 'control block'] } };
    for (const cards of [[merged], [{ ...typed, wording: { accept: ['EPT'], reject: [] } }], []]) {
      expect(listOf(additionsOf(decksOf({ ...deck, cards }), rulings))).toContain(nothing);
    }
  });
});
