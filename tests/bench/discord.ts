import { Client, Events, GatewayIntentBits } from 'discord.js';
import { NO_COURSE } from '../../src/core/course.ts';
import { channelId, communityId, deckId } from '../../src/core/ids.ts';
import { parseDays, parseTime, parseZone } from '../../src/core/schedule.ts';
import { nodesOf } from '../fakes/discord/checks.ts';
import { type FakeDiscord, type FakeMessage, fakeDiscord } from '../fakes/discord/index.ts';
import { paced } from './answers.ts';
import { botOnDiscord } from './discord-bot.ts';
import { alone, type Bench, beside, inFlight, percentile, type TestBed } from './measurement.ts';

const NOW = Date.parse('2026-11-24T09:00:30Z');
const CHANNELS = 2_000;
const CEILING = 50;

/** Members who press the first button of a message, one after another, each for the first time. */
function pressing(discord: FakeDiscord, message: FakeMessage) {
  const channel = discord.world.channels.get(message.channel);
  const [button] = nodesOf(message.body.components).filter(({ custom_id }) => custom_id);
  if (!channel) throw new Error('the message stands nowhere');
  return async (): Promise<void> => {
    await discord.member({ channel }).presses(message, button.custom_id).acknowledged;
  };
}

/** discord.js alone: it defers each press and does nothing else. */
async function bareAcknowledgements(): Promise<number[]> {
  const discord = await fakeDiscord({ now: Date.now });
  const channel = discord.channel(discord.guild());
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: discord.api, version: '10' },
  });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isButton()) void interaction.deferReply({ flags: 64 });
  });
  await client.login(discord.world.token);
  await discord.gateway.connected(1);
  const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'A', custom_id: 'a' }] }];
  const message: FakeMessage = {
    id: discord.world.nextId(),
    channel: channel.id,
    nonce: null,
    at: Date.now(),
    author: discord.world.application,
    ephemeralFor: null,
    body: { components },
    files: new Map(),
    versions: [],
    isDeleted: false,
    edits: 0,
  };
  channel.messages.push(message);
  const took = await paced(pressing(discord, message));
  await client.destroy();
  await discord.close();
  return took;
}

/** From a press to its acknowledgement, while every press is also graded, counted and answered. */
export const discordAcknowledgement: Bench = {
  name: 'discord-ack',
  async run(bed) {
    const bare = await bareAcknowledgements();
    const { discord, bot, close } = await botOnDiscord(bed, { now: Date.now });
    const channel = discord.channel(discord.guild());
    const ada = discord.member({ channel, organiser: true });
    await ada.types('/daily setup weekdays 09:00 UTC virtualization').acknowledged;
    await discord.until('the daily', () => ada.heard().find((text) => text.includes('set up')));
    await ada.types('/daily now').acknowledged;
    const question = await discord.until('the question', () =>
      channel.messages.find(({ nonce }) => nonce !== null),
    );
    const took = await paced(pressing(discord, question));
    await bot.jobs.settled();
    await close();
    const [p99, bareP99] = [percentile(took, 0.99), percentile(bare, 0.99)];
    return [
      beside('Discord acknowledgement p99 at 200/s', p99, 'ms', bareP99, '< 1000 ms'),
      alone('Discord acknowledgement, slowest', Math.max(...took), 'ms', '< 2000 ms'),
    ];
  },
};

async function setUp(bed: Awaited<ReturnType<typeof botOnDiscord>>): Promise<void> {
  const { discord, bot } = bed;
  const [time, days, zone] = [parseTime('09:00'), parseDays('daily'), parseZone('UTC')];
  if (!time || !days || !zone) throw new Error('not a schedule');
  const places = Array.from({ length: CHANNELS }, () => discord.channel(discord.guild()));
  await inFlight(CHANNELS, 200, async (at) => {
    const { guild, id } = places[at] ?? {};
    await bot.parts.store.dailies.create({
      community: communityId.of(`discord:${guild}`),
      channel: channelId.of(String(id)),
      deck: deckId.of('virtualization'),
      schedule: { time, days, dates: null, months: null, zone },
      course: NO_COURSE,
      organiser: null,
      named: null,
      since: NOW - 3_600_000,
      paused: false,
    });
  });
}

/** 2,000 questions due at the same minute, in as many servers, on the machine's clock: some 40 seconds. */
async function posting(bed: TestBed) {
  const began = Date.now();
  const on = await botOnDiscord(bed, { now: () => NOW + Date.now() - began });
  await setUp(on);
  const { requests } = on.discord.world;
  const before = requests.length;
  await on.bot.tick();
  const stands = () => [...on.discord.world.channels.values()].every((each) => each.messages[0]);
  while (!stands()) await new Promise((later) => setTimeout(later, 20));
  await on.bot.jobs.settled();
  const sent = requests.slice(before);
  const at = [...on.discord.world.channels.values()].map(({ messages }) => messages[0]?.at ?? 0);
  const seconds = (Math.max(...at) - Math.min(...at)) / 1_000;
  const twice = [...on.discord.world.channels.values()].filter((each) => each.messages.length > 1);
  await on.close();
  if (twice.length > 0) throw new Error(`${twice.length} channels were asked twice`);
  return { seconds, share: sent.filter(({ status }) => status === 429).length / sent.length };
}

/** Posting against the limit of the whole bot, as the fake holds it: 50 requests in any one second. */
export const discordPosting: Bench = {
  name: 'discord-posts',
  async run(bed) {
    const { seconds, share } = await posting(bed);
    return [
      beside('posting 2,000 channels', CHANNELS / seconds, 'posts/s', CEILING, 'ratio >= 0.95'),
      alone('of these requests refused as too fast', share * 100, '%', '< 1 %'),
    ];
  },
};
