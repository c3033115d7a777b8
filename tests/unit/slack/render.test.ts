import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askItems } from '../../../src/chat/ask-items.ts';
import { textsFor } from '../../../src/chat/texts/index.ts';
import { type Ask, textView, type View } from '../../../src/chat/view.ts';
import { questionView } from '../../../src/chat/views/question.ts';
import { revealView } from '../../../src/chat/views/reveal.ts';
import type { Card } from '../../../src/core/card.ts';
import { type Day, parseDay } from '../../../src/core/day.ts';
import { channelId, communityId, dailyId, memberId, roundId } from '../../../src/core/ids.ts';
import type { Round } from '../../../src/core/round.ts';
import type { Zone } from '../../../src/core/schedule.ts';
import { surveyFolder } from '../../../src/deck/load-decks.ts';
import { decodeAsk, encodeAsk, type FormAsk } from '../../../src/platforms/slack/ask-code.ts';
import { mention } from '../../../src/platforms/slack/draw.ts';
import { answerModal, readMetadata } from '../../../src/platforms/slack/form.ts';
import { renderMessage } from '../../../src/platforms/slack/render.ts';
import { NO_PICTURES } from '../../../src/platforms/slack/uploads.ts';
import { HOSTILE, viewOf } from '../../contract/platform-hostile.ts';
import { checkBlocks, checkMarkup, checkView, textsIn } from '../../fakes/slack/block-rules.ts';

const texts = textsFor('en');
const round = roundId.of('abcdefghijkl');
const render = (view: View) => renderMessage(view, mention, texts, NO_PICTURES);
const check = (view: View): void => {
  const { text, blocks } = render(view);
  checkMarkup(text);
  expect(text.length).toBeGreaterThan(0);
  checkBlocks(blocks, 'message');
};

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 4_000 }),
  fc.constantFrom(
    ...Object.values(HOSTILE),
    '<!channel>',
    '<@U0ADA>',
    '<https://a.example|b>',
    '&lt;',
  ),
);
const anyLine = fc.oneof(
  anyText,
  fc.array(
    fc.oneof(
      anyText,
      anyText.map((text) => ({ kind: 'strong' as const, text })),
      anyText.map((text) => ({ kind: 'code' as const, text })),
      fc.constant({ kind: 'member' as const, member: memberId.of('U0ADA') }),
      fc.constant({ kind: 'moment' as const, at: 1_795_000_000_000, zone: 'UTC' as Zone }),
    ),
    { maxLength: 6 },
  ),
);
const anyBlock = fc.oneof(
  anyLine.map((line) => ({ kind: 'text' as const, line })),
  fc.array(anyLine, { maxLength: 30 }).map((items) => ({ kind: 'list' as const, items })),
  fc
    .array(fc.record({ label: anyText, count: fc.nat(50), isKey: fc.boolean() }), { maxLength: 12 })
    .map((bars) => ({ kind: 'bars' as const, bars, total: 50 })),
  fc
    .array(
      fc.record({
        rank: fc.nat(99),
        member: fc.constant(memberId.of('U0ADA')),
        value: anyText,
        isReader: fc.boolean(),
      }),
      { maxLength: 10 },
    )
    .map((rows) => ({ kind: 'table' as const, rows })),
);
const anyAsk: fc.Arbitrary<Ask> = fc.oneof(
  fc.record({
    kind: fc.constant('picks' as const),
    round: fc.constant(round),
    picks: fc.constantFrom('one' as const, 'several' as const),
    options: fc.array(anyText, { minLength: 1, maxLength: 20 }),
  }),
  fc
    .array(anyText, { minLength: 4, maxLength: 4 })
    .map((statements) => ({ kind: 'marks' as const, round, statements })),
  fc
    .array(anyText, { minLength: 3, maxLength: 5 })
    .map((items) => ({ kind: 'order' as const, round, items })),
  fc
    .array(anyText, { minLength: 3, maxLength: 5 })
    .map((each) => ({ kind: 'match' as const, round, lefts: each, rights: each })),
  fc.record({
    kind: fc.constant('texts' as const),
    round: fc.constant(round),
    asks: fc.constantFrom(
      'words' as const,
      'sentences' as const,
      'number' as const,
      'gaps' as const,
    ),
    count: fc.integer({ min: 1, max: 3 }),
    unit: fc.option(fc.string({ maxLength: 20 })),
  }),
  fc.constant({ kind: 'self' as const, round }),
);
const anyView: fc.Arbitrary<View> = fc.record({
  tone: fc.constantFrom('question', 'right', 'partly', 'wrong', 'news', 'refusal'),
  title: anyText,
  blocks: fc.array(anyBlock, { maxLength: 60 }),
  ask: fc.option(anyAsk),
  actions: fc.array(
    anyText.map((label) => ({ label, press: { kind: 'share streak' as const } })),
    { maxLength: 30 },
  ),
  footer: fc.option(anyLine),
});

describe('a view as a message of Slack', () => {
  it('P11 keeps every limit, whatever stands in it', () => {
    fc.assert(fc.property(anyView, check), { numRuns: 300 });
  });

  it.each(Object.entries(HOSTILE))('P12 makes nothing live of hostile text: %s', (_, text) => {
    check(viewOf(text));
  });

  it('P12 escapes exactly three signs in markup and none in plain text', () => {
    const { blocks } = render(
      textView('news', 'a', 'a <b> & c', ['a <b> & c', { kind: 'strong', text: '<!here>' }]),
    );
    expect(blocks.slice(1)).toMatchObject([
      { text: { type: 'plain_text', text: 'a <b> & c' } },
      { text: { type: 'mrkdwn', text: 'a &lt;b&gt; &amp; c*&lt;!here&gt;*' } },
    ]);
  });

  it('never lets the body push out the buttons', () => {
    const blocks = Array.from(
      { length: 200 },
      (_, at) => ({ kind: 'text', line: `${at}` }) as const,
    );
    const view: View = {
      ...textView('news', 'Long'),
      blocks,
      actions: [{ label: 'Share', press: { kind: 'share streak' } }],
    };
    const drawn = render(view).blocks;
    expect(drawn).toHaveLength(50);
    expect(drawn.at(-1)).toMatchObject({ type: 'actions' });
  });

  const asking = (options: readonly string[], picks: 'one' | 'several' = 'one'): View => ({
    ...textView('question', 'Question 1'),
    ask: { kind: 'picks', round, picks, options },
  });

  it('asks with lettered buttons up to five, and with a menu beyond', () => {
    const five = render(asking(['a', 'b', 'c', 'd', 'e'])).blocks.at(-1);
    expect(five).toMatchObject({
      elements: ['A', 'B', 'C', 'D', 'E'].map((text, at) => ({
        text: { text },
        value: `a.${round}.${at}`,
      })),
    });
    const six = render(asking(['a', 'b', 'c', 'd', 'e', 'f'])).blocks.at(-1);
    expect(six).toMatchObject({ elements: [{ type: 'static_select', options: { length: 6 } }] });
  });

  it('asks for several with boxes that count when they are sent, and with a menu beyond ten', () => {
    const four = render(asking(['a', 'b', 'c', 'd'], 'several')).blocks.at(-1);
    expect(four).toMatchObject({
      elements: [{ type: 'checkboxes' }, { action_id: 'send', value: round }],
    });
    const eleven = render(asking([...'abcdefghijk'], 'several')).blocks.at(-2);
    expect(eleven).toMatchObject({ accessory: { type: 'multi_static_select' } });
  });

  it('X1 has the same shape whichever option is right', () => {
    const shape = (options: readonly string[]): unknown =>
      JSON.parse(JSON.stringify(render(asking(options))).replaceAll(/right|wrong/g, 'other'));
    expect(shape(['right', 'wrong'])).toEqual(shape(['wrong', 'right']));
  });
});

const anyFormAsk = anyAsk.filter(
  (ask): ask is FormAsk => ask.kind !== 'picks' && ask.kind !== 'self',
);

describe('the form of an answer', () => {
  it('P11 keeps every limit and comes back as it was', () => {
    fc.assert(
      fc.property(
        anyFormAsk,
        fc.string({ minLength: 300, maxLength: 500 }),
        (ask, circumstances) => {
          const view = answerModal(decodeAsk(encodeAsk(ask)) as FormAsk, circumstances, texts);
          checkView(view);
          const read = readMetadata(view.private_metadata ?? '');
          expect(read).toMatchObject({
            circumstances,
            errand: { kind: 'answer', ask: { kind: ask.kind, round } },
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    '',
    '{}',
    '[]',
    'null',
    '{"kind":"texts","round":"abcdefghijkl","asks":"words","count":99,"unit":null}',
  ])('X2 is not drawn for %j', (text) => expect(decodeAsk(text)).toBeNull());
});

describe('every card of the decks', async () => {
  const { decks } = await surveyFolder('content');
  const cards = decks.flatMap((deck) => deck.cards);
  const roundOf = (card: Card): Round => ({
    id: round,
    community: communityId.of('slack:T0GROUP'),
    channel: channelId.of('C0STUDY'),
    daily: dailyId.of('d1'),
    number: 365,
    day: parseDay('2026-11-23') as Day,
    zone: 'Europe/Zurich' as Zone,
    card,
    openedAt: 1_795_000_000_000,
    closesAt: 1_795_080_000_000,
    exam: null,
    closed: false,
  });

  it(`P11 makes a question, a form and a reveal that Slack takes: ${cards.length} cards`, () => {
    for (const card of cards) {
      const view = questionView(roundOf(card), texts);
      check(view);
      check(revealView(roundOf(card), [], texts));
      const { ask } = view;
      if (ask && ask.kind !== 'picks' && ask.kind !== 'self') {
        expect(decodeAsk(encodeAsk(ask))).toEqual(ask);
        checkView(answerModal(ask, 'x'.repeat(500), texts));
      }
    }
  });

  it('loses no letter of a question', () => {
    for (const card of cards) {
      const view = questionView(roundOf(card), texts);
      const sections = textsIn(render(view).blocks).join(' ');
      const lines = view.blocks.flatMap((block) => (block.kind === 'text' ? [block.line] : []));
      const items = view.ask ? askItems(view.ask).flat() : [];
      for (const line of lines) expect(sections).toContain(line);
      for (const { text } of items) expect(sections).toContain(text);
    }
  });
});
