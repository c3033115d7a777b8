import type { View } from '../../chat/view.ts';

/** A message as it stands now. */
export interface Message {
  readonly number: number;
  /** What named the post. */
  readonly key: string;
  /** Null for an old message of which only the key is still known. */
  readonly view: View | null;
  readonly edited: boolean;
}

/** A line of the transcript's file. */
export type Line =
  | ({ readonly kind: 'post' } & Message)
  | { readonly kind: 'edit'; readonly number: number; readonly view: View };

/** How many messages keep their content through a restart. */
const KEPT = 200;

/** @returns the messages by number, compacted, and how many lines told nothing but for a torn last one */
export function messagesIn(text: string): { messages: Map<number, Message>; unreadable: number } {
  const messages = new Map<number, Message>();
  let unreadable = 0;
  // What follows the last line break was cut off by a crash, before anybody was told that it is kept.
  for (const line of text.split('\n').slice(0, -1)) {
    const message = messageIn(line, messages);
    if (message) messages.set(message.number, message);
    else unreadable += 1;
  }
  return { messages: compacted(messages), unreadable };
}

function messageIn(text: string, messages: ReadonlyMap<number, Message>): Message | null {
  const line = lineIn(text);
  if (line?.kind === 'post') {
    const { number, key, view, edited } = line;
    return { number, key, view, edited };
  }
  const before = line && messages.get(line.number);
  return before ? { ...before, view: line.view, edited: true } : null;
}

function lineIn(text: string): Line | null {
  try {
    const line: Partial<Line> | null = JSON.parse(text);
    const isLine =
      (line?.kind === 'post' || line?.kind === 'edit') && Number.isInteger(line.number);
    return isLine && isView(line.view ?? null) ? (line as Line) : null;
  } catch {
    return null;
  }
}

/** Enough to draw it without a fault. */
function isView(view: Partial<View> | null): boolean {
  if (view === null) return true;
  return (
    typeof view.title === 'string' && Array.isArray(view.blocks) && Array.isArray(view.actions)
  );
}

/** Old messages give up their content; no key is forgotten. */
function compacted(messages: ReadonlyMap<number, Message>): Map<number, Message> {
  const all = [...messages.values()];
  const kept = all.map((message, at) =>
    at < all.length - KEPT ? { ...message, view: null } : message,
  );
  return new Map(kept.map((message) => [message.number, message]));
}

export function lineOf(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}
