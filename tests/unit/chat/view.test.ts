import { describe, expect, it } from 'vitest';
import { letterOf, textView } from '../../../src/chat/view.ts';

describe('views', () => {
  it('letter options from A', () => {
    expect([0, 1, 2, 25].map(letterOf)).toEqual(['A', 'B', 'C', 'Z']);
  });

  it('of text alone ask for nothing and offer nothing', () => {
    expect(textView('news', 'Title', 'one', ['two ', { kind: 'strong', text: 'three' }])).toEqual({
      tone: 'news',
      title: 'Title',
      blocks: [
        { kind: 'text', line: 'one' },
        { kind: 'text', line: ['two ', { kind: 'strong', text: 'three' }] },
      ],
      ask: null,
      actions: [],
      footer: null,
    });
  });
});
