import type { View } from '../../src/chat/view.ts';
import { memberId, roundId } from '../../src/core/ids.ts';

/** Texts that would do harm where they are not taken as text. */
export const HOSTILE: Readonly<Record<string, string>> = {
  mentions: '@everyone @here <@123> <@&9> <#7> <!channel> <!here> <@U1|x>',
  markup: '```*_~`[a](https://b.example) <https://c.example|d> &amp; ||spoiler||',
  'terminal escapes': '\u001b[2J\u001b]0;title\u0007\u001b[31m red \u009b1A \u0008\u0000',
  'a turn of direction': 'abc\u202egnirts\u202c \u2066isolate \u05d0\u05d1\u05d2',
  'stacked marks': `z${'\u0301'.repeat(300)}a${'\u0489'.repeat(300)}lgo`,
  'ten thousand letters': 'x'.repeat(10_000),
  'two thousand lines': 'line\n'.repeat(2_000),
  'wide and joined letters': '漢字 👩‍👩‍👧‍👦 🇨🇭 \ud800 lone',
  nothing: '',
};

/** A view with this text in every place that has one. */
export function viewOf(text: string): View {
  const member = memberId.of('ada');
  return {
    tone: 'news',
    title: text,
    blocks: [
      { kind: 'text', line: text },
      { kind: 'text', line: [text, { kind: 'strong', text }, { kind: 'code', text }] },
      { kind: 'list', items: [text, 'an item'] },
      { kind: 'bars', total: 3, bars: [{ label: text, count: 1, isKey: true }] },
      { kind: 'table', rows: [{ rank: 1, member, value: text, isReader: true }] },
      { kind: 'file', name: 'hostile.txt', mime: 'text/plain', text },
    ],
    ask: {
      kind: 'picks',
      round: roundId.of('abcdefghijkl'),
      picks: 'several',
      options: [text, 'another'],
    },
    actions: [{ label: text, press: { kind: 'share streak' } }],
    footer: text,
  };
}
