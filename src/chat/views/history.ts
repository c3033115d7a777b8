import type { Instant } from '../../core/day.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Zone } from '../../core/schedule.ts';
import type { Texts } from '../texts/index.ts';
import { type Inline, type Line, textView, type View } from '../view.ts';

interface Deed {
  readonly at: Instant;
  /** Null where the bot did it by itself. */
  readonly by: MemberId | null;
  /** True where the one who did it was erased since. */
  readonly erased?: true;
  readonly deed: string;
}

/** `/daily history`: the latest first. */
export function historyView(deeds: readonly Deed[], zone: Zone, texts: Texts): View {
  const { audit } = texts;
  if (deeds.length === 0) return textView('news', audit.title, audit.nothing);
  const items = deeds.map(({ at, by, erased, deed }): Line => {
    const nobody = erased ? audit.former : audit.itself;
    const who: Inline = by === null ? nobody : { kind: 'member', member: by };
    return [{ kind: 'moment', at, zone }, ' · ', who, ' · ', deed];
  });
  return { ...textView('news', audit.title), blocks: [{ kind: 'list', items }] };
}
