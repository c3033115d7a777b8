import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply, View } from '../../src/chat/view.ts';
import { channelId } from '../../src/core/ids.ts';
import { discordGroup } from './discord-group.ts';
import { slackGroup } from './slack-group.ts';
import { smallDeck } from './small-deck.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

const text = (view: View): string => plainText(view, { member: (id) => id });
const read = (reply: Reply): string => {
  if (reply.kind !== 'view') return reply.kind;
  return `${reply.seenBy === 'only me' ? '' : 'TO ALL '}${text(reply.view)}`;
};

const ANSWER_FIRST =
  'This question is still open: answer it first, then it can be explained to you.';

/** Monday's question is closed, and Tuesday's stands. */
async function onTuesday(options: Parameters<typeof studyGroup>[0] = {}): Promise<StudyGroup> {
  const group = await studyGroup(options);
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  await group.at('2026-11-24 09:00');
  await group.at('2026-11-24 09:01');
  return group;
}

const messages = ({ recorder }: StudyGroup) =>
  recorder.channel({ community: COMMUNITY, channel: channelId.of('study') }).messages;
const messageAt = (group: StudyGroup, at: number) => {
  const message = messages(group)[at];
  if (!message) throw new Error('There is no such message');
  return message.address;
};

describe('/explain', () => {
  it('shows a closed question with its answer, why and where it stands, to one member', async () => {
    const group = await onTuesday();
    const ada = group.member('ada');
    const explained = read(await ada.types('/explain d1 1'));
    const [closed] = await group.bot.parts.store.rounds
      .latest(COMMUNITY, 'd1' as never, 2)
      .then((rounds) => rounds.toReversed());
    expect(explained).toContain(`Question 1 · ${closed?.card.topicTitle}`);
    expect(explained).toContain(closed?.card.prompt);
    expect(explained).toContain(`The answer: `);
    expect(explained).toContain(closed?.card.explanation);
    expect(explained).toContain(`Source: ${closed?.card.source}`);
    expect(explained).not.toContain('TO ALL');
    for (const words of ['1', '#1', 'd1', '', `${closed?.card.id}`]) {
      expect(read(await ada.types(`/explain ${words}`))).toBe(explained);
    }
    expect(read(await ada.choosesOn(messageAt(group, 0), 'explain'))).toBe(explained);
  });

  it('explains an open question only to who has answered it, by every way there is', async () => {
    const group = await onTuesday();
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    const [open] = await group.bot.parts.store.rounds.latest(COMMUNITY, 'd1' as never, 1);
    const ways = [
      () => ada.types('/explain d1 2'),
      () => ada.types(`/explain ${open?.card.id}`),
      () => ada.choosesOn(messageAt(group, 1), 'explain'),
    ];
    await bob.picks('A');
    await group.settle();
    for (const way of ways) expect(read(await way())).toContain(ANSWER_FIRST);
    await ada.picks('A');
    await group.settle();
    for (const way of ways) expect(read(await way())).toContain(String(open?.card.explanation));
  });

  it('explains no closed question whose card is asked anew', async () => {
    const [one, other] = smallDeck;
    const group = await onTuesday({ cards: [one, other].filter((card) => card !== undefined) });
    // The deck is through: Wednesday asks one of its cards again.
    await group.at('2026-11-25 09:00');
    await group.at('2026-11-25 09:01');
    const ada = group.member('ada');
    const rounds = await group.bot.parts.store.rounds.latest(COMMUNITY, 'd1' as never, 3);
    const earlier = rounds.findLast(({ card }) => card.id === rounds[0]?.card.id)?.number ?? 0;
    expect(earlier).toBeLessThan(3);
    const ways = [
      () => ada.types(`/explain d1 ${earlier}`),
      () => ada.choosesOn(messageAt(group, earlier - 1), 'explain'),
    ];
    for (const way of ways) expect(read(await way())).toContain(ANSWER_FIRST);
    await ada.picks('A');
    await group.settle();
    for (const way of ways) expect(read(await way())).toContain('The answer: ');
  });

  it('waits for the reveal where verdicts do', async () => {
    const group = await onTuesday({ rules: { verdict: 'at-the-reveal' } });
    const ada = group.member('ada');
    await ada.picks('A');
    await group.settle();
    expect(read(await ada.types('/explain d1 2'))).toContain('its answer comes with the reveal');
    await group.at('2026-11-25 09:00');
    await group.at('2026-11-25 09:01');
    expect(read(await ada.types('/explain d1 2'))).toContain('The answer: ');
  });

  it('says what it could not find', async () => {
    const group = await onTuesday();
    const ada = group.member('ada');
    const unknown = 'nowhere-1' as never;
    expect(read(await ada.types('/explain d1 99'))).toContain('d1 has no question 99');
    expect(read(await ada.types('/explain d9 1'))).toContain('d9');
    expect(read(await ada.types('/explain no such card'))).toContain('No question "no such card"');
    expect(read(await ada.choosesOn(unknown, 'explain'))).toContain('is no question of a daily');
    const fresh = await studyGroup({});
    expect(read(await fresh.member('ada').types('/explain'))).toContain('/daily setup');
    await fresh.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    expect(read(await fresh.member('ada').types('/explain'))).toContain('d1 has asked nothing yet');
  });

  it('shows the key as it was put right', async () => {
    const group = await onTuesday();
    await group.member('olga', true).types('/daily rekey key=D round=1');
    const explained = read(await group.member('ada').types('/explain d1 1'));
    expect(explained).toContain('The answer: D');
    expect(explained).toContain('Its key was put right');
  });
});

describe('"Explain this question" on a message', () => {
  it('explains the question of a Discord message in private', async () => {
    const { group, ada, bob, setUp, latest, hears, discord } = await discordGroup();
    await setUp();
    await group.at('2026-11-23 09:00');
    const question = latest();
    bob.chooses(question, 'Explain this question');
    await hears(bob, 'answer it first');
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    bob.chooses(question, 'Explain this question');
    expect(await hears(bob, 'The answer: ')).toContain('Source: ');
    expect(ada.heard().join()).not.toContain('The answer: ');
    bob.chooses(question, 'Something else');
    await hears(bob, 'no longer in use');
    expect(discord.world.interactions.size).toBeGreaterThan(3);
  });

  it('explains the question of a Slack message in private', async () => {
    const group = await slackGroup({});
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    await ada.types('/daily setup 09:00 daily UTC virtualization');
    await ada.heard('Daily d1 is set up');
    await group.at('2026-11-23 09:00');
    await bob.chooses('explain');
    await bob.heard('answer it first');
    await ada.types('/daily pause d1');
    await ada.heard('paused');
    await group.at('2026-11-23 09:01');
    await bob.chooses('explain');
    await bob.heard('The answer: ');
    expect(ada.hears().join()).not.toContain('The answer: ');
  });
});
