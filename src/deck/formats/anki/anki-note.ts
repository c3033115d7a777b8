import { quoted } from '../../fault.ts';
import { cardOfRow, faultOfRow, topicOfRow } from '../card-of-row.ts';
import { type Column, columnNamed, type Row } from '../columns.ts';
import { filled } from '../filled.ts';
import { type Found, refused, type TopicName, type WrittenCard } from '../format.ts';
import { type HtmlText, htmlText, mediaNotes } from '../html-text.ts';
import { IMPORT_LIMITS, ITEM_TOO_LONG } from '../import-limits.ts';
import { readTags, tagNotes } from '../tags.ts';
import { clozeCard, isClozed } from './anki-cloze.ts';

/** A note as Anki keeps or exports it. */
export interface AnkiNote {
  readonly line: number | null;
  /** In the order of the note type. */
  readonly fields: readonly (readonly [name: string, content: string])[];
  readonly isHtml: boolean;
  /** `Operating systems::Memory`; null where the file does not say. */
  readonly deck: string | null;
  readonly tags: readonly string[];
}

/** A field as plain text. */
interface NoteField extends HtmlText {
  readonly name: string;
}

/** The names under which note types keep what cards have; the first two fields serve where none fits. */
const ROLES = {
  prompt: /^(?:front|question|prompt|term|text)$/i,
  answer: /^(?:back|answer|definition)$/i,
  explanation: /^(?:explanation|extra|back extra)$/i,
  source: /^(?:source|reference)$/i,
  hint: /^hint$/i,
} as const;

/** A note of our own type becomes the card that it was, one with gaps a gap card, any other a flash card. */
export function draftOfNote(note: AnkiNote): Found {
  const { line } = note;
  const fields = note.fields.map(([name, content]) => fieldAs(name, content, note.isHtml));
  const item = quoted(fields.find(({ text }) => text !== '')?.text.slice(0, 100) ?? '');
  if (note.fields.some(([, content]) => content.length > IMPORT_LIMITS.item)) {
    return refused(line, item, ITEM_TOO_LONG);
  }
  const row = rowOf(fields);
  const fault = row ? faultOfRow(row) : null;
  if (fault !== null) return refused(line, item, fault);
  const { topic, difficulty, seed, others } = readTags(note.tags);
  const { card, notes } = row ? ownCard(row, fields) : foreignCard(fields);
  return {
    kind: 'draft',
    line,
    item,
    card: filled({ difficulty, seed, ...card }),
    topic: (row && topicOfRow(row)) ?? topicOfDeck(note.deck, topic),
    notes: [...notes, ...tagNotes(others)],
  };
}

function fieldAs(name: string, content: string, isHtml: boolean): NoteField {
  if (content.length > IMPORT_LIMITS.item) return { name, text: content, media: [] };
  return { name, ...(isHtml ? htmlText(content) : { text: content.trim(), media: [] }) };
}

/** The cells of a note of our own type; null for other notes. */
function rowOf(fields: readonly NoteField[]): Row | null {
  const row: Partial<Record<Column, string>> = {};
  for (const { name, text } of fields) {
    const column = columnNamed(name);
    if (column !== null && text !== '') row[column] = text;
  }
  return row.kind && row.prompt && fields.some(({ name }) => name === 'Front') ? row : null;
}

interface Read {
  readonly card: WrittenCard;
  readonly notes: readonly string[];
}

function ownCard(row: Row, fields: readonly NoteField[]): Read {
  const sides = fields.filter(({ name }) => name === 'Front' || name === 'Back');
  const shown = squeezed(sides.map(({ text }) => text).join(' '));
  const texts = [row.prompt, row.A, row.B, row.C, row.D, row.answer, row.explanation];
  const differs = texts.some((text) => text !== undefined && !shown.includes(squeezed(text)));
  const note = 'Front and Back differ from the fields below them; the fields are taken';
  return { card: cardOfRow(row), notes: differs ? [note] : [] };
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

function foreignCard(fields: readonly NoteField[]): Read {
  const said = fields.filter(({ text, media }) => text !== '' || media.length > 0);
  const taken = rolesOf(said);
  const left = said.filter((field) => ![...taken.values()].includes(field) && field.text !== '');
  const media = said.flatMap((field) => field.media);
  const textOf = (role: string): string | undefined => taken.get(role)?.text;
  const [prompt = '', answer] = [textOf('prompt'), textOf('answer')];
  const card = {
    ...(isClozed(prompt) ? clozeCard(prompt, answer) : { kind: 'flash', prompt, answer }),
    ...filled({ explanation: textOf('explanation'), source: textOf('source') }),
    ...filled({ hint: textOf('hint') }),
  };
  return { card, notes: [...mediaNotes([...new Set(media)]), ...leftNotes(left)] };
}

function leftNotes(left: readonly NoteField[]): string[] {
  return left.length === 0
    ? []
    : [`fields are left out: ${left.map(({ name }) => name).join(', ')}`];
}

/** By the names of the fields; prompt and answer, where no name fits, by their places. */
function rolesOf(fields: readonly NoteField[]): Map<string, NoteField> {
  const taken = new Map<string, NoteField>();
  for (const [role, name] of Object.entries(ROLES)) {
    const field = fields.find((candidate) => name.test(candidate.name));
    if (field) taken.set(role, field);
  }
  for (const role of ['prompt', 'answer']) {
    const spare = fields.find((field) => ![...taken.values()].includes(field));
    if (!taken.has(role) && spare) taken.set(role, spare);
  }
  return taken;
}

function topicOfDeck(deck: string | null, topic: string | null): TopicName | null {
  const title = deck?.split('::').at(-1)?.trim();
  const named = title && title !== 'Default' ? title : null;
  return topic === null && named === null ? null : { topic, title: named };
}
