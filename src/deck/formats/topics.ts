import { topicId } from '../../core/ids.ts';
import { FILE_LIMITS, TEXT_LIMITS } from '../limits.ts';
import type {
  Draft,
  ImportOptions,
  Remark,
  TopicName,
  WrittenCard,
  WrittenTopic,
} from './format.ts';
import { slugOf } from './text-ids.ts';

const LONGEST_TOPIC = 56;
/** Room for what stands around the cards of a file, and for a safe distance from the limits. */
const NODES = FILE_LIMITS.nodes * 0.8;
const BYTES = FILE_LIMITS.bytes * 0.5;

/** A draft that became a card. */
export interface Placed {
  readonly draft: Draft;
  readonly card: WrittenCard;
}

interface Named {
  readonly topic: string;
  readonly title: string;
}

/** The cards by topic, in the order of the file; a topic too large for one file goes on in `<topic>-2`. */
export function topicsOf(
  placed: readonly Placed[],
  options: ImportOptions,
): { topics: WrittenTopic[]; notes: Remark[] } {
  const topics = new Map<string, Named & { cards: WrittenCard[] }>();
  const notes: Remark[] = [];
  for (const { draft, card } of placed) {
    const named = nameOf(draft.topic, options);
    const known = topics.get(named.topic);
    const topic = known ?? { ...named, title: shortened(named.title), cards: [] };
    topic.cards.push(card);
    if (known) continue;
    topics.set(topic.topic, topic);
    if (topic.title !== named.title) {
      notes.push({
        line: draft.line,
        item: topic.topic,
        reason: `the title is cut to ${topic.title}`,
      });
    }
  }
  return { topics: [...topics.values()].flatMap(inFiles), notes };
}

function nameOf(name: TopicName | null, { topic, title }: ImportOptions): Named {
  const written = topicId.parse(name?.topic ?? '');
  const made = slugOf(name?.title ?? '', LONGEST_TOPIC);
  const slug = written ?? (made || topic);
  const words = name?.title?.replace(/\p{Cc}+/gu, ' ').trim();
  return { topic: slug, title: words || (slug === topic ? title : slug) };
}

function shortened(title: string): string {
  if (title.length <= TEXT_LIMITS.title) return title;
  const cut = title.slice(0, TEXT_LIMITS.title - 1).replace(/\p{Cs}$/u, '');
  return `${cut.trimEnd()}…`;
}

function inFiles({ topic, title, cards }: WrittenTopic): WrittenTopic[] {
  return portionsOf(cards).map((portion, at) => {
    if (at === 0) return { topic, title, cards: portion };
    const number = ` (${at + 1})`;
    const short = title.slice(0, TEXT_LIMITS.title - number.length).trimEnd();
    return { topic: `${topic}-${at + 1}`, title: short + number, cards: portion };
  });
}

function portionsOf(cards: readonly WrittenCard[]): WrittenCard[][] {
  const portions: WrittenCard[][] = [];
  let [nodes, bytes] = [0, 0];
  for (const card of cards) {
    const size = sizeOf(card);
    nodes += size.nodes;
    bytes += size.bytes;
    const open = portions.at(-1);
    if (open && nodes <= NODES && bytes <= BYTES) {
      open.push(card);
      continue;
    }
    portions.push([card]);
    ({ nodes, bytes } = size);
  }
  return portions;
}

function sizeOf(card: WrittenCard): { nodes: number; bytes: number } {
  return { nodes: nodesIn(card), bytes: Buffer.byteLength(JSON.stringify(card)) };
}

/** As the reader of the file will count: keys, values, lists and mappings. */
function nodesIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + nodesIn(item), 1);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + 1 + nodesIn(inner), 1);
}
