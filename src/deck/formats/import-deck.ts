import { topicId } from '../../core/ids.ts';
import { TEXT_LIMITS } from '../limits.ts';
import { fromAnkiText } from './anki/anki-text-import.ts';
import { fromApkg } from './anki/apkg-import.ts';
import { fromCsv } from './csv.ts';
import { decoded, TOO_LARGE } from './decoded-text.ts';
import { type Format, type Found, type Imported, type ImportOptions, refused } from './format.ts';
import { gathered } from './gathered.ts';
import { fromGift } from './gift/gift-import.ts';
import { IMPORT_LIMITS } from './import-limits.ts';
import { fromQuizlet } from './quizlet.ts';

const NOTHING = [
  refused(
    null,
    'the file',
    'nothing stands in it that could be a card; check that it is the right file',
  ),
];

/**
 * The cards of a file of another program, as topics that pass the deck's checker, and a remark on all that is no card
 * or not yet a whole one. What is missing reads {@link TO_BE_WRITTEN}. Ids are made from what the cards ask, so that
 * they are the same at each import. Never throws for what is in the file; the limits are {@link IMPORT_LIMITS}.
 */
export async function importDeck(
  format: Format,
  source: string | Uint8Array,
  options: ImportOptions,
): Promise<Imported> {
  const found = badOptions(options) ?? (await foundIn(format, source));
  return gathered(found.length > 0 ? found : NOTHING, options);
}

function badOptions({ topic, title }: ImportOptions): Found[] | null {
  if (topicId.parse(topic) === null) {
    const reason = 'the topic must be lower-case words joined by hyphens, at most 64 characters';
    return [refused(null, 'the topic', reason)];
  }
  if (title.trim() !== '' && title.length <= TEXT_LIMITS.title) return null;
  const reason = `the title must have 1 to ${TEXT_LIMITS.title} characters`;
  return [refused(null, 'the title', reason)];
}

async function foundIn(format: Format, source: string | Uint8Array): Promise<readonly Found[]> {
  if (source.length > IMPORT_LIMITS.bytes) return [refused(null, 'the file', TOO_LARGE)];
  if (format === 'apkg') {
    return fromApkg(typeof source === 'string' ? new TextEncoder().encode(source) : source);
  }
  const reading = decoded(source);
  return reading.kind === 'text'
    ? READERS[format](reading.text)
    : [refused(null, 'the file', reading.reason)];
}

type Reader = (text: string) => readonly Found[] | Promise<readonly Found[]>;

const READERS: Readonly<Record<Exclude<Format, 'apkg'>, Reader>> = {
  'anki-text': fromAnkiText,
  csv: fromCsv,
  gift: fromGift,
  quizlet: fromQuizlet,
};
