import type { Card } from '../../core/card.ts';
import { topicId } from '../../core/ids.ts';

/** What of a card its tags tell. */
export interface Tagged {
  readonly topic: string | null;
  readonly difficulty: number | undefined;
  readonly seed: string | undefined;
  readonly kind: string | undefined;
  /** Tags with another meaning. */
  readonly others: readonly string[];
}

const TAG = /^(topic|difficulty|kind|seed)::([\w-]+)$/;

/** So that who studies elsewhere can pick cards, and so that they come back with them. */
export function tagsOf({ topic, difficulty, kind, seed }: Card): string[] {
  const tags = [`topic::${topic}`, `difficulty::${difficulty}`, `kind::${kind}`];
  return seed === null ? tags : [...tags, `seed::${seed}`];
}

export function readTags(tags: readonly string[]): Tagged {
  const known = new Map<string, string>();
  const others: string[] = [];
  for (const tag of tags) {
    const [, name, value] = TAG.exec(tag) ?? [];
    if (name === undefined || value === undefined) others.push(tag);
    else known.set(name, value);
  }
  const difficulty = known.get('difficulty');
  return {
    topic: topicId.parse(known.get('topic') ?? ''),
    difficulty: difficulty === undefined ? undefined : Number(difficulty),
    seed: known.get('seed'),
    kind: known.get('kind'),
    others,
  };
}

/** What an author is told of tags that a deck has no place for. */
export function tagNotes(others: readonly string[]): string[] {
  return others.length > 0 ? [`its tags are left out: ${others.join(', ')}`] : [];
}
