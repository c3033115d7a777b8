import { boardsOf } from '../core/standings.ts';
import type { Corrections, Regraded } from '../ports/corrections.ts';
import type { PostedRound } from '../ports/rounds.ts';
import { type Database, scriptNamed } from './database.ts';
import { closeEntry, recountEntry, writeAnswer, writeCard } from './rows.ts';
import type { Wake } from './wake.ts';

/** Answers that one script writes: a server is blocked for as long. */
const ANSWERS_AT_ONCE = 500;

/** Corrections of one round. */
export function createRoundCorrections(
  db: Database,
  wake: Wake,
): Pick<Corrections, 'setVoid' | 'rekey' | 'regrade'> {
  const voidRound = scriptNamed('void-round', 'score');
  const rekeyRound = scriptNamed('rekey-round');
  const regradeAnswers = scriptNamed('regrade-answers', 'score');

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

    async rekey({ community, id, daily, rekeys }, card, at) {
      const key = (...parts: string[]): string => db.key(community, ...parts);
      const done = await db.run(
        rekeyRound,
        [key('round', id), key('corrections'), key('due')],
        [rekeys, writeCard(card), daily, at, recountEntry(daily)],
      );
      await wake.by(community, at);
      return done === 1;
    },

    async regrade(round, changes, at) {
      let left = 0;
      for (let from = 0; from < changes.length; from += ANSWERS_AT_ONCE) {
        const rows = changes.slice(from, from + ANSWERS_AT_ONCE).flatMap(rowOf);
        const about = [round.id, round.rekeys, round.card.topic, at, closeEntry(round.id)];
        left += Number(await db.run(regradeAnswers, keysOf(round), [...about, ...rows]));
      }
      if (changes.length > 0) await wake.by(round.community, at);
      return left === 0;
    },
  };

  function keysOf(round: PostedRound): string[] {
    const key = (...parts: string[]): string => db.key(round.community, ...parts);
    return [
      key('open'),
      key('round', round.id),
      key('answers', round.id),
      key('due'),
      key('hidden'),
      key('topics', round.card.deck),
      ...boardsOf(round.day).map((board) => key('board', board)),
    ];
  }
}

function rowOf({ before, after }: Regraded): (string | number)[] {
  return [
    before.member,
    writeAnswer(before),
    writeAnswer(after),
    after.points - before.points,
    after.verdict.credit - before.verdict.credit,
  ];
}
