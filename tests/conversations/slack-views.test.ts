import { expect, it } from 'vitest';
import type { Card } from '../../src/core/card.ts';
import { cardId, type RoundId, roundId } from '../../src/core/ids.ts';
import type { Member } from '../fakes/slack/member.ts';
import type { Json } from '../fakes/slack/world.ts';
import { slackGroup } from './slack-group.ts';
import { rendered } from './slack-rendering.ts';
import { otherKinds, several, smallDeck, statement } from './small-deck.ts';

const [first, ...others] = smallDeck as [Card, ...Card[]];
const six = ['right one', 'wrong one', 'wrong two', 'wrong three', 'wrong four', 'wrong five'];
const menu = {
  ...first,
  id: cardId.of('single-six'),
  prompt: 'Which of these six is the right one?',
  options: six,
  why: six.map((_, at) => (at === 0 ? null : 'No.')),
  key: 0,
} as Card;
const pictured: Card = {
  ...statement,
  id: cardId.of('pictured'),
  prompt: 'The drawing shows a trap.',
  picture: { file: 'images/trap.svg', alt: 'An arrow from the guest to the hypervisor' },
};

/** What a question asks for, by its card. */
const KINDS: readonly (readonly [Card, string])[] = [
  [first, 'one of a few'],
  [menu, 'one of many'],
  [statement, 'true or false'],
  [pictured, 'with a picture'],
  [several, 'all that are right'],
  [otherKinds.kprime, 'true or false, for each'],
  [otherKinds.typed, 'a few words'],
  [otherKinds.keyPoints, 'a sentence or two'],
  [otherKinds.numeric, 'a number'],
  [otherKinds.gap, 'gaps'],
  [otherKinds.order, 'an order'],
  [otherKinds.match, 'pairs'],
  [otherKinds.flash, 'look and say how well you knew it'],
];

/** Days, one for each card. */
const DAYS: readonly string[] = Array.from({ length: KINDS.length + others.length }, (_, at) =>
  dayAfter(at),
);
const LAST = dayAfter(DAYS.length);

function dayAfter(days: number): string {
  return new Date(Date.UTC(2026, 10, 23 + days)).toISOString().slice(0, 10);
}

it('docs/views/slack.md shows every view as it is sent (npm run views:slack)', async () => {
  let rounds = 0;
  const makeRoundId = (): RoundId => roundId.of(`round${String(++rounds).padStart(7, '0')}`);
  const cards = [...KINDS.map(([card]) => card), ...others];
  const group = await slackGroup({ cards, more: { makeRoundId } });
  const { fake, channel } = group;
  const [ada, bob] = [group.member('ada'), group.member('bob')];
  const views: string[] = [];
  const seen = new Set<unknown>();

  const posted = (): Json[] => channel.messages.at(-1)?.blocks ?? [];
  const inChannel = (title: string): void => void views.push(rendered(title, posted()));

  /** What reaches one member after they did something. */
  async function alone(title: string, member: Member, act: () => Promise<unknown>, words: string) {
    const news = () =>
      fake.world.whispers.find(
        (each) =>
          each.user === member.user.id &&
          !seen.has(each) &&
          JSON.stringify([each.text, each.blocks]).includes(words),
      );
    for (const old of fake.world.whispers) seen.add(old);
    await act();
    await fake.until(`${title}: ${words}`, () => news() !== undefined);
    views.push(rendered(title, news()?.blocks ?? []));
  }
  const types = (title: string, line: string, words: string, member = ada): Promise<void> =>
    alone(title, member, () => member.types(line), words);

  /** The form that opens, or changes, as somebody does something. */
  async function form(title: string, act: () => Promise<unknown>): Promise<void> {
    const before = fake.world.views.map(({ hash }) => hash);
    const news = () => fake.world.views.find(({ hash }) => !before.includes(hash));
    await act();
    await fake.until(title, () => news() !== undefined);
    const view = news()?.view ?? {};
    views.push(rendered(title, view['blocks'] as Json[], view));
  }

  /** What the channel sees after somebody did something. */
  async function all(title: string, act: () => Promise<unknown>, words: string): Promise<void> {
    await act();
    await fake.until(words, () => JSON.stringify(posted()).includes(words));
    inChannel(title);
  }

  await types('A daily where there is none yet', '/daily list', 'There is no daily');
  channel.hasBot = false;
  await form('/daily setup: the form, where the bot is not in the channel', () =>
    ada.types('/daily setup'),
  );
  channel.hasBot = true;
  await form('/daily setup: what it would do, in the form', () =>
    ada.previews({ when: 'weekdays 09:00', zone: 'Europe/Zurich' }),
  );
  const filled = { when: 'daily 09:00', zone: 'UTC' };
  await alone('/daily setup: done', ada, () => ada.fills(filled), 'is set up');

  const kindOf = (): string => {
    const text = JSON.stringify(posted());
    const shownNow = ({ prompt }: Card): boolean => text.includes(prompt.split('{')[0] as string);
    return KINDS.find(([card]) => shownNow(card))?.[1] ?? 'again';
  };
  const answered: Readonly<Record<string, () => Promise<void>>> = {
    'one of a few': async () => {
      await alone('The verdict', bob, () => bob.presses('A'), 'You answered');
      await alone('Answered twice', bob, () => bob.presses('B'), 'your first answer counts');
    },
    'all that are right': () =>
      alone('Sent without a tick', bob, () => bob.ticks([]), 'Nothing is ticked yet'),
    'look and say how well you knew it': async () => {
      await alone('The look', bob, () => bob.presses('Show the answer'), 'How well');
      await alone('Its verdict', bob, () => bob.presses('I knew it'), 'Noted');
    },
  };
  const asked = new Set(['again']);
  for (const day of DAYS) {
    await group.at(`${day} 09:00`);
    await group.at(`${day} 09:01`);
    const kind = kindOf();
    if (asked.has(kind)) continue;
    asked.add(kind);
    inChannel(`A question: ${kind}`);
    if (JSON.stringify(posted()).includes('"text":"Answer"')) {
      await form(`Its form: ${kind}`, () => bob.presses('Answer'));
    }
    await answered[kind]?.();
  }
  await group.at(`${LAST} 09:00`);
  await group.at(`${LAST} 09:01`);
  const [answer] = KINDS[0] as [Card, string];
  const reveal = channel.messages.find(({ blocks }) =>
    JSON.stringify(blocks).includes(answer.prompt),
  );
  views.push(rendered('The reveal, in place of the question', reveal?.blocks ?? []));

  await types('/today', '/today', 'uestion');
  await types('/streak', '/streak', 'treak', bob);
  await all('/leaderboard', () => ada.types('/leaderboard'), 'Leaderboard');
  await types('/hypercall explain', '/hypercall explain d1 1', 'Asked ');
  await types('/hypercall help', '/hypercall help', 'One question every study day');
  await types('/hypercall me stats', '/hypercall me stats', 'The last 13 weeks', bob);
  await types('/hypercall me reminders', '/hypercall me reminders on', 'Reminders are on', bob);
  await types('/hypercall me export', '/hypercall me export', 'Your data here', bob);
  await types('/hypercall me erase', '/hypercall me erase', 'Erase everything', bob);
  await types('/hypercall review', '/hypercall review', 'Review · ', bob);
  await types('/hypercall review, where there is nothing', '/hypercall review', 'is empty');
  await types('/quiz solo', '/quiz solo', 'Solo quiz 1');
  await types('/daily list', '/daily list', 'd1');
  await types('/daily preview', '/daily preview d1', 'd1');
  await types('/daily history', '/daily history', 'd1');
  await types('/daily organisers', '/daily organisers', 'rganise');
  await types('/hypercall deck list', '/hypercall deck list', 'Virtualization');
  for (const line of ['deck reports', 'deck rulings']) {
    await types(`/hypercall ${line}`, `/hypercall ${line}`, '');
  }
  for (const line of ['me hide', 'me show']) {
    await types(`/hypercall ${line}`, `/hypercall ${line}`, '', bob);
  }
  await form('/daily edit: the form', () => ada.types('/daily edit d1'));
  await types('/daily resolve', '/daily resolve', '');
  await types('/daily void', '/daily void d1 15', '');
  await types('A refusal', '/daily list', 'Only organisers', bob);
  await types('A command that is none', '/hypercall leaderbord', 'Did you mean');

  await form('Start a quiz, from anywhere', () => ada.reaches('quiz'));
  await all('A quiz', () => ada.fills({ channel: channel.id, count: '1' }), 'Quiz: 1 question');
  await alone('Joined', bob, () => bob.presses('Join'), 'You are in');
  await group.settle();
  await all('A question of a quiz', () => group.at(`${LAST} 09:01:31`), 'Quiz question 1');
  await alone('Its verdict', bob, () => bob.presses('A'), 'You answered');
  await all('Its reveal', () => group.at(`${LAST} 09:02:10`), 'is closed');
  await all('The quiz is over', () => group.at(`${LAST} 09:02:40`), 'is over');

  await alone(
    'A word to the organiser, on a day without a question',
    ada,
    () => {
      fake.failNext('chat.postMessage', { kind: 'refused', code: 'is_archived' });
      return group.at(`${dayAfter(DAYS.length + 1)} 09:00`);
    },
    'is_archived',
  );

  await bob.opensHome();
  const home = fake.world.homes.get(bob.user.id) ?? {};
  views.push(rendered('The App Home', home['blocks'] as Json[], home));

  for (const line of ['resume', 'now', 'pause', 'remove']) {
    await types(`/daily ${line}`, `/daily ${line} d1`, '');
  }

  const intro = [
    '# Views on Slack',
    '',
    'Written by `npm run views:slack` from a study group on the loopback Slack; ids are left out.',
    '',
    '',
  ].join('\n');
  await expect(`${intro}${views.join('\n')}`).toMatchFileSnapshot('../../docs/views/slack.md');
}, 60_000);
