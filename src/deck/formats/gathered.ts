import { deckId, topicId } from '../../core/ids.ts';
import { askedText } from '../alike.ts';
import { folded } from '../folding.ts';
import type { WrittenCard as CheckedCard } from '../kind.ts';
import { KINDS } from '../kinds.ts';
import { isRaw, type Reading } from '../reading.ts';
import {
  type Draft,
  type Found,
  type Imported,
  type ImportOptions,
  type Remark,
  remark,
  type WrittenCard,
} from './format.ts';
import { completed, completionNote } from './placeholders.ts';
import { idFor } from './text-ids.ts';
import { type Placed, topicsOf } from './topics.ts';

/** Where a card stands does not matter to whether it is one. */
const ANYWHERE = { deck: deckId.of('import'), topic: topicId.of('import'), topicTitle: 'Import' };
/** Until the card has one. */
const NO_ID = 'import';

/** The cards among what was found, with ids and placeholders, checked and sorted into topics; and the rest. */
export function gathered(found: readonly Found[], options: ImportOptions): Imported {
  const claim = claimBook();
  const placed: Placed[] = [];
  const bad: Remark[] = [];
  const notes: Remark[] = [];
  for (const entry of found) {
    if (entry.kind !== 'draft') {
      (entry.kind === 'refused' ? bad : notes).push(remark(entry.line, entry.item, entry.reason));
      continue;
    }
    const outcome = placedCard(entry, options.prefix, claim);
    if (typeof outcome === 'string') {
      bad.push(remark(entry.line, entry.item, outcome));
      continue;
    }
    placed.push({ draft: entry, card: outcome.card });
    notes.push(...outcome.notes.map((note) => remark(entry.line, outcome.id, note)));
  }
  const sorted = topicsOf(placed, options);
  return { topics: sorted.topics, bad, notes: [...notes, ...sorted.notes] };
}

interface Outcome {
  readonly id: string;
  readonly card: WrittenCard;
  readonly notes: readonly string[];
}

/** The draft as a card that passes the checker, or why it is none. */
function placedCard(draft: Draft, prefix: string, claim: Claim): Outcome | string {
  const { card, missing } = completed(draft.card);
  const reading = check({ ...card, id: card['id'] ?? NO_ID });
  if (reading.kind === 'faulty') return reading.problems.map(({ message }) => message).join('; ');
  const asked = askedText(reading.value);
  const own = card['id'] === undefined ? null : reading.value.id;
  const id = own ?? idFor(reading.value.prompt, asked, prefix);
  const taken = claim(id, asked, draft.line);
  if (taken !== null) return taken;
  const notes = [...draft.notes, completionNote(draft.card, missing), pictureNote(card)];
  return { id, card: { ...card, id }, notes: notes.filter((note) => note !== null) };
}

/** By the deck's own checker; a drawing is taken to be there. */
function check(card: WrittenCard): Reading<CheckedCard> {
  const kind = KINDS.find(({ name }) => name === card['kind']);
  if (kind) return kind.read(card, { ...ANYWHERE, images: new Set(pictureOf(card)) });
  const names = KINDS.map(({ name }) => name).join(', ');
  const message = `kind ${JSON.stringify(card['kind'])} is unknown; use one of ${names}`;
  return { kind: 'faulty', problems: [{ path: ['kind'], message }] };
}

function pictureOf({ picture }: WrittenCard): string[] {
  return isRaw(picture) && typeof picture['file'] === 'string' ? [picture['file']] : [];
}

function pictureNote(card: WrittenCard): string | null {
  const [file] = pictureOf(card);
  return file === undefined
    ? null
    : `the drawing ${file} has to be put into the folder of the deck`;
}

/** Why neither id nor question may be used again; null where both are free, and claimed from now on. */
type Claim = (id: string, asked: string, line: number | null) => string | null;

/** What ids and questions are used for within one import. */
function claimBook(): Claim {
  const lines = new Map<string, number | null>();
  const placeOf = (claim: string): string => {
    const line = lines.get(claim) ?? null;
    return line === null ? 'before' : `at line ${line}`;
  };
  return (id, asked, line) => {
    const question = `? ${folded(asked)}`;
    if (lines.has(question)) {
      return `asks the same as the card ${placeOf(question)}; ask from another side or remove one`;
    }
    if (lines.has(id)) return `id ${id} is taken by the card ${placeOf(id)}; choose another`;
    lines.set(question, line).set(id, line);
    return null;
  };
}
