import type { Epoch, Epochs } from '../ports/epochs.ts';
import type { Database } from './database.ts';

/** The mark that an emptied Redis has lost: one key for the whole store. */
export function createEpochs(db: Database): Epochs {
  const read = (text: string | null): Epoch | null => (text === null ? null : JSON.parse(text));

  return {
    current: async () => read(await db.ask((redis) => redis.get(db.epochKey))),
    async begin(epoch) {
      const text = JSON.stringify(epoch);
      const standing = await db.ask((redis) => redis.set(db.epochKey, text, 'NX', 'GET'));
      return read(standing) ?? epoch;
    },
    async afterLoss(epoch) {
      const lost: Epoch = { ...epoch, afterLoss: true };
      await db.ask((redis) => redis.set(db.epochKey, JSON.stringify(lost), 'XX'));
      return lost;
    },
  };
}
