import type { MemberId } from '../../core/ids.ts';
import type { Texts } from '../texts/index.ts';
import { type Line, type Tone, textView, type View } from '../view.ts';

/** Everybody who was appointed, A to Z. */
export function organisersView(appointed: readonly MemberId[], { organisers }: Texts): View {
  if (appointed.length === 0) {
    return textView('news', organisers.title, organisers.everybody, organisers.nobody);
  }
  const view = textView('news', organisers.title, organisers.everybody, organisers.alsoAppointed);
  const items = appointed.map((member): Line => [{ kind: 'member', member }]);
  return { ...view, blocks: [...view.blocks, { kind: 'list', items }] };
}

/** What became of one member; `says` goes on after their name. */
export function organiserView(tone: Tone, title: string, member: MemberId, says: string): View {
  return textView(tone, title, [{ kind: 'member', member }, says]);
}
