import { expect, it } from 'vitest';
import { type RoundId, roundId } from '../../src/core/ids.ts';
import { nodesOf } from '../fakes/discord/checks.ts';
import { type FakeMessage, type Json, textOf } from '../fakes/discord/index.ts';
import { controlsOf, discordGroup } from './discord-group.ts';
import { otherKinds, smallDeck } from './small-deck.ts';

/** A heading, what members read, and the payload. */
function rendered(title: string, body: Json): string {
  const controls = nodesOf(body.components)
    .filter(({ type }) => type === 2 || type === 3)
    .map(({ label, placeholder }) => `[${label ?? `${placeholder} ▾`}]`);
  const shown = [textOf({ components: withoutControls(body.components) }), controls.join(' ')];
  const payload = JSON.stringify(body, null, 2);
  return [
    `## ${title}`,
    '',
    '```text',
    shown.filter(Boolean).join('\n').replaceAll('```', '` ` `'),
    '```',
    '',
    '<details><summary>Payload</summary>',
    '',
    '```json',
    payload,
    '```',
    '',
    '</details>',
    '',
  ].join('\n');
}

const withoutControls = (nodes: readonly Json[]): Json[] =>
  nodes.flatMap((node) => {
    if (node.type === 1) return [];
    return [node.components ? { ...node, components: withoutControls(node.components) } : node];
  });

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

it('docs/views/discord.md shows every view as it is sent (npm run views:discord)', async () => {
  let rounds = 0;
  const makeRoundId = (): RoundId => roundId.of(`round${String(++rounds).padStart(7, '0')}`);
  const cards = [...Object.values(otherKinds), ...smallDeck];
  const { group, discord, channel, ada, bob, latest, hears } = await discordGroup({
    cards,
    more: { makeRoundId },
  });
  const views: string[] = [];
  const last = (): FakeMessage => channel.messages.at(-1) as FakeMessage;
  const add = (title: string, body: Json): void => void views.push(rendered(title, body));
  async function asks(title: string, line: string, words: string, member = ada): Promise<void> {
    member.types(line);
    await discord.until(words, () => (textOf(last().body).includes(words) ? true : undefined));
    add(title, last().body);
  }

  const setup = ada.types('/daily setup');
  add('/daily setup: the window', (await setup.acknowledged).data);
  await ada.submits(setup, {}).acknowledged;
  await hears(ada, 'is set up');
  add('/daily setup: done', last().body);

  const seen = new Set<string>();
  for (const day of DAYS) {
    await group.at(`${day} 09:00`);
    const question = latest();
    const [id = ''] = controlsOf(question);
    const kind = KINDS.find(([begin]) => id.replace(/round\d+/, '').startsWith(begin))?.[1] ?? id;
    if (seen.has(kind)) continue;
    seen.add(kind);
    add(`A question: ${kind}`, question.body);
    const { type, data } = await bob.presses(question, id, id.startsWith('~c') ? ['0'] : undefined)
      .acknowledged;
    if (type === 9) add(`Its window: ${kind}`, data);
    if (kind === 'one of a few') {
      await hears(bob, 'You answered');
      add('The verdict, seen by its member alone', last().body);
    }
    if (kind === 'look and say how well you knew it') {
      await hears(bob, 'How well');
      add('The look, seen by its member alone', last().body);
    }
  }
  const reveal = channel.messages.find(
    ({ versions, nonce }) => nonce !== null && versions.length > 1,
  );
  add('The reveal, in place of the question', reveal?.body);
  await asks('/explain, and "Explain this question" on a message', '/explain d1 1', 'Asked ');
  await asks('/streak', '/streak', 'treak');
  await asks('/leaderboard', '/leaderboard', 'Leaderboard');
  await asks('/daily list', '/daily list', 'Dailies');
  await asks('/help', '/help', 'One question every study day');
  await asks('/daily preview', '/daily preview d1', 'Daily d1');
  await asks('/me reminders', '/me reminders on', 'Reminders are on', bob);
  await asks('/me export', '/me export', 'Your data here', bob);
  await asks('/me erase: the last question', '/me erase', 'Erase everything about you', bob);
  bob.types('/daily list');
  await hears(bob, 'Only organisers');
  add('A refusal', last().body);

  const intro = [
    '# Views on Discord',
    '',
    'Written by `npm run views:discord` from a study group on the loopback Discord; ids are left out.',
    '',
    '',
  ].join('\n');
  const text = `${intro}${views.join('\n')}`.replace(/\d{17,20}/g, '…');
  await expect(text).toMatchFileSnapshot('../../docs/views/discord.md');
}, 30_000);
