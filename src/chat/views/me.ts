import type { Instant } from '../../core/day.ts';
import type { Texts } from '../texts/index.ts';
import { textView, type View } from '../view.ts';

/** How much is kept about a member. */
export interface KeptCounts {
  readonly answers: number;
  readonly streaks: number;
  readonly rows: number;
}

const keptLine = ({ answers, streaks, rows }: KeptCounts, { me }: Texts): string =>
  me.kept(answers, streaks, rows);

/** `/me export`: how much there is, and all of it as a file. */
export function exportView(
  counts: KeptCounts,
  file: { readonly name: string; readonly text: string },
  texts: Texts,
): View {
  const view = textView('news', texts.me.exportTitle, keptLine(counts, texts));
  const block = { kind: 'file', mime: 'application/json', ...file } as const;
  return { ...view, blocks: [...view.blocks, block], footer: texts.me.exportNote };
}

/** Where there is nothing to export or to erase. */
export function nothingKeptView({ me }: Texts): View {
  return textView('news', me.nothingKept, me.nothingKeptNote);
}

/** `/me erase`: what goes and what stays, before anything does. */
export function eraseView(
  counts: KeptCounts,
  shownAt: Instant,
  minutes: number,
  texts: Texts,
): View {
  const { me } = texts;
  const view = textView(
    'news',
    me.eraseTitle,
    keptLine(counts, texts),
    me.eraseStays,
    me.eraseIsFinal,
  );
  const action = { label: me.eraseButton, press: { kind: 'erase me', shownAt } } as const;
  return { ...view, actions: [action], footer: me.eraseUntil(minutes) };
}

/** Behind its button. */
export function erasedView({ me }: Texts): View {
  return textView('news', me.erased, me.erasedNote);
}
