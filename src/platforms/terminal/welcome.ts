import { type Line, textView, type View } from '../../chat/view.ts';

const code = (text: string) => ({ kind: 'code', text }) as const;

/** @param unreadable how many lines of the transcript are lost */
export function welcome(canAdvance: boolean, unreadable: number): View {
  const keys: readonly Line[] = [
    [code('B'), ' answers the open question; only you see how it went'],
    [code('/help'), ' lists the commands, and the Tab key completes them'],
    [code('/as bob'), ' makes you bob, as if another member sat here'],
    ...(canAdvance ? [[code('/tomorrow'), ' moves the clock to the next question']] : []),
    [code('/quit'), ' leaves; everything is kept'],
  ];
  const intro = 'A question a day about virtualization, in a channel of your own.';
  const view = textView('news', 'Welcome to Hypercall', intro);
  const loss = `Left out, as they cannot be read: ${unreadable} lines of the earlier channel.`;
  return {
    ...view,
    blocks: [...view.blocks, { kind: 'list', items: keys }],
    footer: unreadable > 0 ? loss : null,
  };
}
