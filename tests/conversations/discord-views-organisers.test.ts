import { it } from 'vitest';
import { roundId } from '../../src/core/ids.ts';
import type { FakeMessage } from '../fakes/discord/index.ts';
import { type DiscordGroup, discordGroup } from './discord-group.ts';
import { otherKinds } from './small-deck.ts';
import { answerTo, pressLabel, type ViewsPage, viewsPage } from './views-page.ts';

type Open = DiscordGroup & { readonly page: ViewsPage };

function openPage(open: DiscordGroup): Open {
  const title = 'Views on Discord: what organisers ask for and are told';
  return { ...open, page: viewsPage('discord-organisers.md', title, () => open.discord) };
}

/** A command of the organiser, and what she alone reads. */
async function asks({ discord, page, ada }: Open, line: string, views = ''): Promise<FakeMessage> {
  const said = await answerTo(discord, ada, () => ada.types(line));
  page.add(line, views, said.body);
  return said;
}

async function presses(
  { discord, page, ada }: Open,
  on: FakeMessage,
  label: string,
  views = '',
): Promise<FakeMessage> {
  const said = await answerTo(discord, ada, () => pressLabel(ada, on, label));
  page.add(`${label}, pressed`, views, said.body);
  return said;
}

/** The daily itself. */
async function daily(open: Open): Promise<void> {
  const { ada, page, discord, group, bob } = open;
  await open.setUp();
  const edit = ada.types('/daily edit d1');
  page.add('/daily edit: the window', 'dailyForm', (await edit.acknowledged).data);
  const edited = await answerTo(discord, ada, () => ada.submits(edit, { when: 'daily 09:00' }));
  page.add('/daily edit: done', 'dailyView', edited.body);
  const wrong = ada.types('/daily setup');
  await wrong.acknowledged;
  const faults = await answerTo(discord, ada, () => ada.submits(wrong, { zone: 'Zurich' }));
  page.add('/daily setup: what cannot be read', '', faults.body);
  await asks(open, '/daily preview', 'dailyView');
  await asks(open, '/daily pause');
  await asks(open, '/daily list', 'dailiesView');
  await asks(open, '/daily resume', 'dailyView');
  await asks(open, '/daily now');
  await group.settle();
  await asks(open, '/daily organisers', 'organisersView');
  await asks(open, `/daily organisers add=${bob.id}`, 'organiserView');
  await asks(open, `/daily organisers remove=${bob.id}`, 'organiserView');
}

/** A question that was answered in words, appealed and put right. */
async function corrections(open: Open): Promise<void> {
  const { page, discord, group, ada, bob } = open;
  const verdict = await answersInWords(open, 'control block');
  const sent = await answerTo(discord, bob, () => pressLabel(bob, verdict, 'I was right'));
  page.add('I was right, pressed by a member', '', sent.body);
  await page.shows('An appeal, as a message to its organiser', 'appealNotice', 'Somebody appeals');
  await answersInWords({ ...open, bob: ada }, 'VMCS');
  const rulings = await asks(open, '/deck rulings', 'rulingsView');
  await presses(open, rulings, 'Accept');
  for (const second of ['01', '02', '03']) await group.at(`2026-11-23 09:00:${second}`);
  await page.shows('A ruling, as a message to the member', 'ruledNotice', 'counts as right');
  pressLabel(bob, verdict, 'Report this question');
  const report = await open.hears(bob, 'What is wrong with').then(() => newestOf(open, bob.id));
  await answerTo(discord, bob, () => pressLabel(bob, report, 'Unclear'));
  await asks(open, '/deck list');
  await asks(open, '/deck reports', 'reportsView');
  await asks(open, '/daily rekey key="also VMM block"', 'rekeyedView');
  const voided = await asks(open, '/daily void', 'voidedView');
  await presses(open, voided, 'Let it count again', 'unvoidedView');
  await asks(open, '/daily history', 'historyView');
  await asks(open, '/daily resolve', 'unresolvedView');
}

const newestOf = ({ channel }: Open, member: string): FakeMessage =>
  channel.messages.findLast(({ ephemeralFor }) => ephemeralFor === member) as FakeMessage;

async function answersInWords({ discord, bob, latest }: Open, words: string): Promise<FakeMessage> {
  const pressed = pressLabel(bob, latest(), 'Answer');
  const { data } = await pressed.acknowledged;
  const [field] = data.components.map(({ component }: never) => component) as [
    { custom_id: string },
  ];
  return answerTo(discord, bob, () => bob.submits(pressed, { [field.custom_id]: words }));
}

/** What goes wrong, and who is told. */
async function troubles(open: Open): Promise<void> {
  const { page, discord, group, ada, bob, channel } = open;
  // The only card of the deck is free again when its question is closed.
  await group.at('2026-11-24 09:00');
  await group.at('2026-11-24 09:01');
  for (const guild of discord.world.guilds.values()) guild.rights &= ~HISTORY;
  discord.failNext('POST', /messages$/, { kind: 'drop' });
  await group.at('2026-11-25 09:00');
  await group.at('2026-11-25 09:02');
  await page.shows('A send of unknown fate, as a message to its organiser', '', 'nobody knows');
  const unknown = await asks(open, '/daily resolve d1', 'unresolvedView');
  await presses(open, unknown, 'It does not stand');
  channel.isHidden = true;
  await group.at('2026-11-26 09:00');
  await group.at('2026-11-26 09:02');
  await page.shows('A day without a question, as a message to its organiser', '', 'asked nothing');
  channel.isHidden = false;
  await asks(open, '/daily list', 'dailiesView');
  const refused = await answerTo(discord, bob, () => bob.types('/daily list'));
  page.add('A refusal', '', refused.body);
  for (const guild of discord.world.guilds.values()) guild.rights &= ~ATTACH;
  const missing = await answerTo(discord, ada, () => ada.types('/daily setup'));
  page.add('A right that is missing in the channel', '', missing.body);
  const floods = Array.from({ length: 31 }, () => bob.types('/help'));
  await Promise.all(floods.map(({ acknowledged }) => acknowledged));
  await page.shows('A command that is repeated too fast', '', 'That was a lot at once');
  await asks(open, '/daily remove d1');
}

const ATTACH = 1n << 15n;
const HISTORY = 1n << 16n;

it('docs/views/discord-organisers.md shows what organisers ask for and are told (npm run views:discord)', async () => {
  let ids = 0;
  const open = openPage(
    await discordGroup({
      cards: [otherKinds.typed],
      more: { makeRoundId: () => roundId.of(`round${String(++ids).padStart(5, '0')}00`) },
    }),
  );
  await daily(open);
  await corrections(open);
  await troubles(open);
  await open.page.keep();
}, 30_000);
