import { type APIMessage, type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import { readInert } from './text.ts';

type Node = APIMessageTopLevelComponent | { readonly type: number };

/** The lettered and numbered lines of a question, read back from the message as it stands. */
export function itemsIn({
  components,
}: Pick<APIMessage, 'components'>): ReadonlyMap<string, string> {
  const items = new Map<string, string>();
  for (const node of nodesIn(components ?? [])) {
    if (node.type !== ComponentType.TextDisplay || !('content' in node)) continue;
    for (const [, mark = '', text = ''] of String(node.content).matchAll(ITEM)) {
      items.set(mark, readInert(text));
    }
  }
  return items;
}

/** Stars in a card's own text are escaped, so that only our letters look like this. */
const ITEM = /^\*\*([A-Z]|\d)\*\* · (.*)$/gm;

/** Whether a control with this id stands in the message. */
export function hasControl({ components }: Pick<APIMessage, 'components'>, id: string): boolean {
  return nodesIn(components ?? []).some((node) => 'custom_id' in node && node.custom_id === id);
}

function nodesIn(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) =>
    'components' in node ? [node, ...nodesIn(node.components as readonly Node[])] : [node],
  );
}
