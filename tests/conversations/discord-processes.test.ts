import { randomBytes } from 'node:crypto';
import { expect, inject, it, onTestFinished } from 'vitest';
import { textView } from '../../src/chat/view.ts';
import { channelId, communityId } from '../../src/core/ids.ts';
import { discordPlatform } from '../../src/platforms/discord/index.ts';
import type { Turns } from '../../src/ports/turns.ts';
import { makeConnection } from '../../src/store/connection.ts';
import { createTurns } from '../../src/store/turns.ts';
import { type FakeDiscord, fakeDiscord } from '../fakes/discord/index.ts';
import { PNG } from '../fakes/discord/open-discord.ts';

/** So many posts of each of two processes: twice as fast as one, they would run into the limit. */
const POSTS = 90;
const clock = { now: () => Date.UTC(2026, 10, 23, 8, 0) };

async function turnsOn(prefix: string): Promise<Turns> {
  const redis = makeConnection({ kind: 'socket', path: inject('redisSocket') }, 'ask');
  await redis.connect();
  onTestFinished(() => redis.disconnect());
  return createTurns(redis, prefix);
}

/** A worker: it posts without a connection to the gateway. */
function workerOn(discord: FakeDiscord, turns: Turns, reported: string[] = []) {
  const { token, application } = discord.world;
  return discordPlatform({
    token,
    application,
    api: discord.api,
    clock,
    locale: 'en',
    secret: 'a secret of the tests',
    picture: async () => PNG,
    chart: async () => PNG,
    complete: async () => [],
    report: (doing, cause) => void reported.push(`${doing}: ${String(cause)}`),
    onFatal: () => {},
    turns,
  });
}

async function postsOf(discord: FakeDiscord, worker: ReturnType<typeof workerOn>, count: number) {
  const guild = discord.guild();
  const community = communityId.of(`discord:${guild.id}`);
  const each = Array.from({ length: count }, (_, at) => {
    const channel = channelId.of(discord.channel(guild).id);
    const { signal } = new AbortController();
    return worker.post({ community, channel }, textView('news', 'Hello'), `k${at}`, signal);
  });
  await Promise.all(each);
}

const refused = (discord: FakeDiscord) =>
  discord.world.requests.filter(({ status }) => status === 429);

it('P4 two processes of one bot post together no faster than Discord takes it', async () => {
  const discord = await fakeDiscord(clock);
  onTestFinished(discord.close);
  const prefix = `t${randomBytes(6).toString('hex')}`;
  const workers = await Promise.all(
    [1, 2].map(async () => workerOn(discord, await turnsOn(prefix))),
  );
  await Promise.all(workers.map((worker) => postsOf(discord, worker, POSTS)));
  expect(discord.world.requests).toHaveLength(2 * POSTS);
  expect(refused(discord).length / (2 * POSTS)).toBeLessThan(0.01);
});

it('P4 what Discord asks one process to wait, the others wait too', async () => {
  const discord = await fakeDiscord(clock);
  onTestFinished(discord.close);
  const prefix = `t${randomBytes(6).toString('hex')}`;
  const [one, other] = await Promise.all(
    [1, 2].map(async () => workerOn(discord, await turnsOn(prefix))),
  );
  const wait = { kind: 'refuse', status: 429, retryAfter: 60, scope: 'global' } as const;
  discord.failNext('POST', /messages$/, wait);
  const fault = { repeat: 'later', afterMs: expect.any(Number) };
  await expect(postsOf(discord, one as never, 1)).rejects.toMatchObject(fault);
  await expect(postsOf(discord, other as never, 1)).rejects.toMatchObject(fault);
  expect(discord.world.requests).toHaveLength(1);
});

it('P4 goes on by its own pace where the store is away, and says so once', async () => {
  const discord = await fakeDiscord(clock);
  onTestFinished(discord.close);
  const away = async (): Promise<never> => {
    throw new Error('away');
  };
  const reported: string[] = [];
  const worker = workerOn(discord, { next: away, hold: away }, reported);
  await postsOf(discord, worker, 3);
  expect(reported).toEqual(['sharing the limit of requests with other processes: Error: away']);
});
