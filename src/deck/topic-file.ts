import { basename } from 'node:path';
import { z } from 'zod';
import { type CardId, cardId, topicId } from '../core/ids.ts';
import { type Fault, quoted } from './fault.ts';
import { type Place, sharedProblems, type WrittenCard } from './kind.ts';
import { KINDS } from './kinds.ts';
import { TEXT_LIMITS } from './limits.ts';
import { isRaw, type Problem, type Raw, type Reading, readBy, unknownWord } from './reading.ts';
import { slug, text } from './texts.ts';
import type { Tree } from './yaml-tree.ts';

/** A use of a card id, now or formerly. */
export interface Claim {
  readonly id: CardId;
  readonly formerly: boolean;
  readonly file: string;
  readonly line: number;
  readonly card: CardId;
}

/** A card without fault, and the lines at which it stands: numbers, so that the file's tree can be let go. */
export interface PlacedCard {
  readonly card: WrittenCard;
  readonly file: string;
  readonly promptLine: number;
  readonly pictureLine: number;
}

/** What a topic's file gives: the cards without fault, and the faults of the others. */
export interface TopicReading {
  readonly cards: readonly PlacedCard[];
  readonly claims: readonly Claim[];
  readonly faults: readonly Fault[];
}

/** The schema of a topic's file around its cards. */
export function topicSchema<Cards extends z.ZodType>(cards: Cards) {
  return z.strictObject({
    topic: slug(topicId, 'the name of this file without .yaml'),
    title: text(TEXT_LIMITS.title, 'the name that members see'),
    cards: z.array(cards).min(1).describe('the cards of the topic, at least one'),
  });
}

const frame = topicSchema(z.unknown());

export function readTopic(
  tree: Tree,
  { deck, images }: Pick<Place, 'deck' | 'images'>,
): TopicReading {
  const reading = readBy(frame, tree.value);
  const problems = reading.kind === 'faulty' ? reading.problems : [];
  const faults = [...problems, ...nameProblems(tree)].map((problem) => faultIn(tree, problem));
  const raw = isRaw(tree.value) ? tree.value : {};
  const entries: readonly unknown[] = Array.isArray(raw['cards']) ? raw['cards'] : [];
  const place = {
    deck,
    topic: topicId.parse(fileTopic(tree)) ?? topicId.of('unnamed'),
    topicTitle: reading.kind === 'read' ? reading.value.title : '',
    images,
  };
  const cards = entries.flatMap((entry, index): PlacedCard[] => {
    const card = readCard(entry, place);
    if (card.kind === 'read') return [placed(tree, card.value, index)];
    faults.push(...card.problems.map((problem) => faultIn(tree, problem, index, idOf(entry))));
    return [];
  });
  const claims = entries.flatMap((entry, index) => claimsOf(tree, entry, index));
  return { cards, claims, faults };
}

function placed(tree: Tree, card: WrittenCard, index: number): PlacedCard {
  const lineOf = (key: string): number => tree.lineOf(['cards', index, key]);
  return {
    card,
    file: tree.file,
    promptLine: lineOf('prompt'),
    pictureLine: lineOf('picture'),
  };
}

function fileTopic(tree: Tree): string {
  return basename(tree.file, '.yaml');
}

function nameProblems(tree: Tree): Problem[] {
  const topic = isRaw(tree.value) ? tree.value['topic'] : undefined;
  if (typeof topic !== 'string' || topicId.parse(topic) === null || topic === fileTopic(tree))
    return [];
  const message = `topic ${topic} is not the name of the file; rename one of the two`;
  return [{ path: ['topic'], message }];
}

function readCard(entry: unknown, place: Place): Reading<WrittenCard> {
  if (!isRaw(entry)) {
    return {
      kind: 'faulty',
      problems: [{ path: [], message: 'a card must be a mapping that begins with id' }],
    };
  }
  const kind = KINDS.find(({ name }) => name === entry['kind']);
  if (kind) return kind.read(entry, place);
  return { kind: 'faulty', problems: [kindProblem(entry['kind']), ...sharedProblems(entry)] };
}

function kindProblem(written: unknown): Problem {
  const names = KINDS.map(({ name }) => name);
  const all = names.join(', ');
  if (typeof written !== 'string') {
    return { path: ['kind'], message: `kind is missing: one of ${all}` };
  }
  const message = unknownWord(`kind ${quoted(written)}`, written, names);
  return {
    path: ['kind'],
    message: message.endsWith('?') ? `${message} The kinds are ${all}` : message,
  };
}

function faultIn(tree: Tree, problem: Problem, index?: number, card: CardId | null = null): Fault {
  const path = index === undefined ? problem.path : ['cards', index, ...problem.path];
  return { file: tree.file, line: tree.lineOf(path), card, message: problem.message };
}

function idOf(entry: unknown): CardId | null {
  const id = isRaw(entry) ? entry['id'] : null;
  return typeof id === 'string' ? cardId.parse(id) : null;
}

function claimsOf(tree: Tree, entry: unknown, index: number): Claim[] {
  const card = idOf(entry);
  if (card === null) return [];
  const claim = (id: CardId, formerly: boolean, ...path: PropertyKey[]): Claim => ({
    id,
    formerly,
    file: tree.file,
    line: tree.lineOf(['cards', index, ...path]),
    card,
  });
  return [
    claim(card, false, 'id'),
    ...formerIds(entry as Raw).map(([id, at]) => claim(id, true, 'formerly', at)),
  ];
}

function formerIds({ formerly }: Raw): [CardId, number][] {
  if (!Array.isArray(formerly)) return [];
  return formerly.flatMap((written, at): [CardId, number][] => {
    const id = typeof written === 'string' ? cardId.parse(written) : null;
    return id === null ? [] : [[id, at]];
  });
}
