import { describe, expect, it } from 'vitest';
import { slackGroup } from './slack-group.ts';

describe('"Start a quiz", from anywhere', () => {
  it('asks for the channel and how it is played, and starts the quiz there', async () => {
    const group = await slackGroup({});
    const bob = group.member('bob');
    await bob.reaches('quiz');
    const { view } = await bob.form();
    expect(JSON.stringify(view)).toContain('In which channel?');
    await bob.fills({ channel: group.channel.id, count: '2', mode: 'survival' });
    await group.fake.until('the quiz', () => group.channel.messages.length === 1);
    const announced = JSON.stringify(group.channel.messages[0]?.blocks);
    expect(announced).toContain('Quiz: 2 questions');
    await bob.presses('Join');
    await bob.heard('You are in');
  });

  it('needs a channel', async () => {
    const group = await slackGroup({});
    const bob = group.member('bob');
    await bob.reaches('quiz');
    const answer = await bob.fills({});
    expect(answer?.payload).toMatchObject({ errors: { channel: 'In which channel?' } });
    await bob.fills({ channel: group.channel.id });
    await group.fake.until('the quiz', () => group.channel.messages.length === 1);
  });

  it('says how to invite the bot where it is not in the channel', async () => {
    const group = await slackGroup({});
    group.channel.hasBot = false;
    const bob = group.member('bob');
    await bob.reaches('quiz');
    await bob.fills({ channel: group.channel.id });
    await bob.heard('/invite @Hypercall');
    expect(group.fake.world.whispers).toMatchObject([{ kind: 'direct' }]);
    expect(group.channel.messages).toEqual([]);
  });

  it('says what is wrong with what was filled in, to whoever did', async () => {
    const group = await slackGroup({});
    const bob = group.member('bob');
    await bob.reaches('quiz');
    await bob.fills({ channel: group.channel.id, count: 'many' });
    await bob.heard('many');
    expect(group.channel.messages).toEqual([]);
  });
});

describe('/quiz start', () => {
  it('announces nothing in a channel where no question could follow, and says what to do', async () => {
    const group = await slackGroup({});
    group.channel.hasBot = false;
    const bob = group.member('bob');
    await bob.types('/quiz start');
    await bob.heard('/invite @Hypercall');
    expect(group.channel.messages).toEqual([]);
    group.channel.hasBot = true;
    await bob.types('/quiz start');
    await group.fake.until('the quiz', () => group.channel.messages.length === 1);
  });

  it('goes on where Slack does not say whether the bot is in the channel', async () => {
    const group = await slackGroup({});
    group.fake.failNext('conversations.info', { kind: 'status', status: 500 });
    group.fake.failNext('conversations.info', { kind: 'status', status: 500 });
    await group.member('bob').types('/quiz start');
    await group.fake.until('the quiz', () => group.channel.messages.length === 1);
  });

  it('is refused in a private channel that is hidden from the bot', async () => {
    const group = await slackGroup({});
    group.fake.world.channels.delete(group.channel.id);
    const bob = group.member('bob');
    await bob.types('/quiz start');
    await bob.heard('/invite @Hypercall');
  });
});

it('a shortcut of another version is acknowledged and forgotten', async () => {
  const group = await slackGroup({});
  const { user } = group.member('bob');
  const payload = group.fake.pay.shortcut(user, 'of-old', group.channel.id, null);
  expect(await group.fake.deliver('interactive', payload)).toMatchObject({ status: 200 });
  expect(group.faults).toEqual([]);
});
