import { expect, inject, it } from 'vitest';
import { controlsOf, discordGroup } from './discord-group.ts';
import { heldRedis } from './held-redis.ts';

it('P1 everything is acknowledged while Redis is held, before anything waits for it', async () => {
  const redis = await heldRedis(inject('redisSocket'));
  const { group, discord, ada, bob, setUp, latest, hears } = await discordGroup({
    more: { redis: redis.target },
  });
  await setUp();
  await group.at('2026-11-23 09:00');
  const [first = ''] = controlsOf(latest());
  const requests = discord.world.requests.length;

  redis.hold();
  // A form must be the first response, so it alone is waited for, and for less than Redis is.
  const form = ada.types('/daily setup');
  const others = [
    bob.presses(latest(), first),
    bob.types('/streak'),
    bob.types('/leaderboard'),
    ada.types('/daily list'),
    bob.types('/me export'),
  ];
  await Promise.all(others.map(({ acknowledged }) => acknowledged));
  expect(await form.acknowledged).toEqual({ type: 5, data: { flags: 64 } });
  await hears(bob, 'try again in a moment');
  await hears(bob, "I can't confirm your answer yet");
  expect(redis.isHeld()).toBe(true);

  // By order: no other deed waited as long as the form, and the form not as long as Redis.
  const sent = discord.world.requests.slice(requests).map(({ path }) => path);
  const callback = ({ id }: { readonly id: string }) =>
    sent.findIndex((path) => path.startsWith(`/interactions/${id}/`));
  const firstReply = sent.findIndex((path) => path.startsWith('/webhooks/'));
  for (const other of others) expect(callback(other)).toBeLessThan(callback(form));
  expect(callback(form)).toBeLessThan(firstReply);

  redis.letGo();
  await hears(bob, 'You answered');
  await group.at('2026-11-24 09:01');
  await discord.until('the reveal', () =>
    JSON.stringify(latest().body).includes('Question 2') ? true : undefined,
  );
});
