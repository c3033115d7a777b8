import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply, View } from '../../src/chat/view.ts';
import type { Card } from '../../src/core/card.ts';
import { otherKinds, several, smallDeck } from './small-deck.ts';
import { type StudyGroup, studyGroup } from './study-group.ts';

const readView = (view: View): string => plainText(view, { member: (id) => id });
const read = (reply: Reply): string => (reply.kind === 'view' ? readView(reply.view) : reply.kind);

/** A daily of one card, whose question stands. */
async function asked(card: Card, options: Parameters<typeof studyGroup>[0] = {}) {
  const group = await studyGroup({ ...options, cards: [card, ...smallDeck.slice(1)] });
  const olga = group.member('olga', true);
  const isAsked = (): boolean => group.latest().title.endsWith(` · ${card.topicTitle}`);
  const start = await olga.types('/daily setup 09:00 daily UTC virtualization');
  if (start.kind !== 'view') throw new Error('no daily');
  for (let day = 23; day < 26; day++) {
    await group.at(`2026-11-${day} 09:00`);
    if (isAsked()) break;
  }
  if (!isAsked()) throw new Error('another card came');
  const round = Number(/\d+/.exec(group.latest().title)?.[0]);
  return { group, olga, round };
}

async function answers(group: StudyGroup, name: string, typed: string): Promise<string> {
  const member = group.member(name);
  await member.picks(typed);
  return readView(await member.next());
}

async function closed(group: StudyGroup): Promise<void> {
  await group.at('2026-11-26 09:00');
  await group.at('2026-11-26 09:01');
}

const [alpha] = smallDeck as readonly [Card];

/** The letter of an option as it is shown. */
function letterOf(group: StudyGroup, option: string): string {
  const { ask } = group.latest();
  const at = ask?.kind === 'picks' ? ask.options.indexOf(option) : -1;
  return 'ABCD'[at] as string;
}

const boardOf = async (group: StudyGroup): Promise<string> =>
  read(await group.member('zoe').types('/leaderboard all'));

describe('/daily rekey', () => {
  it('grades everyone again: points, reveal and the words for the organiser', async () => {
    const { group, olga, round } = await asked(alpha);
    const [right, wrong] = [letterOf(group, 'right one'), letterOf(group, 'wrong two')];
    await answers(group, 'ada', 'right one');
    await answers(group, 'bob', 'wrong two');
    await answers(group, 'cat', 'wrong two');
    await closed(group);
    expect(await boardOf(group)).toContain('1. ada: 10 points');
    const reply = await olga.types(`/daily rekey round=${round} key=${wrong}`);
    expect(read(reply)).toBe(
      [
        `The key of question ${round} of daily d1 is put right`,
        `It was ${right}: right one; now it is ${wrong}: wrong two.`,
        '3 members were graded again, and 3 verdicts changed.',
        'The leaderboards show 10 points more.',
        'No streak changed by it.',
        `To put the old key back: /daily rekey daily=d1 round=${round} key=${right}`,
      ].join('\n'),
    );
    await group.settle();
    expect(await boardOf(group)).toContain(
      '1. bob: 10 points\n1. cat: 10 points\n3. ada: 0 points',
    );
    const reveal = group.messages()[round - 1] as View;
    expect(readView(reveal)).toContain('Its key was put right, and everybody was graded again.');
    expect(reveal.footer).toBe('3 members answered, 2 right');
    expect(readView(reveal)).toContain(`${wrong}: wrong two: 2 of 3 (key)`);
    await olga.types(`/daily rekey daily=d1 round=${round} key=${right}`);
    expect(await boardOf(group)).toContain('1. ada: 10 points');
    expect(read(await olga.types(`/daily rekey ${right} d1 ${round}`))).toContain(
      'That is its key already.',
    );
  });

  it('of an open question grades those who answered and those who will', async () => {
    const { group, olga } = await asked(alpha);
    const wrong = letterOf(group, 'wrong two');
    await answers(group, 'ada', 'wrong two');
    const reply = read(await olga.types(`/daily rekey key=${wrong}`));
    expect(reply).toContain('1 member was graded again, and 1 verdict changed.');
    expect(reply).toContain('Its points follow when it closes.');
    expect(await answers(group, 'bob', 'wrong two')).toContain('Right: +10 points');
    expect(await answers(group, 'cat', 'right one')).toContain('Not this time');
    await closed(group);
    expect(await boardOf(group)).toContain(
      '1. ada: 10 points\n1. bob: 10 points\n3. cat: 0 points',
    );
  });

  it('counts streaks anew where only right answers keep one', async () => {
    const { group, olga, round } = await asked(alpha, { rules: { streakCounts: 'correct' } });
    const wrong = letterOf(group, 'wrong two');
    await answers(group, 'ada', 'wrong two');
    await answers(group, 'bob', 'right one');
    await closed(group);
    const reply = read(await olga.types(`/daily rekey round=${round} key=${wrong}`));
    expect(reply).toContain('2 streaks were counted anew.');
    const streaks = await group.bot.parts.store.corrections.streaks(
      'recorder:group' as never,
      'd1' as never,
    );
    expect([...streaks.streaks]).toEqual([
      ['ada', expect.objectContaining({ current: 1, last: round })],
    ]);
  });

  it('accepts words too, of several words, in a typed answer', async () => {
    const { group, olga, round } = await asked(otherKinds.typed);
    expect(await answers(group, 'ada', 'control block')).toContain('Not this time');
    await closed(group);
    expect(read(await olga.types(`/daily rekey round=${round} key=also control block`))).toBe(
      [
        `The key of question ${round} of daily d1 is put right`,
        '"control block" is accepted too.',
        '1 member was graded again, and 1 verdict changed.',
        'The leaderboards show 10 points more.',
        'No streak changed by it.',
      ].join('\n'),
    );
  });

  it('gives shares anew where several picks count', async () => {
    const { group, olga, round } = await asked(several);
    const letters = ['right one', 'right two', 'wrong one'].map((each) => letterOf(group, each));
    await answers(group, 'ada', letters.slice(0, 2).join(' '));
    await answers(group, 'bob', letters.join(' '));
    await closed(group);
    expect(await boardOf(group)).toContain('1. ada: 10 points\n2. bob: 5 points');
    await olga.types(`/daily rekey round=${round} key=${letters.join(' ')}`);
    expect(await boardOf(group)).toContain('1. bob: 10 points\n2. ada: 5 points');
  });

  it('of a void question changes no board, and its points come back as the new key gives them', async () => {
    const { group, olga, round } = await asked(alpha);
    const wrong = letterOf(group, 'wrong two');
    await answers(group, 'ada', 'wrong two');
    await closed(group);
    await olga.types(`/daily void round=${round}`);
    const reply = read(await olga.types(`/daily rekey round=${round} key=${wrong}`));
    expect(reply).toContain('It is void, so the leaderboards stay as they are.');
    expect(await boardOf(group)).toContain('ada: 0 points');
    await olga.types(`/daily void round=${round} undo=yes`);
    expect(await boardOf(group)).toContain('ada: 10 points');
  });

  it('is refused with the reason, to members too', async () => {
    const { group, olga } = await asked(otherKinds.flash);
    expect(read(await olga.types('/daily rekey key=B'))).toContain('make it void instead');
    expect(read(await olga.types('/daily rekey'))).toContain('/daily rekey needs a key.');
    expect(read(await group.member('ada').types('/daily rekey key=B'))).toContain(
      'Only organisers can do that',
    );
    expect(read(await olga.types('/daily history'))).not.toContain('rekey');
  });
});
