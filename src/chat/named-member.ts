import { type MemberId, memberId } from '../core/ids.ts';

/** Whom a written mention names: `<@U123|ada>`, `<@123>`, `@ada` or `ada`; null where it names nobody. */
export function namedMember(text: string): MemberId | null {
  return memberId.parse(text.replace(/^<@!?([^|>]*)(?:\|[^>]*)?>$/, '$1').replace(/^@/, ''));
}
