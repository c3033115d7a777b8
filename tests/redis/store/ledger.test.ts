import { describe, expect, it } from 'vitest';
import { dueToPlan } from '../../../src/core/daily.ts';
import type { Day } from '../../../src/core/day.ts';
import { NO_STREAK } from '../../../src/core/streak.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { Timekeeper } from '../../../src/store/situation.ts';
import {
  answerBy,
  COMMUNITY,
  claimOf,
  freshStore,
  makeDaily,
  NOON,
  postedRound,
  readRound,
  roundOf,
  TODAY,
} from './rows.ts';

const HOUR = 3_600_000;

describe('the ledger', () => {
  it('plans each occurrence once, however many planners there are', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    const dues = dueToPlan(daily, daily.since, NOON, null);
    expect(dues.map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-25']);
    const through = dues.at(-1)?.at ?? 0;
    const plan = () => store.ledger.plan([{ daily, dues, through, againAt: NOON + 24 * HOUR }]);
    await Promise.all([plan(), plan(), plan()]);
    const due = await store.ledger.due(COMMUNITY, NOON + 72 * HOUR);
    expect(due.filter(({ kind }) => kind === 'post')).toHaveLength(2);
    const [look] = await store.ledger.look([COMMUNITY], NOON + 24 * HOUR);
    expect(look?.toPlan).toEqual([{ daily, through, posted: null }]);
  });

  it('plans nothing for a daily that was changed meanwhile', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    const paused = { ...daily, paused: true, revision: 2 };
    expect(await store.dailies.replace(daily, paused, null)).toBe(true);
    const dues = dueToPlan(daily, NOON, NOON, null);
    await store.ledger.plan([{ daily, dues, through: NOON, againAt: NOON + HOUR }]);
    const due = await store.ledger.due(COMMUNITY, NOON + 72 * HOUR);
    expect(due.map(({ kind }) => kind)).toEqual(['plan']);
  });

  it('lets two organisers change a daily one after the other, not over each other', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    const changes = await Promise.all(
      [1, 2].map((n) =>
        store.dailies.replace(daily, { ...daily, since: NOON + n, revision: 2 }, null),
      ),
    );
    expect(changes.filter(Boolean)).toHaveLength(1);
  });

  it('has one claimer among forty', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    await store.ledger.callForward(daily, { day: TODAY, at: NOON });
    const found = await store.ledger.situation(COMMUNITY, daily.id, TODAY);
    const claims = await Promise.all(
      Array.from({ length: 40 }, () => claimOf(store, daily, roundOf(daily), found?.occurrence)),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  it('Q10 tells the time that is right: of a given clock, of the server, or of nobody', async () => {
    const asOf = async (timekeeper: Timekeeper) => {
      const { store } = freshStore(timekeeper);
      const daily = await makeDaily(store);
      await store.ledger.callForward(daily, { day: TODAY, at: NOON });
      return (await store.ledger.situation(COMMUNITY, daily.id, TODAY))?.asOf;
    };
    expect(await asOf({ now: () => NOON })).toBe(NOON);
    expect(await asOf(null)).toBeNull();
    const before = Date.now();
    const told = await asOf('server');
    expect(told).toBeGreaterThanOrEqual(before);
    expect(told).toBeLessThanOrEqual(Date.now());
  });

  it('Q9 refuses every write of a sender whose claim was taken over, though the rest of the row is the same', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    await store.ledger.callForward(daily, { day: TODAY, at: NOON });
    const round = roundOf(daily);
    const claimed = await claimOf(store, daily, round);
    if (!claimed) throw new Error('no claim');
    const again = await store.ledger.claim(claimed, claimed.state, round, NOON + 60_000);
    if (!again) throw new Error('no second claim');
    expect(again.fence).toBe(2);
    expect(await store.ledger.posted(claimed, round, 'late' as never, null)).toBe(false);
    expect(await store.ledger.unknown(claimed, round, 'late')).toBe(false);
    expect(await store.ledger.release(claimed, COMMUNITY, 1, NOON)).toBe(false);
    expect(await store.ledger.skip(claimed, COMMUNITY, 'late')).toBe(false);
    expect(await store.ledger.posted(again, round, 'ours' as never, null)).toBe(true);
    expect((await store.rounds.get(COMMUNITY, round.id))?.message).toBe('ours');
  });

  it('sends one occurrence of a daily at a time, so that numbers have no gap', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    const tomorrow = '2026-11-24' as Day;
    for (const day of [TODAY, tomorrow]) await store.ledger.callForward(daily, { day, at: NOON });
    const first = await claimOf(store, daily, roundOf(daily));
    expect(first).not.toBeNull();
    const second = roundOf(daily, 2, tomorrow);
    expect(await claimOf(store, daily, second)).toBeNull();
    if (!first) throw new Error('no claim');
    await store.ledger.release(first, COMMUNITY, 1, NOON + 10_000);
    expect(await claimOf(store, daily, second)).toBeNull();
    expect(await claimOf(store, daily, { ...second, number: 1 })).not.toBeNull();
  });

  it('takes the round of a claim that is given back out of the world', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    await store.ledger.callForward(daily, { day: TODAY, at: NOON });
    const round = roundOf(daily);
    const claimed = await claimOf(store, daily, round);
    if (!claimed) throw new Error('no claim');
    expect(await store.rounds.get(COMMUNITY, round.id)).toMatchObject({
      closed: false,
      message: null,
    });
    await store.ledger.release(claimed, COMMUNITY, 1, NOON + 10_000);
    const due = await store.ledger.due(COMMUNITY, NOON + HOUR);
    expect(due.find(({ kind }) => kind === 'post')).toMatchObject({ at: NOON + 10_000 });
    const situation = await store.ledger.situation(COMMUNITY, daily.id, TODAY);
    expect(situation).toMatchObject({ lastNumber: 0, draft: null });
    expect(situation?.history.open.size).toBe(0);
  });

  it('does not call forward what was posted', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    await postedRound(store, daily);
    expect(await store.ledger.callForward(daily, { day: TODAY, at: NOON + HOUR })).toBe(false);
  });

  it('wakes a community by its earliest due time, and again while something is left', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    await store.ledger.callForward(daily, { day: TODAY, at: NOON + HOUR });
    expect(await store.ledger.communitiesDue(NOON - 1)).toEqual([]);
    expect(await store.ledger.communitiesDue(NOON)).toEqual([COMMUNITY]);
    await store.ledger.due(COMMUNITY, NOON);
    expect(await store.ledger.communitiesDue(NOON)).toEqual([COMMUNITY]);
    expect(await store.ledger.nextDue(COMMUNITY)).toBe(NOON + HOUR);
  });
});

describe('an occurrence of unknown fate', () => {
  async function unknownOf(store: Store) {
    const daily = await makeDaily(store);
    await store.ledger.callForward(daily, { day: TODAY, at: NOON });
    const round = roundOf(daily);
    const claimed = await claimOf(store, daily, round);
    if (!claimed) throw new Error('no claim');
    expect(await store.ledger.unknown(claimed, round, 'silence')).toBe(true);
    const [row] = await store.ledger.unresolved(COMMUNITY);
    if (!row) throw new Error('nothing is unresolved');
    return { daily, round, row };
  }

  it('keeps its round, its number and its close', async () => {
    const { store } = freshStore();
    const { daily, round } = await unknownOf(store);
    const standing = { closed: false, message: null, isSending: false, closesAt: round.closesAt };
    expect(await store.rounds.get(COMMUNITY, round.id)).toMatchObject(standing);
    expect(await store.ledger.lastPosted(COMMUNITY, daily.id)).toBe(TODAY);
    const due = await store.ledger.due(COMMUNITY, round.closesAt + 5_000);
    expect(due.map(({ kind }) => kind)).toContain('close');
  });

  it('is posted once somebody knows, wherever its message turns up', async () => {
    const { store } = freshStore();
    const { daily, round, row } = await unknownOf(store);
    await store.rounds.foundAt(COMMUNITY, round.id, 'there' as never);
    await store.rounds.foundAt(COMMUNITY, round.id, 'elsewhere' as never);
    expect((await store.rounds.get(COMMUNITY, round.id))?.message).toBe('there');
    expect(await store.ledger.stands(row, COMMUNITY)).toBe(true);
    expect(await store.ledger.stands(row, COMMUNITY)).toBe(false);
    expect(await store.ledger.occurrences(COMMUNITY, daily.id)).toMatchObject([
      { day: TODAY, state: { kind: 'posted', round: round.id } },
    ]);
  });

  it('makes room for its day where it is missing, unless somebody has answered it', async () => {
    const { store } = freshStore();
    const { daily, round, row } = await unknownOf(store);
    expect(await store.rounds.get(COMMUNITY, round.id)).not.toBeNull();
    expect(await store.ledger.missing(row, COMMUNITY, 'nobody saw it')).toBe(true);
    expect(await store.rounds.get(COMMUNITY, round.id)).toBeNull();
    expect(await store.ledger.lastPosted(COMMUNITY, daily.id)).toBeNull();
    expect(await store.ledger.callForward(daily, { day: TODAY, at: NOON })).toBe(true);

    const other = await unknownOf(store);
    const standing = await readRound(store, other.round);
    const answer = answerBy('ada');
    await store.answers.commit(COMMUNITY, [
      {
        round: standing,
        answer,
        before: NO_STREAK,
        after: NO_STREAK,
        forgiven: new Set([1]),
        learned: null,
      },
    ]);
    expect(await store.ledger.missing(other.row, COMMUNITY, 'nobody saw it')).toBe(false);
  });

  it('takes no address for a round that is gone', async () => {
    const { store } = freshStore();
    const { round, row } = await unknownOf(store);
    await store.ledger.missing(row, COMMUNITY, 'nobody saw it');
    await store.rounds.foundAt(COMMUNITY, round.id, 'there' as never);
    expect(await store.rounds.get(COMMUNITY, round.id)).toBeNull();
  });
});

describe('a daily removed while its question is being sent', () => {
  it('leaves nothing due once the claim is over', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    await store.ledger.callForward(daily, { day: TODAY, at: NOON });
    const round = roundOf(daily);
    const claimed = await claimOf(store, daily, round);
    if (!claimed) throw new Error('no claim');
    expect(await store.dailies.remove(daily, NOON + 1)).toBe(true);
    expect(await store.ledger.skip(claimed, COMMUNITY, 'it was refused')).toBe(true);
    expect(await store.ledger.due(COMMUNITY, NOON + 1_000 * HOUR)).toEqual([]);
  });

  it('closes when it was removed, though the record of the post comes later', async () => {
    const { store } = freshStore();
    const daily = await makeDaily(store);
    await store.ledger.callForward(daily, { day: TODAY, at: NOON });
    const round = roundOf(daily);
    const claimed = await claimOf(store, daily, round);
    if (!claimed) throw new Error('no claim');
    await store.dailies.remove(daily, NOON + 1);
    expect(await store.ledger.posted(claimed, round, 'message' as never, null)).toBe(true);
    expect(await store.ledger.due(COMMUNITY, NOON + 5_001)).toEqual([
      { kind: 'close', round: round.id, at: NOON + 5_001 },
    ]);
  });
});
