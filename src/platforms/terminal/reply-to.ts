import type { ReplyAddress } from '../../chat/intent.ts';
import { type MemberId, memberId } from '../../core/ids.ts';

/** An event of one run of the terminal: `t-<start>-<counter>`. */
export interface Heard {
  readonly event: string;
  readonly member: MemberId;
}

export function replyAddress({ event, member }: Heard): ReplyAddress {
  return `${event}:${member}` as ReplyAddress;
}

/** Null for text that {@link replyAddress} never makes. */
export function heardAt(address: ReplyAddress): Heard | null {
  const [, event, name = ''] = /^(t-[0-9a-z]+-[0-9]+):(.+)$/.exec(address) ?? [];
  const member = memberId.parse(name);
  return event && member ? { event, member } : null;
}
