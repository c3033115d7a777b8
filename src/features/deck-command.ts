import { RULINGS } from '../chat/appeal-press.ts';
import type { CommandIntent } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import { type Others, rulingsView } from '../chat/views/appeal.ts';
import { type ReportedCard, reportsView } from '../chat/views/report.ts';
import { type Card, cardIn } from '../core/card.ts';
import type { CardId, DeckId } from '../core/ids.ts';
import type { ReportReason } from '../core/report.ts';
import { standingOf } from '../core/ruling.ts';
import type { Decks } from '../ports/decks.ts';
import type { CardReport } from '../ports/reports.ts';
import type { Appeal } from '../ports/rulings.ts';
import { withAppeals } from './appeal-notice.ts';
import { sightOf } from './appeal-sight.ts';
import { appealedIn } from './disputed.ts';
import type { Parts } from './parts.ts';
import { decideAppeal } from './ruling.ts';

type DeckCommand = 'deck list' | 'deck reports' | 'deck rulings';

/** How many reported cards and decided appeals are listed. */
const MOST_REPORTED = 15;
const MOST_DECIDED = 10;

const onlyMe = (view: View): Reply => ({ kind: 'view', view, seenBy: 'only me' });

/** Every `/deck …`, for organisers. */
export async function deckCommand(
  parts: Parts,
  intent: CommandIntent & { readonly command: DeckCommand },
): Promise<Reply> {
  const texts = textsFor(intent.locale);
  switch (intent.command) {
    case 'deck list':
      return onlyMe(await deckList(parts, intent, texts));
    case 'deck reports':
      return onlyMe(await reports(parts, intent, texts));
    case 'deck rulings':
      return rulings(parts, intent, texts);
  }
}

async function deckList(parts: Parts, { community }: CommandIntent, texts: Texts): Promise<View> {
  const reported = await parts.store.reports.all(community);
  const items = parts.decks.list().map(({ id, title, cards }) => {
    const topics = new Set(cards.map(({ topic }) => topic)).size;
    return texts.deck.deck(title, id, cards.length, topics);
  });
  const cards = new Set(reported.map(({ deck, card }) => `${deck} ${card}`)).size;
  const notes = cards > 0 ? [{ kind: 'text', line: texts.deck.reported(cards) } as const] : [];
  const view = textView('news', texts.deck.title);
  const shown: View = { ...view, blocks: [{ kind: 'list', items }, ...notes] };
  return withAppeals(parts, community, shown, texts);
}

async function reports(
  { store, decks }: Parts,
  { community }: CommandIntent,
  texts: Texts,
): Promise<View> {
  const cards = reportedCards(decks, await store.reports.all(community));
  return reportsView(cards.slice(0, MOST_REPORTED), cards.length - MOST_REPORTED, texts);
}

/** The most reported first. */
function reportedCards(decks: Decks, all: readonly CardReport[]): ReportedCard[] {
  const counts = new Map<string, { deck: DeckId; card: CardId; reasons: ReportReason[] }>();
  for (const { deck, card, reason } of all) {
    const name = `${deck} ${card}`;
    const known = counts.get(name) ?? { deck, card, reasons: [] };
    counts.set(name, { ...known, reasons: [...known.reasons, reason] });
  }
  return [...counts]
    .sort(([a, one], [b, other]) => other.reasons.length - one.reasons.length || (a < b ? -1 : 1))
    .map(([, { deck, card, reasons }]) => ({
      deck,
      card,
      prompt: cardIn(decks.get(deck), card)?.prompt ?? null,
      reasons: countsOf(reasons),
    }));
}

function countsOf(reasons: readonly ReportReason[]): ReadonlyMap<ReportReason, number> {
  const counts = new Map<ReportReason, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}

async function rulings(parts: Parts, intent: CommandIntent, texts: Texts): Promise<Reply> {
  const { appeal, as: word } = intent.options;
  if (appeal === undefined && word === undefined) {
    return onlyMe(await rulingsNow(parts, intent, texts));
  }
  const as = RULINGS.find((known) => known === word);
  if (appeal === undefined || as === undefined) {
    return onlyMe(textView('refusal', texts.refusal.title, texts.ruling.incomplete));
  }
  return decideAppeal(parts, intent, appeal.trim().replace(/^#/, ''), as);
}

async function rulingsNow(parts: Parts, intent: CommandIntent, texts: Texts): Promise<View> {
  const { community, member } = intent;
  const [all, maySee] = await Promise.all([
    parts.store.rulings.all(community),
    sightOf(parts, community, member),
  ]);
  const cases = await casesOf(parts, intent, maySee);
  const shown = cases.filter(({ isShown }) => isShown);
  const others: Others = {
    more: Math.max(0, shown.length - 1),
    unseen: cases.length - shown.length,
    decided: all
      .filter(({ state }) => state !== 'open')
      .slice(-MOST_DECIDED)
      .reverse()
      .map((each) => ({ ...each, isShown: maySee(each), standing: standingIn(parts.decks, each) })),
  };
  const [oldest] = shown;
  return rulingsView(oldest ?? null, others, texts);
}

interface Case {
  readonly appeal: Appeal;
  readonly card: Card | null;
  /** False where its key would be a hint to the reader. */
  readonly isShown: boolean;
}

/** The open appeals with the card that each was made on first, which may be gone. */
async function casesOf(
  parts: Parts,
  { community }: CommandIntent,
  maySee: (appeal: Appeal) => boolean,
): Promise<Case[]> {
  const open = await parts.store.rulings.open(community);
  const cases = open.map(async (appeal): Promise<Case> => {
    const { card } = await appealedIn(parts, community, appeal);
    return { appeal, card, isShown: maySee(appeal) };
  });
  return Promise.all(cases);
}

function standingIn(decks: Decks, appeal: Appeal): Others['decided'][number]['standing'] {
  if (appeal.state !== 'accepted') return null;
  return standingOf(appeal, cardIn(decks.get(appeal.deck), appeal.card));
}
