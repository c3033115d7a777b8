import type { Cluster, Redis } from 'ioredis';
import type { Turns } from '../ports/turns.ts';
import { openDatabase, scriptNamed } from './database.ts';

/** Turns on a connected Redis; each row is a key of its own, outside every community, and goes when it rests. */
export function createTurns(redis: Redis | Cluster, prefix: string): Turns {
  const db = openDatabase(redis, prefix);
  const [nextTurn, holdTurns] = [scriptNamed('next-turn'), scriptNamed('hold-turns')];
  const key = (row: string): string => `${prefix}:turns:${row}`;
  return {
    async next(row, { gap, saved, most, window, longest }) {
      return Number(await db.run(nextTurn, [key(row)], [gap, saved, most, window, longest]));
    },
    async hold(row, ms) {
      await db.run(holdTurns, [key(row)], [ms]);
    },
  };
}
