import { describe, expect, it } from 'vitest';
import { en } from '../../src/chat/texts/en/index.ts';
import { nodesOf } from '../fakes/discord/checks.ts';
import type { FakeMember, FakeMessage } from '../fakes/discord/index.ts';
import { controlsOf, discordGroup, textIn } from './discord-group.ts';
import { otherKinds } from './small-deck.ts';

/** Presses the option with these words. */
function answers(member: FakeMember, question: FakeMessage, words: string) {
  const lines = textIn(question).split('\n');
  const button = nodesOf(question.body.components).find(({ type, label }) => {
    if (type !== 2) return false;
    return label.includes(words) || lines.includes(`**${label}** · ${words}`);
  });
  if (!button) throw new Error(`No button for ${words} in ${textIn(question)}`);
  return member.presses(question, button.custom_id);
}

describe('a study group on Discord', () => {
  it('is asked, answers in private, sees the reveal in place and the board', async () => {
    const { group, channel, ada, bob, discord, setUp, latest, hears, reported } =
      await discordGroup();
    await setUp();
    await group.at('2026-11-23 09:00');
    const question = latest();
    expect(textIn(question)).toContain('Question 1');
    expect(controlsOf(question)).toHaveLength(4);

    answers(ada, question, 'right one');
    const verdict = await hears(ada, '### ✅ Right: +10 points');
    expect(verdict).toContain('Source:');
    expect(bob.heard()).toEqual([]);
    answers(bob, question, 'wrong one');
    await hears(bob, '### ❌ Not this time');
    // A second press shows the first answer.
    answers(bob, question, 'right one');
    await hears(bob, 'your first answer counts');
    // Nothing that others see has changed.
    expect(channel.messages.filter(({ ephemeralFor }) => ephemeralFor === null)).toEqual([
      question,
    ]);
    expect(question.versions).toHaveLength(1);

    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    expect(textIn(question)).toContain('2 members answered, 1 right');
    expect(controlsOf(question)).toEqual([]);
    expect(textIn(latest())).toContain('Question 2');

    bob.types('/leaderboard');
    await discord.until('the board', () =>
      textIn(latest()).includes('Leaderboard') ? true : undefined,
    );
    expect(textIn(latest())).toContain(`**1.** <@${ada.id}> · 10 points`);
    expect(textIn(latest())).toContain(`**2.** <@${bob.id}> · 0 points`);
    expect(reported).toEqual([]);
  });

  it('X3 counts the first of two clicks at once, on any number of devices', async () => {
    const { group, ada, setUp, latest, hears } = await discordGroup();
    await setUp();
    await group.at('2026-11-23 09:00');
    const clicks = ['right one', 'wrong one', 'wrong two'].map((words) =>
      answers(ada, latest(), words),
    );
    await Promise.all(clicks.map(({ acknowledged }) => acknowledged));
    await hears(ada, 'your first answer counts');
    await group.bot.jobs.settled();
    expect(ada.heard().filter((text) => text.includes('your first answer counts'))).toHaveLength(2);
  });

  it('X2 refuses the button of another server', async () => {
    const { group, discord, setUp, latest, hears } = await discordGroup();
    await setUp();
    await group.at('2026-11-23 09:00');
    const elsewhere = discord.channel(discord.guild('Elsewhere'));
    const eve = discord.member({ channel: elsewhere });
    answers(eve, latest(), 'right one');
    await hears(eve, en.refusal.gone);
  });

  it('P9 asks once with two shards', async () => {
    const { group, channel, setUp, discord } = await discordGroup({ shards: 2 });
    expect(discord.gateway.identified).toHaveLength(2);
    await setUp();
    await group.at('2026-11-23 09:00');
    await group.settle();
    const posts = discord.world.requests.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    );
    expect(posts).toHaveLength(1);
    expect(channel.messages.filter(({ nonce }) => nonce !== null)).toHaveLength(1);
  });

  it('Q8 asks once where the response to the post is lost', async () => {
    const { group, channel, setUp, discord } = await discordGroup();
    await setUp();
    discord.failNext('POST', /messages$/, { kind: 'drop' });
    await group.at('2026-11-23 09:00');
    await group.at('2026-11-23 09:01');
    await group.at('2026-11-23 09:02');
    const questions = channel.messages.filter(({ ephemeralFor }) => ephemeralFor === null);
    expect(questions.map(textIn).filter((text) => text.includes('Question'))).toHaveLength(1);
  });

  it('takes a flash card by look and self-grade', async () => {
    const { group, channel, ada, setUp, latest, hears } = await discordGroup({
      cards: [otherKinds.flash],
    });
    await setUp();
    await group.at('2026-11-23 09:00');
    const [look = ''] = controlsOf(latest());
    ada.presses(latest(), look);
    await hears(ada, 'How well did you know it?');
    const answer = channel.messages.findLast(
      ({ ephemeralFor }) => ephemeralFor === ada.id,
    ) as FakeMessage;
    const knew = controlsOf(answer).find((id) => id.endsWith('.knew')) ?? '';
    ada.presses(answer, knew);
    await hears(ada, 'Noted');
  });

  it.each(Object.entries(otherKinds).filter(([kind]) => kind !== 'flash'))(
    'takes the kind %s',
    async (_, card) => {
      const { group, ada, setUp, latest, hears } = await discordGroup({ cards: [card] });
      await setUp();
      await group.at('2026-11-23 09:00');
      const [id = ''] = controlsOf(latest());
      const pressed = ada.presses(latest(), id, id.startsWith('~c') ? ['0'] : undefined);
      const { type, data } = await pressed.acknowledged;
      if (type === 9) {
        const fields = nodesOf(data.components).flatMap(({ custom_id }) => custom_id ?? []);
        const isMarks = id.startsWith('~m');
        const values = Object.fromEntries(
          fields.map((field, at) => [field, isMarks ? '1' : String(at)]),
        );
        ada.submits(pressed, values);
      }
      expect(await hears(ada, 'You answered')).toContain('Source:');
    },
  );
});
