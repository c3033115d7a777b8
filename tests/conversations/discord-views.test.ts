import { it } from 'vitest';
import { type RoundId, roundId } from '../../src/core/ids.ts';
import type { FakeMessage } from '../fakes/discord/index.ts';
import { controlsOf, type DiscordGroup, discordGroup } from './discord-group.ts';
import { otherKinds, RULES, smallDeck } from './small-deck.ts';
import {
  answerTo,
  newest,
  pressLabel,
  pressOption,
  type ViewsPage,
  viewsPage,
} from './views-page.ts';

/** What a question asks for, by how the id of its first control begins. */
const KINDS: readonly (readonly [string, string])[] = [
  ['a.', 'one of a few'],
  ['~c', 'all that are right'],
  ['~m', 'true or false, for each'],
  ['~o', 'an order'],
  ['~p', 'pairs'],
  ['~w..w', 'a few words'],
  ['~w..s', 'a sentence or two'],
  ['~w..n', 'a number'],
  ['~w..g', 'gaps'],
  ['l.', 'look and say how well you knew it'],
];

/** Weekdays, as many as there are cards to be seen. */
const DAYS: readonly string[] = [
  ...[23, 24, 25, 26, 27, 30].map((day) => `2026-11-${day}`),
  ...['01', '02', '03', '04', '07', '08', '09', '10', '11'].map((day) => `2026-12-${day}`),
];

/** Ids in a row; a quiz takes the first ten characters. */
function idsInARow(): () => RoundId {
  let ids = 0;
  return () => roundId.of(`round${String(++ids).padStart(5, '0')}00`);
}

/** A question of each kind, with its window or its look. */
async function eachKind({ group, bob, latest, discord }: DiscordGroup, page: ViewsPage) {
  const seen = new Set<string>();
  for (const day of DAYS) {
    await group.at(`${day} 09:00`);
    const question = latest();
    const [id = ''] = controlsOf(question);
    const kind = KINDS.find(([begin]) => id.replace(/round\d+/, '').startsWith(begin))?.[1] ?? id;
    if (seen.has(kind)) continue;
    seen.add(kind);
    page.add(`A question: ${kind}`, 'questionView', question.body);
    const values = id.startsWith('~c') ? ['0'] : undefined;
    const pressed = bob.presses(question, id, values);
    const { type, data } = await pressed.acknowledged;
    if (type === 9) page.add(`Its window: ${kind}`, '', data);
    const answer = ANSWERED[kind];
    if (answer) await page.shows(answer.title, answer.views, answer.words);
    if (kind !== 'a few words') continue;
    const hint = await answerTo(discord, bob, () => pressLabel(bob, question, 'Hint'));
    page.add('A hint, seen by its member alone', '', hint.body);
  }
}

/** What follows a press at once, where no window does. */
const ANSWERED: Readonly<Record<string, { title: string; views: string; words: string }>> = {
  'one of a few': {
    title: 'The verdict, seen by its member alone',
    views: 'verdictView',
    words: 'You answered',
  },
  'look and say how well you knew it': {
    title: 'The look, seen by its member alone',
    views: '',
    words: 'How well',
  },
};

it('docs/views/discord.md shows the daily question as it is sent (npm run views:discord)', async () => {
  const open = await discordGroup({
    cards: [...Object.values(otherKinds), ...smallDeck],
    more: { makeRoundId: idsInARow() },
  });
  const page = viewsPage('discord.md', 'Views on Discord: the daily question', () => open.discord);
  const { ada, bob, channel } = open;

  const setup = ada.types('/daily setup');
  page.add('/daily setup: the window', 'dailyForm', (await setup.acknowledged).data);
  ada.submits(setup, {});
  await page.shows('/daily setup: done', 'dailyView', 'is set up');
  await eachKind(open, page);
  const reveal = channel.messages.find(
    ({ versions, nonce }) => nonce !== null && versions.length > 1,
  ) as FakeMessage;
  page.add('The reveal, in place of the question', 'revealView', reveal.body);
  await later(page);
  bob.types('/explain d1 1');
  await page.shows(
    '/explain, and "Explain this question" on a message',
    'explainView',
    'Asked <t:',
  );
  await page.keep();
}, 30_000);

const CREATE_THREADS = 1n << 35n;

/** A group in which verdicts come with the reveal, and which talks about its questions in threads. */
async function later(page: ViewsPage): Promise<void> {
  const rules = { ...RULES, verdict: 'at-the-reveal', discussion: 'thread' } as const;
  const { group, discord, bob, setUp, latest, hears } = await discordGroup({
    cards: smallDeck.slice(0, 1),
    more: { rules, makeRoundId: idsInARow() },
  });
  for (const guild of discord.world.guilds.values()) guild.rights |= CREATE_THREADS;
  await setUp();
  await group.at('2026-11-23 09:00');
  pressOption(bob, latest(), 'right one');
  await hears(bob, 'Your answer is recorded');
  const recorded = newest(discord, 'Your answer is recorded') as FakeMessage;
  page.add('An answer whose verdict comes with the reveal', 'recordedView', recorded.body);
  await group.at('2026-11-24 09:00');
  await group.at('2026-11-24 09:01');
  const thread = discord.world.requests.find(({ path }) => path.endsWith('/threads'));
  page.add('The thread about a closed question', 'discussionView', thread?.body);
}
