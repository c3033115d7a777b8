import { randomBytes } from 'node:crypto';
import { type Bot, makeBot } from '../../src/cli/bot.ts';
import { deckId, roundId } from '../../src/core/ids.ts';
import { parseZone, type Zone } from '../../src/core/schedule.ts';
import { discordPlatform } from '../../src/platforms/discord/index.ts';
import { makeConnection } from '../../src/store/connection.ts';
import { createTurns } from '../../src/store/turns.ts';
import { decksOf, RULES, smallDeck } from '../conversations/small-deck.ts';
import { type FakeDiscord, fakeDiscord } from '../fakes/discord/index.ts';
import type { TestBed } from './measurement.ts';

export interface DiscordBed {
  readonly discord: FakeDiscord;
  readonly bot: Bot;
  close(): Promise<void>;
}

/** The whole bot on a small Discord in the same process, started. */
export async function botOnDiscord(
  { socket }: TestBed,
  clock: { now(): number },
): Promise<DiscordBed> {
  const discord = await fakeDiscord({ now: clock.now });
  const report = (doing: string, cause: unknown): void =>
    void process.stderr.write(`${doing}: ${cause}\n`);
  const redis = { kind: 'socket', path: socket } as const;
  const prefix = `b${randomBytes(6).toString('hex')}`;
  const connection = makeConnection(redis, 'ask');
  await connection.connect();
  const platform = discordPlatform({
    turns: createTurns(connection, prefix),
    token: discord.world.token,
    application: discord.world.application,
    api: discord.api,
    clock,
    locale: 'en',
    secret: 'bench',
    picture: async () => new Uint8Array(),
    chart: null,
    complete: async () => [],
    report,
    onFatal: (sentence) => report('Discord', sentence),
  });
  const bot = await makeBot({
    redis,
    prefix,
    platforms: [platform],
    decks: decksOf({ id: deckId.of('virtualization'), title: 'Bench', cards: smallDeck }),
    clock,
    rules: RULES,
    homeZone: parseZone('UTC') as Zone,
    makeRoundId: () => roundId.of(randomBytes(6).toString('hex')),
    makeSecret: () => 'bench',
    report,
    reportJob: (event) => process.stderr.write(`${JSON.stringify(event)}\n`),
  });
  await bot.start();
  return {
    discord,
    bot,
    async close() {
      await bot.stop();
      await discord.close();
      connection.disconnect();
    },
  };
}
