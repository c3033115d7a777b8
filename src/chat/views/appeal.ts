import type { Card } from '../../core/card.ts';
import type { Claim, Standing } from '../../core/ruling.ts';
import { RULINGS } from '../appeal-press.ts';
import type { Texts } from '../texts/index.ts';
import { type Action, type Block, textView, type View } from '../view.ts';
import { keyInWords } from './response.ts';

/** An appeal as it is shown. */
interface Shown extends Pick<Claim, 'place' | 'words'> {
  readonly number: number;
}

/** Card, answer and key: what an organiser needs to decide. */
function caseLines(card: Card | null, { place, words }: Shown, texts: Texts): string[] {
  const { ruling } = texts;
  if (card === null) return [ruling.cardGone, ruling.answer(words)];
  const answer = card.kind === 'gap' ? ruling.gap(place + 1, words) : ruling.answer(words);
  return [card.prompt, answer, ruling.key(keyInWords(card, texts))];
}

const textBlocks = (lines: readonly string[]): Block[] =>
  lines.map((line) => ({ kind: 'text', line }));

/** What stands beside the oldest appeal. */
export interface Others {
  /** More open ones that the reader may see, and those that they may not see yet. */
  readonly more: number;
  readonly unseen: number;
  /** The latest first. */
  readonly decided: readonly (Shown & {
    readonly card: string;
    /** False where its words would be a hint to the reader. */
    readonly isShown: boolean;
    /** Null: it was rejected. */
    readonly standing: Standing | null;
  })[];
}

/** `/deck rulings`: buttons decide the oldest, so that each press is about one. */
export function rulingsView(
  oldest: { readonly appeal: Shown; readonly card: Card | null } | null,
  { more, unseen, decided }: Others,
  texts: Texts,
): View {
  const { ruling } = texts;
  const lines =
    oldest === null ? [ruling.howTheyCome] : caseLines(oldest.card, oldest.appeal, texts);
  if (more > 0) lines.push(ruling.more(more));
  if (unseen > 0) lines.push(ruling.unseen(unseen));
  const items = decided.map(({ number, words, card, isShown, standing }) =>
    isShown ? ruling.line(number, words, card, standing) : ruling.hiddenLine(number, card),
  );
  const past: Block[] =
    items.length === 0 ? [] : [...textBlocks([ruling.decided]), { kind: 'list', items }];
  const title = oldest === null ? ruling.none : ruling.title(oldest.appeal.number);
  return {
    ...textView('news', title),
    blocks: [...textBlocks(lines), ...past],
    actions: oldest === null ? [] : decisionsOn(oldest.appeal.number, texts),
  };
}

function decisionsOn(appeal: number, { ruling }: Texts): Action[] {
  return RULINGS.map((as) => ({ label: ruling[as], press: { kind: 'rule', appeal, as } }));
}

/**
 * The word to an organiser. Its reader may take part too: key and answer of a question that they can still answer are
 * not in it. No buttons: outside a channel a network does not tell who may manage it.
 */
export function appealNotice(
  question: number | null,
  card: Card,
  appeal: Shown,
  mayKnow: boolean,
  texts: Texts,
): View {
  const { ruling } = texts;
  const lines = mayKnow ? caseLines(card, appeal, texts) : [ruling.hidden];
  const title = question === null ? ruling.noticeOfCard(card.id) : ruling.noticeTitle(question);
  return textView('news', title, ...lines, ruling.decideIn(appeal.number));
}

/** The word to a member whose answer was decided on. @param inDaily false where it gave no points and no streak */
export function ruledNotice(
  card: Card | null,
  words: string,
  isAccepted: boolean,
  inDaily: boolean,
  { appeal }: Texts,
): View {
  const about = card === null ? [] : [appeal.question(card.prompt)];
  if (!isAccepted) {
    return textView('news', appeal.toldRejectedTitle, ...about, appeal.rejected([words]));
  }
  const inWords = inDaily ? appeal.accepted : appeal.acceptedInStudy;
  return textView('right', appeal.acceptedTitle, ...about, inWords([words]));
}
