import type { Action, Ask, SeenBy, View } from '../../chat/view.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Look } from './inline.ts';
import { renderAside, renderMessage } from './render.ts';
import type { Screen } from './screen.ts';

/** What is shown, to whom the keyboard belongs just now, and which buttons they can press. */
export interface Stage {
  member(): MemberId;
  become(member: MemberId): void;
  /** The buttons shown last, `#1` first. */
  actions(): readonly Action[];
  /** The question that was put to the member alone and waits for an answer; null for none. */
  ask(): Ask | null;
  /** It is answered, and the channel's question is meant again. */
  answered(): void;
  /** What the whole channel sees. */
  message(view: View): void;
  /** What came for one member. @param remark stands beside it */
  reply(to: MemberId, view: View, seenBy: SeenBy, remark?: string): void;
  /** What the terminal itself says. */
  notice(view: View): void;
}

export function stageOn(screen: Screen, look: () => Look, self: MemberId): Stage {
  let member = self;
  let actions: readonly Action[] = [];
  let areForMember = false;
  let ask: Ask | null = null;

  function offer(view: View, isPrivate: boolean): void {
    if (view.actions.length === 0) return;
    actions = view.actions;
    areForMember = isPrivate;
  }
  function message(view: View): void {
    offer(view, false);
    ask = null;
    screen.print(renderMessage(view, look()));
  }
  return {
    member: () => member,
    actions: () => actions,
    ask: () => ask,
    answered() {
      ask = null;
    },
    message,
    become(next) {
      if (areForMember && next !== member) actions = [];
      if (next !== member) ask = null;
      member = next;
    },
    reply(to, view, seenBy, remark) {
      if (seenBy === 'channel') return message(view);
      if (to === member) offer(view, true);
      if (to === member && view.ask) ask = view.ask;
      const mark = to === member ? 'only you see this' : `seen by ${to} only`;
      screen.print(renderAside(view, remark ? `${mark} · ${remark}` : mark, look()));
    },
    notice: (view) => screen.print(renderAside(view, null, look())),
  };
}
