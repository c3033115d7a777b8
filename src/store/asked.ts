import type { DeckId, RoundId } from '../core/ids.ts';
import type { Asked } from '../ports/asked.ts';
import type { Database } from './database.ts';
import { askedAtField, askedCardField, readOpenRound } from './rows.ts';

/** Finds rounds by the message and by the card of their question. */
export function createAsked(db: Database): Asked {
  async function find(community: Parameters<Asked['at']>[0], field: string) {
    const found = await db.ask((redis) => redis.hget(db.key(community, 'asked-where'), field));
    return found as RoundId | null;
  }

  return {
    at: (community, message) => find(community, askedAtField(message)),
    ofCard: (community, deck: DeckId, card) => find(community, askedCardField(deck, card)),
    async openWith(community, card, now) {
      const entries = await db.ask((redis) => redis.hgetall(db.key(community, 'open')));
      return Object.entries(entries).flatMap(([id, text]) => {
        const open = readOpenRound(text);
        return open.card === card && open.closesAt > now ? [id as RoundId] : [];
      });
    },
  };
}
