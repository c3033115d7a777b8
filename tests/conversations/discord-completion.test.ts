import { expect, it } from 'vitest';
import type { Calendars } from '../../src/ports/calendars.ts';
import { discordGroup } from './discord-group.ts';

const calendars: Calendars = {
  get: (name) => (name === 'eth-zurich' ? [] : null),
  list: () => ['eth-zurich'],
};

it.each([
  ['daily pause', 'daily', '', ['d1']],
  ['daily pause', 'daily', 'x', []],
  ['daily setup', 'deck', 'virt', ['virtualization']],
  ['daily setup', 'zone', 'zurich', ['Europe/Zurich']],
  ['daily setup', 'zone', 'new york', ['America/New_York']],
  ['daily setup', 'holidays', 'eth', ['eth-zurich']],
  ['daily setup', 'when', 'week', ['weekdays 09:00', 'weekends 10:00']],
  ['quiz start', 'topic', 'am', ['gamma']],
  ['quiz solo', 'topic', '', ['alpha', 'beta', 'gamma']],
  ['help', 'topic', 'quiz s', ['quiz start', 'quiz stop', 'quiz skip', 'quiz solo']],
])('/%s completes %s, typed %j so far', async (path, option, typed, words) => {
  const { ada, setUp } = await discordGroup({ more: { calendars } });
  await setUp();
  const { type, data } = await ada.completes(path, option, typed).acknowledged;
  expect(type).toBe(8);
  expect(data.choices.map(({ value }: { value: string }) => value)).toEqual(words);
});

it('completes the dailies of no other server', async () => {
  const { discord, setUp } = await discordGroup();
  await setUp();
  const channel = discord.channel(discord.guild('Elsewhere'));
  const eve = discord.member({ channel, organiser: true });
  const { data } = await eve.completes('daily pause', 'daily', '').acknowledged;
  expect(data.choices).toEqual([]);
});
