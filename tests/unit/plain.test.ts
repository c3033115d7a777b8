import { describe, expect, it } from 'vitest';
import { plainMoment, plainText } from '../../src/chat/plain.ts';
import { textView, type View } from '../../src/chat/view.ts';
import { memberId, roundId } from '../../src/core/ids.ts';
import type { Zone } from '../../src/core/schedule.ts';

const names = { member: (id: string) => `@${id}` };
const at = Date.UTC(2026, 10, 23, 8, 0);

describe('the plain form of a view', () => {
  it('has a line for each part', () => {
    const view: View = {
      tone: 'question',
      title: 'Question 12',
      blocks: [
        { kind: 'text', line: ['Where does ', { kind: 'code', text: 'CR3' }, ' point?'] },
        { kind: 'list', items: ['one', [{ kind: 'strong', text: 'two' }]] },
        {
          kind: 'bars',
          total: 4,
          bars: [
            { label: 'A', count: 3, isKey: true },
            { label: 'B', count: 1, isKey: false },
          ],
        },
        {
          kind: 'table',
          rows: [
            { rank: 1, member: memberId.of('ada'), value: '45', isReader: false },
            { rank: 2, member: memberId.of('bob'), value: '30', isReader: true },
          ],
        },
        { kind: 'file', name: 'copy.json', mime: 'application/json', text: '{}' },
      ],
      ask: {
        kind: 'picks',
        round: roundId.of('abcdefghijkl'),
        picks: 'one',
        options: ['a page', 'a frame'],
      },
      actions: [
        { label: 'Share', press: { kind: 'share streak' } },
        { label: 'Where am I', press: { kind: 'where am I', window: 'week' } },
      ],
      footer: [
        'Closes ',
        { kind: 'moment', at, zone: 'Europe/Zurich' as Zone },
        ' for ',
        { kind: 'member', member: memberId.of('ada') },
      ],
    };
    expect(plainText(view, names)).toMatchInlineSnapshot(`
      "Question 12
      Where does \`CR3\` point?
      - one
      - two
      A: 3 of 4 (key)
      B: 1 of 4
      1. @ada: 45
      2. @bob: 30 (you)
      (File: copy.json)
      A) a page
      B) a frame
      [Share] [Where am I]
      Closes Mon 23 Nov 09:00 for @ada"
    `);
  });

  it('leaves out what is not there', () => {
    expect(plainText(textView('news', 'Only a title'), names)).toBe('Only a title');
  });
});

describe('a moment in words', () => {
  it.each([
    [Date.UTC(2026, 10, 23, 8, 0), 'Europe/Zurich', 'Mon 23 Nov 09:00'],
    [Date.UTC(2026, 10, 23, 8, 0), 'America/New_York', 'Mon 23 Nov 03:00'],
    [Date.UTC(2026, 8, 1, 0, 5), 'UTC', 'Tue 1 Sep 00:05'],
    [Date.UTC(2026, 11, 31, 23, 59), 'Asia/Kolkata', 'Fri 1 Jan 05:29'],
  ])('%d in %s is %s', (moment, zone, words) => {
    expect(plainMoment(moment, zone as Zone)).toBe(words);
  });
});
