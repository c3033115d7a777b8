import { type Card, cardIn, type Deck, isChoice, optionsOf } from '../core/card.ts';
import type { CommunityId, MemberId } from '../core/ids.ts';
import { asksTheSame, type CardFigures, createCardTally, TRUTH } from '../core/quality.ts';
import type { ReportReason } from '../core/report.ts';
import type { Answer } from '../core/round.ts';
import type { LoggedRound } from '../ports/corrections.ts';
import type { Decks } from '../ports/decks.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { Appeal } from '../ports/rulings.ts';
import type { Store } from '../ports/store.ts';

/** What all communities together say of a card; nobody is named. */
export interface CardQuality {
  readonly card: Card;
  /** Answers to the card as it asks now. */
  readonly answers: number;
  /** Null where there are too few answers for figures. */
  readonly figures: CardFigures | null;
  readonly appeals: Readonly<Record<Appeal['state'], number>>;
  readonly reports: ReadonlyMap<ReportReason, number>;
}

type Reading = Pick<Store, 'books' | 'log' | 'rulings' | 'reports'>;

interface Gathered {
  readonly card: Card;
  readonly tally: ReturnType<typeof createCardTally>;
  readonly appeals: Record<Appeal['state'], number>;
  readonly reports: Map<ReportReason, number>;
}

/**
 * Every card of the decks, in their order. The log is read twice, a page at a time; of each answer only sums are kept.
 * Open and void questions count for nothing.
 */
export async function qualityOf(store: Reading, decks: Decks): Promise<readonly CardQuality[]> {
  const gathered = new Map<Card, Gathered>();
  for (const { cards } of decks.list()) {
    for (const card of cards) gathered.set(card, gatheredFor(card));
  }
  const find = (deck: Deck['id'], id: Card['id']): Gathered | undefined => {
    const card = cardIn(decks.get(deck), id);
    return card === null ? undefined : gathered.get(card);
  };
  for (const community of await store.books.communities()) {
    await gatherAnswers(store, community, ({ deck, id }) => find(deck, id));
    for (const { deck, card, state } of await store.rulings.all(community)) {
      const own = find(deck, card);
      if (own) own.appeals[state] += 1;
    }
    for (const { deck, card, reason } of await store.reports.all(community)) {
      const own = find(deck, card);
      own?.reports.set(reason, (own.reports.get(reason) ?? 0) + 1);
    }
  }
  return [...gathered.values()].map(({ tally, ...rest }) => {
    return { ...rest, answers: tally.answers, figures: tally.figures() };
  });
}

function gatheredFor(card: Card): Gathered {
  const appeals = { open: 0, accepted: 0, rejected: 0 };
  return { card, tally: createCardTally(card), appeals, reports: new Map() };
}

/** How a member did in all closed questions of the community. */
interface Total {
  readonly credit: number;
  readonly answers: number;
}

async function gatherAnswers(
  store: Reading,
  community: CommunityId,
  find: (card: Card) => Gathered | undefined,
): Promise<void> {
  const totals = new Map<MemberId, Total>();
  for await (const { answers } of countedRounds(store, community)) {
    for (const { member, verdict } of answers) {
      const { credit, answers: before } = totals.get(member) ?? { credit: 0, answers: 0 };
      totals.set(member, { credit: credit + verdict.credit, answers: before + 1 });
    }
  }
  for await (const { round, answers } of countedRounds(store, community)) {
    const own = find(round.card);
    if (!own || !asksTheSame(own.card, round.card)) continue;
    for (const answer of answers) own.tally.add(countedFrom(round, answer, totals));
  }
}

async function* countedRounds(
  { books, log }: Reading,
  community: CommunityId,
): AsyncGenerator<LoggedRound> {
  for (const daily of await books.dailies(community)) {
    for await (const logged of log.ofDaily(community, daily)) {
      const { closed, isVoid, card } = logged.round;
      if (closed && !isVoid && card.kind !== 'flash') yield logged;
    }
  }
}

function countedFrom(
  { card, openedAt }: PostedRound,
  { member, verdict, response, receivedAt }: Answer,
  totals: ReadonlyMap<MemberId, Total>,
) {
  const { credit = 0, answers = 0 } = totals.get(member) ?? {};
  const texts = isChoice(card) ? optionsOf(card, TRUTH) : [];
  const picks = response.kind === 'choice' ? response.picks : [];
  return {
    isRight: verdict.mark === 'right',
    credit: verdict.credit,
    // Who answered since the totals were read has no rest yet.
    rest: answers > 1 ? (credit - verdict.credit) / (answers - 1) : null,
    afterMs: Math.max(0, receivedAt - openedAt),
    picked: picks.flatMap((at) => texts[at] ?? []),
  };
}
