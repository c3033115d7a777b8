import type { GIFTQuestion } from 'gift-pegjs';
import { cardId } from '../../../core/ids.ts';
import { quoted } from '../../fault.ts';
import { filled } from '../filled.ts';
import { type Found, refused, type TopicName, type WrittenCard } from '../format.ts';
import { mediaNotes } from '../html-text.ts';
import { IMPORT_LIMITS, ITEM_TOO_LONG, TOO_MANY_ITEMS } from '../import-limits.ts';
import { readTags, tagNotes } from '../tags.ts';
import { BLANK, withMark } from './gift-blanks.ts';
import { type GiftBlock, giftBlocks, isComment } from './gift-blocks.ts';
import { mediaOf, wordsOf } from './gift-feedback.ts';
import { type GiftParser, giftParser, readBlock } from './gift-parsing.ts';
import { turned } from './gift-question.ts';

/** Moodle's questions, parted by blank lines; a category names the topic of those that follow. */
export async function fromGift(text: string): Promise<Found[]> {
  const parse = await giftParser();
  const found: Found[] = [];
  let topic: TopicName | null = null;
  for (const block of giftBlocks(text)) {
    if (found.length >= IMPORT_LIMITS.items) {
      return [...found, refused(block.line, 'the file', TOO_MANY_ITEMS)];
    }
    if (block.text.startsWith('$CATEGORY:')) topic = topicOf(block.text);
    else found.push(foundIn(block, topic, parse));
  }
  return found;
}

/** The last part of `$course$/top/Operating systems`; a slash in a name is written twice. */
function topicOf(line: string): TopicName {
  const path = line.slice('$CATEGORY:'.length).trim();
  const parts = path.split(/(?<!\/)\/(?!\/)/);
  const title = parts.at(-1)?.replaceAll('//', '/').trim();
  return { topic: null, title: title || null };
}

function foundIn(block: GiftBlock, topic: TopicName | null, parse: GiftParser): Found {
  const { line, text } = block;
  const item = quoted(firstWords(text));
  if (text.length > IMPORT_LIMITS.item) return refused(line, item, ITEM_TOO_LONG);
  const reading = readBlock(text, parse);
  if (reading.kind === 'refused') return refused(line, item, reading.reason);
  const { question } = reading;
  const card = turned(question);
  if (typeof card === 'string') return refused(line, item, card);
  const { topic: tagged, difficulty, seed, kind, others } = readTags(question.tags ?? []);
  const media = question.type === 'Category' ? [] : mediaOf(question.stem);
  return {
    kind: 'draft',
    line,
    item,
    card: filled({
      id: idOf(question),
      difficulty,
      seed,
      prompt: promptOf(question, text),
      ...asSeveral(card.own, kind),
    }),
    topic: tagged === null ? topic : { title: null, ...topic, topic: tagged },
    notes: [...card.notes, ...mediaNotes(media), ...tagNotes(others)],
  };
}

/** With one right option it looks like a single card. */
function asSeveral(own: WrittenCard, kind: string | undefined): WrittenCard {
  if (kind !== 'several' || own['kind'] !== 'single') return own;
  return { ...own, kind, key: [own['key']] };
}

function idOf({ id }: GIFTQuestion): string | undefined {
  return cardId.parse(id ?? '') ?? undefined;
}

/** Where the answers stand within the sentence, there is a gap, or a line for who picks an option. */
function promptOf(question: GIFTQuestion, block: string): string {
  if (question.type === 'Category') return '';
  const { stem, hasEmbeddedAnswers, type } = question;
  if (!hasEmbeddedAnswers) return wordsOf(stem);
  return wordsOf({ ...stem, text: withMark(stem.text, block, type === 'Short' ? '{1}' : BLANK) });
}

function firstWords(block: string): string {
  return block.split('\n').find((line) => !isComment(line)) ?? '';
}
