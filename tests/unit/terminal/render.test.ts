import { describe, expect, it } from 'vitest';
import { textView, type View } from '../../../src/chat/view.ts';
import { memberId } from '../../../src/core/ids.ts';
import type { Zone } from '../../../src/core/schedule.ts';
import type { Look } from '../../../src/platforms/terminal/inline.ts';
import { renderAside, renderMessage } from '../../../src/platforms/terminal/render.ts';
import { widthOf } from '../../../src/platforms/terminal/text.ts';
import { NOW, QUESTION, ROUND } from './open-terminal.ts';

/** The colours and weights that the renderer itself writes. */
const CODES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]+m`, 'g');
const look: Look = { columns: 60, color: false, zone: 'Europe/Zurich' as Zone };

describe('a message of the channel', () => {
  it('is a question in a frame', () => {
    const view: View = {
      ...QUESTION,
      blocks: [
        {
          kind: 'text',
          line: [
            'Why is a ',
            { kind: 'strong', text: 'shadow page table' },
            ' kept for each guest, and what has ',
            { kind: 'code', text: 'CR3' },
            ' to do with it?',
          ],
        },
      ],
      ask: {
        kind: 'picks',
        round: ROUND,
        picks: 'several',
        options: ['The MMU translates in one walk, and guests know no machine addresses', 'No'],
      },
      footer: ['Closes ', { kind: 'moment', at: NOW, zone: 'Asia/Tokyo' as Zone }],
    };
    expect(renderMessage(view, look)).toMatchInlineSnapshot(`
      "╭─ Question 12 · Memory ────────────────────────────────────
      │ Why is a shadow page table kept for each guest, and what
      │ has \`CR3\` to do with it?
      │
      │ A  The MMU translates in one walk, and guests know no
      │    machine addresses
      │ B  No
      │
      │ Type letters, such as A C.
      ╰─ Closes Mon 23 Nov 09:00 ─────────────────────────────────"
    `);
  });

  it('shows short labels beside their bars', () => {
    const bars = [
      { label: 'True', count: 3, isKey: true },
      { label: 'False', count: 1, isKey: false },
    ];
    const view = {
      ...textView('news', 'Closed'),
      blocks: [{ kind: 'bars', bars, total: 4 }],
    } as const;
    expect(renderMessage(view, { ...look, columns: 40 })).toMatchInlineSnapshot(`
      "╭─ Closed ──────────────────────────────
      │ True   ████████░░  3  ← key
      │ False  ███░░░░░░░  1
      ╰───────────────────────────────────────"
    `);
  });

  it('shows long labels above their bars', () => {
    const bars = [
      { label: 'A: Shadow page tables, one for each address space', count: 10, isKey: true },
      { label: 'B: A diary', count: 0, isKey: false },
    ];
    const view = {
      ...textView('news', 'Closed'),
      blocks: [{ kind: 'bars', bars, total: 999 }],
    } as const;
    expect(renderMessage(view, { ...look, columns: 40 })).toMatchInlineSnapshot(`
      "╭─ Closed ──────────────────────────────
      │ A: Shadow page tables, one for each
      │    address space
      │    █░░░░░░░░░  10  ← key
      │ B: A diary
      │    ░░░░░░░░░░   0
      ╰───────────────────────────────────────"
    `);
  });

  it('lines up a leaderboard, marks the reader and numbers the buttons', () => {
    const view: View = {
      ...textView('news', 'Leaderboard · this week'),
      blocks: [
        {
          kind: 'table',
          rows: [
            { rank: 1, member: memberId.of('ada'), value: '120 points', isReader: false },
            { rank: 2, member: memberId.of('you'), value: '90 points', isReader: true },
            { rank: 10, member: memberId.of('christine'), value: '5 points', isReader: false },
          ],
        },
      ],
      actions: [
        { label: 'Next', press: { kind: 'board', window: 'week', page: 1 } },
        { label: 'Where am I?', press: { kind: 'where am I', window: 'week' } },
      ],
      footer: '12 members',
    };
    expect(renderMessage(view, look)).toMatchInlineSnapshot(`
      "╭─ Leaderboard · this week ─────────────────────────────────
      │    1  ada        120 points
      │ ▸  2  you         90 points
      │   10  christine    5 points
      │
      │ #1 Next   #2 Where am I?
      ╰─ 12 members ──────────────────────────────────────────────"
    `);
  });

  it('takes titles and footers inside that are wider than the frame', () => {
    const title = 'A title of some words, more than fit';
    const view = { ...textView('news', title), footer: 'and a footer of as many words again' };
    expect(renderMessage(view, { ...look, columns: 32 })).toMatchInlineSnapshot(`
      "╭───────────────────────────────
      │ A title of some words, more
      │ than fit
      │
      │ and a footer of as many words
      │ again
      ╰───────────────────────────────"
    `);
  });
});

describe('what only one member sees', () => {
  it('is a verdict with its mark', () => {
    const view = {
      ...textView('right', 'Right: +10 points', 'Hardware walks one table only.', [
        'Thanks, ',
        { kind: 'member', member: memberId.of('ada') },
      ]),
      footer: 'Source: the SDM',
    };
    expect(renderAside(view, 'only you see this', look)).toMatchInlineSnapshot(`
      "  ✓ Right: +10 points  only you see this
          Hardware walks one table only.
          Thanks, @ada
          Source: the SDM"
    `);
  });

  it.each([
    ['right', '1;32'],
    ['partly', '1;33'],
    ['wrong', '1;31'],
  ] as const)('has the colour of %s', (tone, code) => {
    const drawn = renderAside(textView(tone, 'Verdict'), null, { ...look, color: true });
    expect(drawn).toContain(`\u001b[${code}m`);
  });
});

describe('every view', () => {
  const hostile = '\u001b[2J\u202e\u0007<\u0301\u0301\u0301\u0301\u0301\u0301 ';
  const view: View = {
    ...QUESTION,
    title: hostile,
    blocks: [
      { kind: 'text', line: [hostile, { kind: 'code', text: hostile }] },
      { kind: 'list', items: [hostile.repeat(20)] },
      { kind: 'bars', bars: [{ label: hostile, count: 5, isKey: true }], total: 1 },
      {
        kind: 'table',
        rows: [{ rank: 1, member: memberId.of('a'), value: hostile, isReader: true }],
      },
    ],
    ask: { kind: 'picks', round: ROUND, picks: 'one', options: [hostile] },
    actions: [{ label: hostile, press: { kind: 'share streak' } }],
    footer: hostile,
  };

  it.each([renderMessage, (v: View, l: Look) => renderAside(v, 'mark', l)])(
    'prints no control character of a text',
    (render) => {
      expect(render(view, look)).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
      const codes = render(view, { ...look, color: true }).replace(CODES, '');
      expect(codes).not.toMatch(/[^\P{Cc}\n]/u);
    },
  );

  it.each([0, 1, 32, 60, 80, 120, 500])('keeps to a window of %d columns', (columns) => {
    const lines = renderMessage(view, { ...look, columns }).split('\n');
    const widest = Math.min(88, Math.max(32, columns));
    expect(Math.max(...lines.map(widthOf))).toBe(widest);
  });

  it('paints no line beyond its end', () => {
    for (const line of renderMessage(view, { ...look, color: true }).split('\n')) {
      const codes = line.match(CODES) ?? [];
      expect(codes.length === 0 || codes.at(-1) === '\u001b[0m').toBe(true);
    }
  });
});
