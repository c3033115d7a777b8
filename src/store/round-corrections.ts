import { boardsOf } from '../core/standings.ts';
import type { Corrections } from '../ports/corrections.ts';
import { type Database, scriptNamed } from './database.ts';
import { closeEntry, recountEntry } from './rows.ts';
import type { Wake } from './wake.ts';

/** Corrections of one round. */
export function createRoundCorrections(db: Database, wake: Wake): Pick<Corrections, 'setVoid'> {
  const voidRound = scriptNamed('void-round');

  return {
    async setVoid(round, isVoid, at) {
      const key = (...parts: string[]): string => db.key(round.community, ...parts);
      const moved = await db.run(
        voidRound,
        [
          key('open'),
          key('round', round.id),
          key('answers', round.id),
          ...['forgiven', 'excused', 'corrections', 'due', 'hidden'].map((name) => key(name)),
          key('topics', round.card.deck),
          ...boardsOf(round.day).map((board) => key('board', board)),
        ],
        [
          round.id,
          isVoid ? '1' : '0',
          round.daily,
          round.number,
          round.card.topic,
          at,
          recountEntry(round.daily),
          closeEntry(round.id),
        ],
      );
      await wake.by(round.community, at);
      const [answers, points] = moved as [number?, number?];
      return answers === undefined ? null : { answers, points: points ?? 0 };
    },
  };
}
