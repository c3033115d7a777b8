import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/core/card.ts';
import { type SlackGroup, slackGroup } from './slack-group.ts';
import { otherKinds, several, smallDeck, statement } from './small-deck.ts';

/** A group whose daily has just asked this card. */
async function asked(card: Card): Promise<SlackGroup> {
  const group = await slackGroup({ cards: [card] });
  const ada = group.member('ada');
  await ada.types('/daily setup 09:00 daily UTC virtualization');
  await ada.heard('Daily d1 is set up');
  await group.at('2026-11-23 09:00');
  expect(group.channel.messages).toHaveLength(1);
  return group;
}

const first = smallDeck[0] as Card;

interface Option {
  readonly text: { readonly text: string };
  readonly value: string;
}

describe('a workspace', () => {
  it('reads the reveal in place of the question, and calls nobody from the leaderboard', async () => {
    const group = await asked(first);
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    const [question] = group.channel.messages;
    const shown = JSON.stringify(question?.blocks);
    const letter = /([A-D]) {3}right one/.exec(shown)?.[1] ?? '';
    await ada.presses(letter);
    await ada.heard('Right: +10 points');
    await bob.presses(letter === 'A' ? 'B' : 'A');
    await bob.heard('Not this time');

    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    expect(question?.edits).toBe(1);
    expect(JSON.stringify(question?.blocks)).toContain('2 members answered, 1 right');
    expect(JSON.stringify(question?.blocks)).not.toContain('"actions"');

    await bob.types('/leaderboard');
    await group.fake.until('the leaderboard', () =>
      JSON.stringify(group.channel.messages.at(-1)?.blocks).includes('10 points'),
    );
    // By name: a mention would call everybody on it.
    const board = JSON.stringify(group.channel.messages.at(-1)?.blocks);
    expect(board).toContain('1.  ada  10 points');
    expect(board).not.toContain('<@');
  });
});

describe('a question of each kind', () => {
  it('true or false by two buttons', async () => {
    const group = await asked(statement);
    const bob = group.member('bob');
    await bob.presses('B');
    await bob.heard('Right');
  });

  it('several choices count when they are sent, not when they are ticked', async () => {
    const group = await asked(several);
    const bob = group.member('bob');
    await bob.ticks([]);
    await bob.heard('Nothing is ticked yet');
    const shown = JSON.stringify(group.channel.messages[0]?.blocks);
    const right = [...shown.matchAll(/([A-D]) {3}right/g)].map(([, letter]) => letter);
    const picks = [...new Set(right)].map((letter) => String('ABCD'.indexOf(letter ?? '')));
    await bob.ticks(picks);
    await bob.heard('Right: +10 points');
  });

  it('more than five options are a menu', async () => {
    const options = [
      'right one',
      ...['one', 'two', 'three', 'four', 'five'].map((n) => `wrong ${n}`),
    ];
    const why = options.map((_, at) => (at === 0 ? null : 'No.'));
    const group = await asked({ ...first, options, why } as Card);
    const bob = group.member('bob');
    const menu = group.channel.messages[0]?.blocks.find(({ type }) => type === 'actions');
    const listed = (menu as { elements: { options: Option[] }[] }).elements[0]?.options ?? [];
    const right = listed.find(({ text }) => text.text.includes('right one'));
    await bob.presses(right?.value ?? '');
    await bob.heard('Right');
  });

  it.each([
    ['typed', { 'place-0': 'VMCS' }],
    ['keyPoints', { 'place-0': 'Fidelity, performance and safety.' }],
    ['numeric', { 'place-0': '31.25' }],
    ['gap', { 'place-0': 'guest', 'place-1': 'VMM' }],
  ] as const)('%s in a form', async (kind, values) => {
    const group = await asked(otherKinds[kind]);
    const bob = group.member('bob');
    await bob.presses('Answer');
    await bob.fills(values);
    await bob.heard('Right');
  });

  it('a form with an empty field stays open and says so', async () => {
    const group = await asked(otherKinds.gap);
    const bob = group.member('bob');
    await bob.presses('Answer');
    const refused = await bob.fills({ 'place-0': 'guest', 'place-1': '  ' });
    expect(refused?.payload).toMatchObject({
      response_action: 'errors',
      errors: { 'place-1': expect.stringContaining('Write something') },
    });
    await bob.fills({ 'place-0': 'guest', 'place-1': 'VMM' });
    await bob.heard('Right');
  });

  it('statements by true and false', async () => {
    const group = await asked(otherKinds.kprime);
    const bob = group.member('bob');
    await bob.presses('Answer');
    const { view } = await bob.form();
    const labels = (view['blocks'] as { label: { text: string } }[]).map(({ label }) => label.text);
    const marks = labels.map((label, at) => [`place-${at}`, label.includes('true') ? '1' : '0']);
    await bob.fills(Object.fromEntries(marks));
    await bob.heard('Right');
  });

  it.each(['order', 'match'] as const)('%s by menus, each choice once', async (kind) => {
    const group = await asked(otherKinds[kind]);
    const bob = group.member('bob');
    await bob.presses('Answer');
    const { view } = await bob.form();
    const [block] = view['blocks'] as {
      element: { options: { text: { text: string }; value: string }[] };
    }[];
    const options = block?.element.options ?? [];
    const value = (word: string): string =>
      options.find(({ text }) => text.text.includes(word))?.value ?? '';
    const words = ['first', 'second', 'third', 'fourth'];
    const right = ['one', 'two', 'three', 'four'];
    const values = Object.fromEntries(
      (kind === 'order' ? words : right).map((word, at) => [`place-${at}`, value(word)]),
    );
    const twice = await bob.fills({ ...values, 'place-1': values['place-0'] ?? '' });
    expect(twice?.payload).toMatchObject({
      errors: { 'place-1': expect.stringContaining('needed once') },
    });
    await bob.fills(values);
    await bob.heard('Right');
  });

  it('a flash card by a look and a word on it', async () => {
    const group = await asked(otherKinds.flash);
    const bob = group.member('bob');
    await bob.presses('Show the answer');
    await bob.heard('How well did you know it?');
    await bob.presses('I knew it');
    await bob.heard('Noted');
  });
});

describe('orders in a workspace', () => {
  it('are for administrators, and open a form', async () => {
    const group = await slackGroup({});
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    await bob.types('/daily list');
    await bob.heard('Only organisers can do that');
    await ada.types('/daily setup');
    await ada.fills({ when: 'daily 10:30', zone: 'Europe/Zurich' });
    await ada.heard('10:30');
  });

  it('are understood behind the umbrella too', async () => {
    const group = await slackGroup({});
    const bob = group.member('bob');
    await bob.types('/hypercall streak');
    await bob.heard('No streak yet');
    await bob.types('/hypercall');
    await bob.heard('One question every study day');
    await bob.types('/hypercall leaderbord');
    await bob.heard('Did you mean /leaderboard?');
  });
});

describe('/daily setup', () => {
  it('confirms its form in private, with the next five runs and a button for the first question', async () => {
    const group = await slackGroup({});
    const ada = group.member('ada');
    await ada.types('/daily setup');
    await ada.form();
    await ada.fills({});
    await ada.heard('Daily d1 is set up');
    const confirmed = ada.hears().find((text) => text.includes('Daily d1 is set up')) ?? '';
    expect(confirmed.match(/<!date\^/g)?.length).toBe(5);
    expect(group.channel.messages).toEqual([]);
    await ada.presses('p.d1');
    await group.fake.until('the question', () => group.channel.messages.length === 1);
  });
});
