import { cardId, deckId } from '../core/ids.ts';
import type { Rating, Scheduled } from '../core/review.ts';
import type { BookName, LearnedCard, Reviews } from '../ports/reviews.ts';
import { type Database, scriptNamed } from './database.ts';
import { eraseEntry } from './rows.ts';

/** What is kept of what a member learned and never looked at. */
export const MOST_LEARNED = 2_000;

export function writeLearned({ deck, card, rating, at, event }: LearnedCard): string {
  return [deck, card, rating, at, event].join(' ');
}

function readLearned(text: string): LearnedCard {
  const [deck = '', card = '', rating, at, event = ''] = text.split(' ');
  return {
    deck: deckId.of(deck),
    card: cardId.of(card),
    rating: rating as Rating,
    at: Number(at),
    event,
  };
}

/** A hash of schedules for each member, and a list of what is not in them yet. */
export function createReviews(db: Database): Reviews {
  const noteLearned = scriptNamed('note-learned', 'learn');
  const writeReview = scriptNamed('write-review');

  return {
    async note(community, learned) {
      const lists = learned.map(({ member }) => db.key(community, 'learned', member));
      const rows = learned.flatMap(({ member, ...each }) => [
        eraseEntry(member),
        writeLearned(each),
      ]);
      await db.run(noteLearned, [db.key(community, 'due'), ...lists], [MOST_LEARNED, ...rows]);
    },

    async book(community, member) {
      const [hash, list] = (await db.askAll((pipeline) =>
        pipeline
          .hgetall(db.key(community, 'review', member))
          .lrange(db.key(community, 'learned', member), 0, -1),
      )) as [Record<string, string>, string[]];
      const { version = '0', ...rows } = hash;
      const cards = Object.entries(rows).map(
        ([name, text]) => [name as BookName, JSON.parse(text) as Scheduled] as const,
      );
      return { version: Number(version), cards: new Map(cards), learned: list.map(readLearned) };
    },

    async write(community, member, read, changes) {
      const latest = read.learned.at(-1);
      const rows = [...changes].flatMap(([name, each]) => [name, each ? JSON.stringify(each) : '']);
      const done = await db.run(
        writeReview,
        [
          db.key(community, 'review', member),
          db.key(community, 'learned', member),
          db.key(community, 'due'),
        ],
        [
          read.version,
          eraseEntry(member),
          latest ? writeLearned(latest) : '',
          read.learned.length,
          ...rows,
        ],
      );
      return done === 1;
    },
  };
}
