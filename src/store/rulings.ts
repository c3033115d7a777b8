import type { CommunityId, MemberId } from '../core/ids.ts';
import type { Disputed } from '../core/ruling.ts';
import type { Appeal, Appealed, Rulings } from '../ports/rulings.ts';
import { type Database, scriptNamed } from './database.ts';
import { eraseEntry, rulingEntry } from './rows.ts';
import type { Wake } from './wake.ts';

/** How many open ones are listed. */
const MOST_OPEN = 100;
/** Rows that one round trip fetches. */
const ROWS_AT_ONCE = 500;
/** How often an answer may get another number while one is kept for it. */
const MOST_TRIES = 3;

/** Members that one command names. */
const MEMBERS_AT_ONCE = 1_000;

function writeAppeal(appeal: Appeal): string {
  const { number, deck, card, place, words, normal, key, round, at, state } = appeal;
  return JSON.stringify({ number, deck, card, place, words, normal, key, round, at, state });
}

export const readAppeal = (text: string): Appeal => JSON.parse(text) as Appeal;

/** What an answer is known by: the card, what was asked there, and what was said. */
export const nameOfAnswer = ({ deck, card, place, key, normal }: Disputed): string =>
  JSON.stringify([deck, card, place, key, normal]);

/** Appeals: a hash of rows by number, and for each open one the members who made it. */
export function createRulings(db: Database, wake: Wake): Rulings {
  const openAppeal = scriptNamed('open-appeal');
  const decideAppeal = scriptNamed('decide-appeal');
  const noteToTell = scriptNamed('note-to-tell');
  const nextToTell = scriptNamed('next-to-tell');

  const appealsKey = (community: CommunityId): string => db.key(community, 'appeals');
  const tellKey = (community: CommunityId, number: number): string =>
    db.key(community, 'ruling-to-tell', `${number}`);

  /** A number for an answer that has none; it stays unused where the answer gets another one meanwhile. */
  async function numberFor(community: CommunityId, name: string): Promise<number> {
    const known = await db.ask((redis) => redis.hget(db.key(community, 'appeals-known'), name));
    if (known !== null) return Number(known);
    return db.ask((redis) => redis.incr(db.key(community, 'appeals-made')));
  }

  async function rowsOf(community: CommunityId, numbers: readonly string[]): Promise<Appeal[]> {
    if (numbers.length === 0) return [];
    const texts = await db.ask((redis) => redis.hmget(appealsKey(community), ...numbers));
    return texts.flatMap((text) => (text === null ? [] : [readAppeal(text)]));
  }

  async function openAs(
    community: CommunityId,
    member: MemberId,
    appeal: Appeal,
  ): Promise<Appealed | null> {
    const key = (...parts: string[]): string => db.key(community, ...parts);
    const { number, at } = appeal;
    const [what, row] = (await db.run(
      openAppeal,
      [
        key('appeals-known'),
        key('appeals'),
        key('appeals-open'),
        key('appellants', `${number}`),
        key('due'),
      ],
      [nameOfAnswer(appeal), number, writeAppeal(appeal), member, at, eraseEntry(member)],
    )) as [string?, string?];
    if (what === undefined) return { kind: 'erasing' };
    if (what !== 'opened' && what !== 'joined' && what !== 'decided') return null;
    return { kind: what, appeal: row === undefined ? appeal : readAppeal(row) };
  }

  return {
    async appeal(community, member, claim) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const number = await numberFor(community, nameOfAnswer(claim));
        const done = await openAs(community, member, { ...claim, number, state: 'open' });
        if (done) return done;
      }
      throw new Error(`the number of an appeal in ${community} changed each time it was read`);
    },

    async get(community, number) {
      return (await rowsOf(community, [`${number}`]))[0] ?? null;
    },

    async open(community) {
      const key = db.key(community, 'appeals-open');
      return rowsOf(community, await db.ask((redis) => redis.zrange(key, 0, `${MOST_OPEN - 1}`)));
    },

    async all(community) {
      const made = await db.ask((redis) => redis.get(db.key(community, 'appeals-made')));
      const numbers = Array.from({ length: Number(made ?? 0) }, (_, at) => `${at + 1}`);
      const appeals: Appeal[] = [];
      for (let at = 0; at < numbers.length; at += ROWS_AT_ONCE) {
        appeals.push(...(await rowsOf(community, numbers.slice(at, at + ROWS_AT_ONCE))));
      }
      return appeals;
    },

    async accepted(community, deck) {
      const key = db.key(community, 'rulings', deck);
      const rows = (await db.ask((redis) => redis.hvals(key))).map(readAppeal);
      return rows.sort((one, other) => one.number - other.number);
    },

    async decide(community, read, state, at) {
      const key = (...parts: string[]): string => db.key(community, ...parts);
      const { number, deck } = read;
      const decided: Appeal = { ...read, state };
      const done = await db.run(
        decideAppeal,
        [
          key('appeals'),
          key('appeals-open'),
          key('appellants', `${number}`),
          tellKey(community, number),
          key('due'),
          key('rulings', deck),
        ],
        [
          number,
          writeAppeal(read),
          writeAppeal(decided),
          at,
          rulingEntry(number),
          state === 'accepted' ? '1' : '0',
        ],
      );
      await wake.by(community, at);
      return done === 1 ? decided : null;
    },

    async toTell(community, number, members) {
      const keys = [db.key(community, 'due'), tellKey(community, number)];
      for (let at = 0; at < members.length; at += MEMBERS_AT_ONCE) {
        const some = members.slice(at, at + MEMBERS_AT_ONCE);
        await db.run(noteToTell, keys, [rulingEntry(number), ...some]);
      }
    },

    async heard(community, number) {
      const key = tellKey(community, number);
      return (await db.ask((redis) => redis.zrange(key, 0, '-1'))) as MemberId[];
    },

    async nextToTell(community, number) {
      const member = await db.run(nextToTell, [tellKey(community, number)], []);
      return member as MemberId | null;
    },

    async tellAgain(community, number, member) {
      const key = tellKey(community, number);
      await db.ask((redis) => redis.zadd(key, 'XX', 0, member));
    },

    async settled(community, number) {
      await db.askAll((pipeline) =>
        pipeline
          .zrem(db.key(community, 'due'), rulingEntry(number))
          .del(tellKey(community, number)),
      );
    },
  };
}
