import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/chat/texts/en/index.ts';
import { type Ask, type Block, type Inline, textView, type View } from '../../../src/chat/view.ts';
import { deckId, memberId, roundId } from '../../../src/core/ids.ts';
import { attachedName } from '../../../src/platforms/discord/attached.ts';
import { itemsIn } from '../../../src/platforms/discord/items.ts';
import { askModal } from '../../../src/platforms/discord/modal.ts';
import { decodeOwn } from '../../../src/platforms/discord/own-press.ts';
import { render } from '../../../src/platforms/discord/render.ts';
import { HOSTILE, viewOf } from '../../contract/platform-hostile.ts';
import { messageFaults, modalFaults, nodesOf } from '../../fakes/discord/checks.ts';
import { textOf } from '../../fakes/discord/people.ts';
import { zoneOf } from './zone.ts';

const round = roundId.of('abcdefghijkl');
const member = memberId.of('123456789012345678');
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(...Object.values(HOSTILE)),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  words,
  fc.record({ kind: fc.constantFrom('strong' as const, 'code' as const), text: words }),
  fc.constant({ kind: 'member' as const, member }),
  fc.constant({ kind: 'moment' as const, at: 1_700_000_000_000, zone: zoneOf('UTC') }),
);
const line = fc.oneof(words, fc.array(inline, { maxLength: 4 }));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), line }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(line, { maxLength: 30 }) }),
  fc.record({
    kind: fc.constant('bars' as const),
    total: fc.nat(50),
    bars: fc.array(fc.record({ label: words, count: fc.nat(60), isKey: fc.boolean() }), {
      maxLength: 8,
    }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc.array(
      fc.record({
        rank: fc.nat(),
        member: fc.constant(member),
        value: words,
        isReader: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
  }),
  fc.record({
    kind: fc.constant('picture' as const),
    deck: fc.constant(deckId.of('small')),
    file: fc.constant('images/a.svg'),
    alt: words,
  }),
);
const texts = fc.array(words, { minLength: 1, maxLength: 5 });
const ask: fc.Arbitrary<Ask> = fc
  .oneof(
    fc.record({
      kind: fc.constant('picks' as const),
      picks: fc.constantFrom('one' as const, 'several' as const),
      options: fc.array(words, { minLength: 2, maxLength: 26 }),
    }),
    fc.record({ kind: fc.constant('marks' as const), statements: texts }),
    fc.record({
      kind: fc.constant('texts' as const),
      asks: fc.constantFrom(
        'words' as const,
        'sentences' as const,
        'number' as const,
        'gaps' as const,
      ),
      count: fc.integer({ min: 1, max: 3 }),
      unit: fc.constantFrom(null, 'GiB', 'µs.~'),
    }),
    fc.record({ kind: fc.constant('order' as const), items: texts }),
    texts.map((lefts) => ({ kind: 'match' as const, lefts, rights: lefts })),
    fc.constant({ kind: 'self' as const }),
  )
  .map((input) => ({ ...input, round }));
const view: fc.Arbitrary<View> = fc.record({
  tone: fc.constantFrom('question', 'right', 'partly', 'wrong', 'news', 'refusal'),
  title: words,
  blocks: fc.array(block, { maxLength: 8 }),
  ask: fc.option(ask),
  actions: fc.array(
    fc.record({
      label: words,
      press: fc.nat(30).map((page) => ({ kind: 'board' as const, window: 'all' as const, page })),
    }),
    { maxLength: 25 },
  ),
  footer: fc.option(line),
});

const faultsOf = (of: View): string[] => {
  const { body, attached } = render(of, en);
  return messageFaults(body, new Map(attached.map((each, at) => [attachedName(each, at), 1])));
};

describe('a rendered view', () => {
  it('P11 P12 is a message that Discord takes, whatever stands in it', () => {
    fc.assert(
      fc.property(view, (of) => {
        expect(faultsOf(of)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it.each(Object.entries(HOSTILE))('P11 P12 takes %s everywhere', (_, text) => {
    expect(faultsOf(viewOf(text))).toEqual([]);
  });

  it('P11 every window behind it is one that Discord takes', () => {
    fc.assert(
      fc.property(ask, (of) => {
        const { components } = render({ ...textView('question', 'Q'), ask: of }, en).body;
        const message = { components: [...components] };
        const ids = nodesOf(message.components).flatMap((node) => node.custom_id ?? []);
        for (const press of ids.map(decodeOwn)) {
          if (!press || press.kind === 'choose' || press.kind === 'form') continue;
          expect(modalFaults(askModal(press, itemsIn(message), en))).toEqual([]);
        }
      }),
    );
  });

  it('P11 keeps the title, the question and the options where other texts are far too long', () => {
    const long = 'x'.repeat(9_000);
    const of: View = {
      ...textView('question', 'Question 1', 'What is a VM exit?', long, long),
      ask: {
        kind: 'picks',
        picks: 'one',
        options: ['A long option of more than thirty letters', 'No'],
        round,
      },
      footer: 'closes soon',
    };
    const text = textOf(render(of, en).body);
    for (const kept of [
      'Question 1',
      'What is a VM exit?',
      'A long option of more',
      'No',
      'closes soon',
    ]) {
      expect(text).toContain(kept);
    }
  });

  it('X1 shows each option alike: the same kind of button, in their order', () => {
    const of: View = {
      ...textView('question', 'Q'),
      ask: { kind: 'picks', picks: 'one', options: ['Ring 0', 'Ring 3'], round },
    };
    const buttons = nodesOf(render(of, en).body.components).filter(({ type }) => type === 2);
    expect(buttons).toEqual([
      { type: 2, style: 1, label: 'A · Ring 0', custom_id: 'a.abcdefghijkl.0' },
      { type: 2, style: 1, label: 'B · Ring 3', custom_id: 'a.abcdefghijkl.1' },
    ]);
  });

  it('gives the lines of a question back as they were', () => {
    const statements = ['**A** · fake', 'a_b <c> # d', '1. one'];
    const of: View = {
      ...textView('question', 'Q', '**B** · not a line'),
      ask: { kind: 'marks', statements, round },
    };
    const { components } = render(of, en).body;
    expect([...itemsIn({ components: [...components] })]).toEqual([
      ['A', statements[0]],
      ['B', statements[1]],
      ['C', statements[2]],
    ]);
  });

  it('draws members, moments, bars and tables', () => {
    const of: View = {
      ...textView('right', 'Right: +10 points', [
        { kind: 'member', member },
        ' has a streak at ',
        { kind: 'moment', at: 1_700_000_000_000, zone: zoneOf('UTC') },
      ]),
      footer: 'Streak 3',
    };
    const text = textOf(
      render(
        {
          ...of,
          blocks: [
            ...of.blocks,
            { kind: 'bars', total: 4, bars: [{ label: 'A: root', count: 3, isKey: true }] },
            { kind: 'table', rows: [{ rank: 1, member, value: '30 points', isReader: true }] },
          ],
        },
        en,
      ).body,
    );
    expect(text).toBe(
      [
        '### ✅ Right: +10 points',
        '<@123456789012345678> has a streak at <t:1700000000:f>',
        'A: root ✅ right',
        '`█████████░░░` 3',
        '**1.** <@123456789012345678> · 30 points ◂ **you**',
        '-# Streak 3',
      ].join('\n'),
    );
  });
});
