import { expect, it } from 'vitest';
import type { Card } from '../../src/core/card.ts';
import { cardId } from '../../src/core/ids.ts';
import type { Member } from '../fakes/slack/member.ts';
import { type SlackGroup, slackGroup } from './slack-group.ts';
import { several, smallDeck } from './small-deck.ts';

/** A group that was asked on two days; bob answered the first. */
async function secondDay(
  cards: readonly Card[] = smallDeck.slice(0, 2),
  answer = (name: Member): Promise<unknown> => name.presses('A'),
): Promise<SlackGroup> {
  const group = await slackGroup({ cards });
  const [ada, bob] = [group.member('ada'), group.member('bob')];
  await ada.types('/daily setup 09:00 daily UTC virtualization');
  await ada.heard('Daily d1 is set up');
  await group.at('2026-11-23 09:00');
  await answer(bob);
  await bob.heard('You answered');
  await group.at('2026-11-24 09:00');
  await group.at('2026-11-24 09:01');
  return group;
}
const home = (group: SlackGroup, name: string): string =>
  JSON.stringify(group.fake.world.homes.get(group.member(name).user.id));

it('the App Home asks what is open, says how things stand, and is drawn anew after an answer', async () => {
  const group = await secondDay();
  const bob = group.member('bob');
  const shown = await bob.opensHome();
  expect(shown).toContain('Question 2');
  expect(shown).toContain('Freezes in hand');
  expect(shown).toContain('The last 13 weeks');
  expect(shown).toContain('Leaderboard');
  expect(shown).toContain('Reminders are off');
  await bob.pressesAtHome('A');
  await group.settle();
  await group.fake.until('the answer at home', () =>
    home(group, 'bob').includes('You have answered question 2'),
  );
  expect(group.fake.world.whispers.at(-1)).toMatchObject({ kind: 'direct' });
  expect(home(group, 'bob')).not.toContain('press-0');
});

it('X5 the App Home shows no question of a channel to those who never answered there', async () => {
  const group = await secondDay();
  const shown = await group.member('stranger').opensHome();
  expect(shown).not.toContain('Question 2');
  expect(shown).toContain('No question is open for you');
});

it('several choices are ticked and sent in the App Home', async () => {
  const other = { ...several, id: cardId.of('another') };
  const group = await secondDay([several, other], (name) => name.ticks(['0']));
  const bob = group.member('bob');
  await bob.opensHome();
  const blocks = (group.fake.world.homes.get(bob.user.id)?.['blocks'] ?? []) as {
    elements?: Record<string, unknown>[];
  }[];
  const elements = blocks.flatMap((block) => block.elements ?? []);
  const boxes = elements.find(({ type }) => type === 'checkboxes') as Record<string, unknown>;
  const send = elements.find(({ action_id }) => action_id === 'send') as Record<string, unknown>;
  const [option] = boxes['options'] as object[];
  const values = { b1: { ticks: { type: 'checkboxes', selected_options: [option] } } };
  await group.fake.deliver('interactive', group.fake.pay.homeAction(bob.user, send, values));
  await group.settle();
  await group.fake.until('the answer at home', () =>
    home(group, 'bob').includes('You have answered question 2'),
  );
});

it('the App Home says how many cards are due, and its button brings the first', async () => {
  const group = await slackGroup({ cards: smallDeck.slice(0, 2) });
  const [ada, bob] = [group.member('ada'), group.member('bob')];
  await ada.types('/daily setup 09:00 daily UTC virtualization');
  await ada.heard('Daily d1 is set up');
  await group.at('2026-11-23 09:00');
  const shown = JSON.stringify(group.channel.messages[0]?.blocks);
  await bob.presses(/([A-D]) {3}wrong one/.exec(shown)?.[1] ?? '');
  await bob.heard('Not this time');
  await group.at('2026-11-24 09:00');
  await group.at('2026-11-24 09:01');
  expect(await bob.opensHome()).toContain('1 card is due');
  expect(await ada.opensHome()).not.toContain('Review them');
  await bob.pressesAtHome('Review them');
  await bob.heard('Review · ');
  expect(group.fake.world.whispers.at(-1)).toMatchObject({ kind: 'direct' });
});

it('settings are changed by buttons of the App Home, and shown at once', async () => {
  const group = await slackGroup({});
  const bob = group.member('bob');
  await bob.opensHome();
  await bob.pressesAtHome('me reminders on');
  await bob.heard('Reminders are on');
  await group.fake.until('the change at home', () =>
    home(group, 'bob').includes('Reminders are on'),
  );
});

it('/today shows the open question again, and who has answered reads when it closes', async () => {
  const group = await secondDay();
  const [ada, bob] = [group.member('ada'), group.member('bob')];
  await ada.types('/today');
  await ada.heard('Question 2');
  await ada.presses('B');
  await group.settle();
  await ada.types('/today');
  await ada.heard('You have answered question 2');
  await bob.types('/today');
  await bob.heard('Question 2');
});
