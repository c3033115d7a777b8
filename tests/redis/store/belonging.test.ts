import { describe, expect, it } from 'vitest';
import { memberId } from '../../../src/core/ids.ts';
import type { Place } from '../../../src/ports/belonging.ts';
import { COMMUNITY, freshStore, makeDaily, NOON } from './rows.ts';

const LATER = NOON + 60_000;
const DUE = { kind: 'belonging', at: NOON };

/** A community that the bot was removed from at noon, to be forgotten a minute later. */
async function removed() {
  const fresh = freshStore();
  await makeDaily(fresh.store);
  await fresh.store.belonging.removed(COMMUNITY, NOON, LATER);
  const place = (await fresh.store.belonging.place(COMMUNITY)) as Place;
  return { ...fresh, belonging: fresh.store.belonging, place };
}

const dueIn = async ({ store }: Pick<ReturnType<typeof freshStore>, 'store'>, until = LATER) =>
  (await store.ledger.due(COMMUNITY, until)).filter(({ kind }) => kind === 'belonging');

describe("the bot's place in a community", () => {
  it('is nothing to speak of where it never was removed', async () => {
    const { store } = freshStore();
    expect(await store.belonging.returned(COMMUNITY, NOON)).toBe(false);
    expect(await store.belonging.place(COMMUNITY)).toBeNull();
    expect(await dueIn({ store })).toEqual([]);
  });

  it('makes what follows due, and wakes the community', async () => {
    const world = await removed();
    expect(world.place).toEqual({ kind: 'removed', at: NOON, forgetAt: LATER });
    expect(await dueIn(world)).toEqual([DUE]);
    expect(await world.store.ledger.communitiesDue(NOON)).toEqual([COMMUNITY]);
    await world.belonging.settled(COMMUNITY, world.place, LATER);
    expect(await dueIn(world, NOON)).toEqual([]);
    expect(await dueIn(world)).toEqual([{ ...DUE, at: LATER }]);
  });

  it('stands by the first word of a removal, and by none that is older than the latest', async () => {
    const { belonging } = await removed();
    expect(await belonging.removed(COMMUNITY, NOON + 1, LATER + 1)).toBe(false);
    expect(await belonging.returned(COMMUNITY, NOON - 1)).toBe(false);
    expect(await belonging.returned(COMMUNITY, NOON + 2)).toBe(true);
    expect(await belonging.removed(COMMUNITY, NOON + 1, LATER)).toBe(false);
    expect(await belonging.returned(COMMUNITY, NOON + 3)).toBe(false);
    expect(await belonging.place(COMMUNITY)).toEqual({ kind: 'returned', at: NOON + 2 });
  });

  it('is not settled by whoever read it before another word', async () => {
    const world = await removed();
    await world.belonging.returned(COMMUNITY, NOON + 1);
    await world.belonging.settled(COMMUNITY, world.place, null);
    expect(await dueIn(world)).toEqual([{ ...DUE, at: NOON + 1 }]);
    expect(await world.belonging.forget(COMMUNITY, world.place)).toBe(false);
    expect(await world.store.dailies.list(COMMUNITY)).toHaveLength(1);
  });

  it('X17 is forgotten with every key, and with no key of anybody else', async () => {
    const { store, belonging, place, redis, prefix } = await removed();
    const other = 'recorder:rowsx' as typeof COMMUNITY;
    await store.appointed.add(other, memberId.of('ada'));
    for (let at = 0; at < 450; at++) await redis.set(`${prefix}:{${COMMUNITY}}:many:${at}`, 'x');
    expect(await belonging.forget(COMMUNITY, place)).toBe(true);
    expect(await redis.keys(`${prefix}:*`)).toEqual([`${prefix}:{${other}}:appointed`]);
    expect(await store.ledger.communities()).toEqual([]);
  });

  it('X17 goes on being forgotten after a crash, and no return comes between', async () => {
    const world = await removed();
    const { belonging, redis, prefix, place } = world;
    // As the first step leaves it.
    await redis.set(`${prefix}:{${COMMUNITY}}:belonging`, `forgetting ${NOON}`);
    expect(await belonging.returned(COMMUNITY, LATER)).toBe(false);
    expect(await belonging.removed(COMMUNITY, LATER, LATER + 1)).toBe(false);
    expect(await belonging.forget(COMMUNITY, place)).toBe(false);
    const now = (await belonging.place(COMMUNITY)) as Place;
    expect(now).toEqual({ kind: 'forgetting', at: NOON });
    expect(await belonging.forget(COMMUNITY, now)).toBe(true);
    expect(await redis.keys(`${prefix}:*`)).toEqual([]);
  });
});
