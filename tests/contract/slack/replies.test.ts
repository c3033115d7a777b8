import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/chat/intent.ts';
import { type Reply, textView, type View } from '../../../src/chat/view.ts';
import { memberId } from '../../../src/core/ids.ts';
import { openSlack, type Workspace } from '../../fakes/slack/workspace.ts';

let slack: Workspace;
let intents: Intent[];
let reply: Reply;
beforeEach(async () => {
  intents = [];
  reply = { kind: 'later' };
  slack = await openSlack();
  await slack.platform.start(async (intent) => {
    intents.push(intent);
    return reply;
  });
});
afterEach(() => slack.close());

async function typed(): Promise<Intent> {
  await slack.member('bob').types('/streak');
  await expect.poll(() => intents).toHaveLength(1);
  return intents[0] as Intent;
}
const called = (method: string): number =>
  slack.fake.calls.filter((call) => call.method === method).length;
const answer = ({ replyTo }: Intent, words: string, seenBy: 'only me' | 'channel' = 'only me') =>
  slack.platform.reply(replyTo, textView('news', words), seenBy);

describe('replies', () => {
  it('use an address five times and then go another way', async () => {
    const intent = await typed();
    for (const number of [1, 2, 3, 4, 5, 6, 7]) await answer(intent, `Number ${number}`);
    expect(called('response_url')).toBe(5);
    expect(called('chat.postEphemeral')).toBe(2);
    expect(slack.member('bob').hears()).toHaveLength(7);
  });

  it('use an address five times, whichever process does, and then go another way', async () => {
    const { replyTo } = await typed();
    const other = slack.another();
    for (const number of [1, 2, 3]) {
      for (const process of [slack.platform, other]) {
        await process.reply(replyTo, textView('news', `Number ${number}`), 'only me');
      }
    }
    expect(slack.fake.world.whispers).toHaveLength(6);
    expect(called('chat.postEphemeral')).toBe(1);
  });

  it('go another way after half an hour, or where another process used the address up', async () => {
    const intent = await typed();
    slack.fake.failNext('response_url', { kind: 'status', status: 404 });
    await answer(intent, 'Used up elsewhere');
    slack.clock.forward(30 * 60_000);
    await answer(intent, 'Too late');
    expect(called('response_url')).toBe(1);
    expect(called('chat.postEphemeral')).toBe(2);
  });

  it('reach a member directly where the bot is not in the channel', async () => {
    const intent = await typed();
    slack.clock.forward(30 * 60_000);
    slack.channel.hasBot = false;
    await answer(intent, 'For Bob');
    expect(slack.fake.world.whispers).toMatchObject([{ kind: 'direct' }]);
  });

  it.each([
    ...['channel_not_found', 'not_in_channel', 'user_not_in_channel', 'is_archived'],
    ...['restricted_action', 'ekm_access_denied', 'a_code_of_tomorrow'],
  ])('P6 reach a member directly where chat.postEphemeral is refused with %s', async (code) => {
    const intent = await typed();
    slack.clock.forward(30 * 60_000);
    slack.fake.failNext('chat.postEphemeral', { kind: 'refused', code });
    await answer(intent, 'For Bob');
    expect(slack.fake.world.whispers).toMatchObject([{ kind: 'direct' }]);
    expect(slack.channel.messages).toEqual([]);
  });

  it.each([
    ['fatal_error', 'unknown'],
    ['internal_error', 'unknown'],
    ['ratelimited', 'later'],
    ['service_unavailable', 'later'],
    ['invalid_blocks', 'never'],
  ])('P6 are sent once where chat.postEphemeral is refused with %s: %s', async (code, repeat) => {
    const intent = await typed();
    slack.clock.forward(30 * 60_000);
    slack.fake.failNext('chat.postEphemeral', { kind: 'refused', code });
    await expect(answer(intent, 'For Bob')).rejects.toMatchObject({ repeat });
    expect(called('chat.postEphemeral')).toBe(1);
    expect(slack.fake.world.whispers).toEqual([]);
  });

  it.each(['messages_tab_disabled', 'cannot_dm_bot', 'user_disabled', 'restricted_action'])(
    'P6 end where neither way is open: %s',
    async (code) => {
      const intent = await typed();
      slack.clock.forward(30 * 60_000);
      slack.channel.hasBot = false;
      slack.fake.failNext('chat.postMessage', { kind: 'refused', code });
      await expect(answer(intent, 'For Bob')).rejects.toThrow(code);
      expect(called('chat.postMessage')).toBe(1);
    },
  );

  it.each([
    [{ kind: 'drop', accepts: true }, 'unknown'],
    [{ kind: 'status', status: 500 }, 'unknown'],
    [{ kind: 'limited', seconds: 30 }, 'later'],
    [{ kind: 'status', status: 403 }, 'never'],
  ] as const)('are not repeated after %o', async (fault, repeat) => {
    const intent = await typed();
    slack.fake.failNext('response_url', fault);
    await expect(answer(intent, 'Once')).rejects.toMatchObject({ repeat });
    expect(called('response_url') + called('chat.postEphemeral')).toBe(1);
  });

  it('X13 carry an address that says nothing to others', async () => {
    const { replyTo } = await typed();
    expect(Buffer.from(replyTo, 'base64url').toString('latin1')).not.toMatch(/respond|U0|C0|http/);
    const stranger = slack.another({ sealingKey: Buffer.alloc(32, 9) });
    const foreign = stranger.reply(replyTo, textView('news', 'Hi'), 'only me');
    await expect(foreign).rejects.toMatchObject({ repeat: 'never' });
  });

  it('turn the page of a leaderboard in its place', async () => {
    const { platform, place, channel } = slack;
    const board = (title: string): View => ({
      ...textView('news', title),
      actions: [{ label: 'Next', press: { kind: 'board', window: 'all', page: 1 } }],
    });
    await platform.post(place, board('Page one'), 'k', new AbortController().signal);
    reply = { kind: 'view', view: board('Page two'), seenBy: 'channel' };
    await slack.member('bob').presses('Next');
    await slack.fake.until('the page', () => channel.messages[0]?.edits === 1);
    expect(channel.messages).toHaveLength(1);
  });

  it('stay in the thread of what they answer', async () => {
    const { fake, channel } = slack;
    const bob = slack.member('bob');
    reply = { kind: 'view', view: textView('news', 'In here'), seenBy: 'only me' };
    await slack.platform.post(
      slack.place,
      textView('news', 'Here'),
      'k',
      new AbortController().signal,
    );
    const [posted] = channel.messages;
    const action = { type: 'button', action_id: 'press-0', value: 's' };
    const inThread = { ...(posted as NonNullable<typeof posted>), thread: '1700000000.000001' };
    await fake.deliver('interactive', fake.pay.action(bob.user, channel.id, inThread, action, {}));
    await bob.heard('In here');
    expect(fake.world.whispers).toMatchObject([{ thread: '1700000000.000001' }]);
  });

  it('call nobody by name in a channel, and mention in private', async () => {
    const intent = await typed();
    const { user } = slack.member('bob');
    const line = [{ kind: 'member', member: memberId.of(user.id) } as const, ' leads'];
    const view = { ...textView('news', 'Leader'), blocks: [{ kind: 'text', line } as const] };
    await slack.platform.reply(intent.replyTo, view, 'channel');
    await slack.platform.reply(intent.replyTo, view, 'only me');
    expect(JSON.stringify(slack.channel.messages)).toContain('bob leads');
    expect(JSON.stringify(slack.channel.messages)).not.toContain('<@');
    expect(slack.member('bob').hears().join()).toContain(`<@${user.id}> leads`);
  });
});

describe('the App Home', () => {
  const opened = (user: string) =>
    slack.fake.deliver(
      'events_api',
      slack.fake.pay.event('T0GROUP', {
        type: 'app_home_opened',
        user,
        tab: 'home',
        channel: 'D1',
      }),
    );

  it('shows what the commands would say, and takes clicks without channel or message', async () => {
    const { fake } = slack;
    const bob = slack.member('bob');
    reply = {
      kind: 'view',
      view: {
        ...textView('news', 'Streak: 3 rounds'),
        actions: [{ label: 'Share', press: { kind: 'share streak' } }],
      },
      seenBy: 'only me',
    };
    await opened(bob.user.id);
    await fake.until('the home', () => fake.world.homes.has(bob.user.id));
    expect(JSON.stringify(fake.world.homes.get(bob.user.id))).toContain('Streak: 3 rounds');
    reply = { kind: 'view', view: textView('news', 'Pressed at home'), seenBy: 'only me' };
    await fake.deliver(
      'interactive',
      fake.pay.homeAction(bob.user, { type: 'button', action_id: 'press-action-0', value: 's' }),
    );
    await bob.heard('Pressed at home');
    expect(intents.at(-1)).toMatchObject({
      channel: bob.user.id,
      message: null,
      press: { kind: 'share streak' },
    });
  });
});
