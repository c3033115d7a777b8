import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { fakeDiscord } from '../fakes/discord/index.ts';
import { dataFolder, startHypercall } from './hypercall-process.ts';

// The token follows from the time.
const now = () => Date.UTC(2026, 10, 23, 8, 0);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

async function openDiscordAt(port: number) {
  const discord = await fakeDiscord({ now, port });
  onTestFinished(discord.close);
  return discord;
}

it('Q17 a bot that starts without a network works, says so, and is up as soon as there is one', async () => {
  const [port, health] = [await freePort(), await freePort()];
  const { world, close } = await fakeDiscord({ now });
  await close();
  const bot = startHypercall(await dataFolder(), {
    DISCORD_TOKEN: world.token,
    DISCORD_API_URL: `http://127.0.0.1:${port}/api`,
    HYPERCALL_HEALTH_PORT: String(health),
  });
  const asked = async (): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${health}/health`).catch(() => null);
    return answer && [answer.status, await answer.json()];
  };
  const parts = (discord: string) => [200, { healthy: true, parts: { redis: 'ready', discord } }];
  let said = '';
  bot.process.stderr?.on('data', (text) => {
    said += text;
  });
  const away = 'discord cannot be reached: it is tried again and again.\n';
  await expect.poll(() => said, { timeout: 20_000 }).toContain(away);
  expect(await asked()).toEqual(parts('connecting'));
  await openDiscordAt(port);
  await expect.poll(asked, { timeout: 20_000 }).toEqual(parts('ready'));
  bot.process.kill('SIGTERM');
  expect((await bot.ended).code).toBe(0);
});

it('P7 a bot with a wrong token ends with the sentence that names the remedy', async () => {
  const discord = await openDiscordAt(await freePort());
  const bot = startHypercall(await dataFolder(), {
    DISCORD_TOKEN: `${Buffer.from(discord.world.application).toString('base64url')}.of.another-bot`,
    DISCORD_API_URL: discord.api,
  });
  const { code, err } = await bot.ended;
  expect(code).toBe(1);
  const said = err.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
  expect(said.at(-1)).toBe(
    'Discord refuses the bot token: copy it again from the Bot page of the Developer Portal into DISCORD_TOKEN.',
  );
});
