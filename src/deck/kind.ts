import { z } from 'zod';
import type { Card, CardKind, TrueFalseCard } from '../core/card.ts';
import { cardId } from '../core/ids.ts';
import { TEXT_LIMITS } from './limits.ts';
import { picture, pictureProblems } from './picture.ts';
import { type Problem, type Raw, type Reading, readBy } from './reading.ts';
import { revisionOf } from './revision.ts';
import { slug, text } from './texts.ts';

/** What the cards of all kinds have. */
type Shared = Omit<TrueFalseCard, 'kind' | 'key' | 'correction'>;

/** A card as its file says it; the terms around it come from the whole deck. */
export type WrittenCard = Card extends infer Of
  ? Of extends Card
    ? Omit<Of, 'terms'>
    : never
  : never;

/** What a kind adds to it. */
type Own<Of extends WrittenCard = WrittenCard> = Of extends WrittenCard
  ? Omit<Of, keyof Shared>
  : never;

/** Where a card stands in its deck. */
export interface Place extends Pick<Shared, 'deck' | 'topic' | 'topicTitle'> {
  /** The drawings that there are, below the deck's folder. */
  readonly images: ReadonlySet<string>;
}

/** The rules of one kind, in its own file. */
interface Rules<Shape extends z.ZodRawShape> {
  readonly name: CardKind;
  /** The keys that this kind adds to {@link SHARED}. */
  readonly shape: Shape;
  /** What must hold between keys; called with whatever was written, so that no fault hides another. */
  check(raw: Raw): Problem[];
  /** The card's own part, from keys that passed. */
  own(fields: z.output<z.ZodObject<Shape>>): Own;
}

/** One kind of card: what authors write and how a card is made of it. */
export interface Kind {
  readonly name: CardKind;
  readonly schema: z.ZodObject<z.ZodRawShape>;
  read(raw: Raw, place: Place): Reading<WrittenCard>;
}

/** The keys of every card, in the order in which authors write them. */
const SHARED = {
  id: slug(cardId, 'a name of its own in the whole deck'),
  formerly: z.array(slug(cardId, 'an earlier id')).optional().describe('earlier ids of this card'),
  seed: z
    .string()
    .regex(/^S(?:0[1-9]|1[0-9]|2[0-2])$/)
    .optional()
    .describe('S01 to S22'),
  exercise: z
    .string()
    .regex(/^W(?:[1-9]|1[0-6])$/)
    .optional()
    .describe('W1 to W16'),
  difficulty: z.literal([1, 2, 3]).describe('1 recall, 2 understand, 3 apply'),
  prompt: text(TEXT_LIMITS.prompt, 'the question, plain text'),
  explanation: text(TEXT_LIMITS.explanation, 'why the key is right, in two to four sentences'),
  source: text(TEXT_LIMITS.source, 'a short reference'),
  hint: text(TEXT_LIMITS.hint, 'helps without giving the answer').optional(),
  picture,
};

const sharedSchema = z.object(SHARED);

/** What can be said of a card whose kind is unknown. */
export function sharedProblems(raw: Raw): readonly Problem[] {
  const reading = readBy(sharedSchema, raw);
  return reading.kind === 'faulty' ? reading.problems : [];
}

export function kindOf<Shape extends z.ZodRawShape>(rules: Rules<Shape>): Kind {
  const { id, formerly, seed, exercise, difficulty, prompt, ...rest } = SHARED;
  const first = { id, formerly, seed, exercise, difficulty, kind: z.literal(rules.name), prompt };
  const schema = z.strictObject({ ...first, ...rules.shape, ...rest });
  const read = (raw: Raw, place: Place): Reading<WrittenCard> => {
    const reading = readBy(schema, raw);
    const problems = [
      ...(reading.kind === 'faulty' ? reading.problems : []),
      ...rules.check(raw),
      ...pictureProblems(raw, place.images),
    ];
    if (reading.kind === 'faulty' || problems.length > 0) return { kind: 'faulty', problems };
    // Both halves of the strict schema hold; the compiler cannot see through their union.
    const shared = reading.value as z.output<typeof sharedSchema>;
    const own = reading.value as unknown as z.output<z.ZodObject<Shape>>;
    return { kind: 'read', value: cardOf(shared, rules.own(own), place) };
  };
  return { name: rules.name, schema, read };
}

function cardOf(fields: z.output<typeof sharedSchema>, own: Own, place: Place): WrittenCard {
  const { deck, topic, topicTitle } = place;
  const { difficulty, prompt, explanation, source, hint = null, seed = null } = fields;
  const { picture = null } = fields;
  const content = { difficulty, prompt, explanation, source, hint, picture, ...own };
  const formerly = (fields.formerly ?? []).map(cardId.of);
  return {
    id: cardId.of(fields.id),
    formerly,
    deck,
    topic,
    topicTitle,
    seed,
    revision: revisionOf(content),
    ...content,
  };
}
