import { stringify } from 'yaml';
import type { CardKind } from '../../core/card.ts';
import { KINDS } from '../kinds.ts';
import { OWN_KEYS, PROMPTS } from './template-cards.ts';

const FIRST_LINES = `# One card after the other, each with an id of its own in the whole deck that is never used again.
# Plain text, no Markdown. Check with: npm run deck -- check
`;

/** A topic's file with a template of each kind, or of the kinds that are named; it passes the checker as it is. */
export function newTopicYaml(
  slug: string,
  title: string,
  kinds: readonly CardKind[] = KINDS.map(({ name }) => name),
): string {
  const cards = kinds.map((kind) =>
    newCardYaml(kind, `${slug.slice(0, 48).replace(/-$/, '')}-${kind}`),
  );
  return `${FIRST_LINES}topic: ${slug}  # the name of this file\n${stringify({ title })}cards:\n${cards.join('')}`;
}

/** A template of the kind, as an entry under `cards:`. The prompt names the id, since no two cards may ask the same. */
export function newCardYaml(kind: CardKind, id = `new-${kind}`): string {
  return `  - id: ${id}
    difficulty: 2  # 1 recall, 2 understand, 3 apply
    kind: ${kind}
    prompt: >-
      ${PROMPTS[kind]} (${id})${OWN_KEYS[kind].trimEnd()}
    explanation: >-
      Why the key is right, in two to four sentences. Options are shuffled: do not name them by letter.
    source: Where it is written, in short
    # hint: helps without giving the answer
`;
}
