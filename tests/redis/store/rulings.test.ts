import { describe, expect, it } from 'vitest';
import { cardId, deckId, memberId, roundId } from '../../../src/core/ids.ts';
import type { Appeal } from '../../../src/ports/rulings.ts';
import { COMMUNITY, freshStore, NOON } from './rows.ts';

const [ada, bob] = [memberId.of('ada'), memberId.of('bob')];

const claim = (normal = 'controlblock', more: Partial<Appeal> = {}) => ({
  deck: deckId.of('virtualization'),
  card: cardId.of('typed'),
  place: 0,
  words: `the ${normal}`,
  normal,
  key: '["VMCS",false]',
  round: roundId.of('AbCdEfGh0123'),
  at: NOON,
  ...more,
});

function fresh() {
  const { store, redis, prefix } = freshStore();
  const { rulings, reports, members, ledger } = store;
  const opened = async (normal?: string, member = ada): Promise<Appeal> => {
    const done = await rulings.appeal(COMMUNITY, member, claim(normal));
    if (done.kind === 'erasing') throw new Error('the member is being erased');
    return done.appeal;
  };
  const due = async () =>
    (await ledger.due(COMMUNITY, NOON + 10)).filter(({ kind }) => kind === 'ruling');
  const keysWith = async (word: string): Promise<string[]> =>
    (await redis.keys(`${prefix}:*`)).filter((key) => key.includes(word));
  return { store, rulings, reports, members, opened, due, keysWith };
}

describe('the appeals of a community', () => {
  it('are one for equal answers, whoever comes first of many', async () => {
    const { rulings } = fresh();
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        rulings.appeal(COMMUNITY, memberId.of(`m${at}`), claim()),
      ),
    );
    expect(done.filter(({ kind }) => kind === 'opened')).toHaveLength(1);
    expect(done.filter(({ kind }) => kind === 'joined')).toHaveLength(19);
    expect(await rulings.open(COMMUNITY)).toHaveLength(1);
    expect(await rulings.all(COMMUNITY)).toEqual(await rulings.open(COMMUNITY));
  });

  it('differ by card, place, key and words', async () => {
    const { rulings } = fresh();
    const others = [{}, { card: cardId.of('else') }, { place: 1 }, { key: 'k' }, { normal: 'n' }];
    for (const more of others) await rulings.appeal(COMMUNITY, ada, claim('same', more));
    expect(await rulings.open(COMMUNITY)).toHaveLength(5);
    expect((await rulings.get(COMMUNITY, 9)) ?? 'none').toBe('none');
    expect(await rulings.open('recorder:other' as never)).toEqual([]);
  });

  it('are decided once, by any number of organisers', async () => {
    const { rulings, opened, due } = fresh();
    const appeal = await opened();
    const decided = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        rulings.decide(COMMUNITY, appeal, at % 2 === 0 ? 'accepted' : 'rejected', NOON),
      ),
    );
    const [won] = decided.filter((each) => each !== null);
    expect(decided.filter((each) => each !== null)).toHaveLength(1);
    expect(await rulings.get(COMMUNITY, 1)).toEqual(won);
    expect(await rulings.open(COMMUNITY)).toEqual([]);
    expect(await due()).toEqual([{ kind: 'ruling', number: 1, at: NOON }]);
    const again = await rulings.appeal(COMMUNITY, bob, claim());
    expect(again).toEqual({ kind: 'decided', appeal: won });
  });

  it('are found by their deck once they are accepted', async () => {
    const { rulings, opened } = fresh();
    const [one, other] = [await opened('one'), await opened('other')];
    await rulings.decide(COMMUNITY, one, 'rejected', NOON);
    const accepted = await rulings.decide(COMMUNITY, other, 'accepted', NOON);
    expect(await rulings.accepted(COMMUNITY, deckId.of('virtualization'))).toEqual([accepted]);
    expect(await rulings.accepted(COMMUNITY, deckId.of('else'))).toEqual([]);
  });

  it('tell one again who was put back, and nobody who was erased or whose ruling is settled', async () => {
    const { rulings, members, opened, keysWith } = fresh();
    const appeal = await opened();
    await opened(undefined, bob);
    await rulings.decide(COMMUNITY, appeal, 'accepted', NOON);
    const next = () => rulings.nextToTell(COMMUNITY, 1);
    expect(await next()).toBe('ada');
    await rulings.tellAgain(COMMUNITY, 1, ada);
    expect([await next(), await next(), await next()]).toEqual(['ada', 'bob', null]);
    await members.erase(COMMUNITY, ada);
    await rulings.tellAgain(COMMUNITY, 1, ada);
    expect(await next()).toBeNull();
    await rulings.settled(COMMUNITY, 1);
    await rulings.tellAgain(COMMUNITY, 1, bob);
    expect(await keysWith('ruling-to-tell')).toEqual([]);
  });

  it('tell each member once, and nobody once they are settled', async () => {
    const { rulings, opened, due, keysWith } = fresh();
    const appeal = await opened();
    await opened(undefined, bob);
    await rulings.decide(COMMUNITY, appeal, 'accepted', NOON);
    await rulings.toTell(COMMUNITY, 1, [bob, memberId.of('cat')]);
    await rulings.toTell(COMMUNITY, 1, []);
    const next = () => rulings.nextToTell(COMMUNITY, 1);
    const told = [await next(), await next(), await next(), await next()];
    expect(told.sort()).toEqual(['ada', 'bob', 'cat', null]);
    await rulings.toTell(COMMUNITY, 1, [ada]);
    expect(await next()).toBeNull();
    await rulings.settled(COMMUNITY, 1);
    await rulings.toTell(COMMUNITY, 1, [ada]);
    expect(await next()).toBeNull();
    expect(await keysWith('ruling-to-tell')).toEqual([]);
    expect(await due()).toEqual([]);
    expect(await keysWith('appellants')).toEqual([]);
  });
});

describe('a member who leaves', () => {
  it('takes along an open appeal that nobody else made, and no other', async () => {
    const { rulings, members, opened } = fresh();
    await opened('alone');
    await opened('shared');
    await opened('shared', bob);
    await members.erase(COMMUNITY, ada);
    const open = await rulings.open(COMMUNITY);
    expect(open.map(({ normal }) => normal)).toEqual(['shared']);
    expect((await opened('alone', bob)).number).toBe(3);
  });

  it('is not told of what was decided, and keeps nothing', async () => {
    const { rulings, reports, members, opened } = fresh();
    await rulings.decide(COMMUNITY, await opened(), 'rejected', NOON);
    const report = { ...claim(), reason: 'key', at: NOON } as const;
    const { deck, card, reason, at } = report;
    await reports.put(COMMUNITY, ada, { deck, card, reason, at });
    await reports.put(COMMUNITY, bob, { deck, card, reason: 'easy', at });
    expect(await members.kept(COMMUNITY, ada)).toMatchObject({
      appeals: [{ number: 1, state: 'rejected' }],
      reports: [{ deck, card, reason, at }],
    });
    await members.erase(COMMUNITY, ada);
    expect(await rulings.nextToTell(COMMUNITY, 1)).toBeNull();
    expect(await members.kept(COMMUNITY, ada)).toMatchObject({ appeals: [], reports: [] });
    expect(await reports.all(COMMUNITY)).toEqual([{ deck, card, reason: 'easy', at }]);
  });

  it('neither appeals nor reports while everything about them is being erased', async () => {
    const { rulings, reports, members } = fresh();
    await members.beginErasing(COMMUNITY, ada, NOON);
    expect(await rulings.appeal(COMMUNITY, ada, claim())).toEqual({ kind: 'erasing' });
    const { deck, card, at } = claim();
    expect(await reports.put(COMMUNITY, ada, { deck, card, reason: 'key', at })).toBe(false);
    expect(await rulings.open(COMMUNITY)).toEqual([]);
    expect(await reports.all(COMMUNITY)).toEqual([]);
  });
});

describe('the reports of a community', () => {
  it('are one for each member and card, the latest', async () => {
    const { reports } = fresh();
    const { deck, card, at } = claim();
    await reports.put(COMMUNITY, ada, { deck, card, reason: 'key', at });
    await reports.put(COMMUNITY, ada, { deck, card, reason: 'hard', at: at + 1 });
    expect(await reports.all(COMMUNITY)).toEqual([{ deck, card, reason: 'hard', at: at + 1 }]);
  });

  it('are all of them, of a thousand members', async () => {
    const { reports } = fresh();
    const { deck, card, at } = claim();
    await Promise.all(
      Array.from({ length: 1_000 }, (_, n) =>
        reports.put(COMMUNITY, memberId.of(`m${n}`), { deck, card, reason: 'other', at }),
      ),
    );
    expect(await reports.all(COMMUNITY)).toHaveLength(1_000);
  });
});
