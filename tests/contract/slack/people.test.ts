import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/chat/intent.ts';
import { textView } from '../../../src/chat/view.ts';
import { dailyId, memberId } from '../../../src/core/ids.ts';
import { openSlack, TEAM, type Workspace } from '../../fakes/slack/workspace.ts';
import type { Posted, User } from '../../fakes/slack/world.ts';

let slack: Workspace;
let intents: Intent[];
beforeEach(async () => {
  intents = [];
  slack = await openSlack();
  await slack.platform.start(async (intent) => {
    intents.push(intent);
    return { kind: 'later' };
  });
});
afterEach(() => slack.close());

async function by(user: User, channel = slack.channel.id): Promise<Intent> {
  const before = intents.length;
  await slack.fake.deliver('slash_commands', slack.fake.pay.command(user, channel, '/daily list'));
  await expect.poll(() => intents.length).toBe(before + 1);
  return intents.at(-1) as Intent;
}
const infos = (): number => slack.fake.calls.filter(({ method }) => method === 'users.info').length;

describe('organisers', () => {
  it.each([
    ['an administrator', { is_admin: true }, true, false],
    ['an owner', { is_owner: true }, true, false],
    ['the first owner', { is_primary_owner: true }, true, false],
    ['a member', {}, false, false],
    ['a guest who is called administrator', { is_admin: true, is_restricted: true }, false, true],
    ['a guest of one channel', { is_admin: true, is_ultra_restricted: true }, false, true],
    ['a stranger of Slack Connect', { is_admin: true, is_stranger: true }, false, true],
    ['somebody who has left', { is_admin: true, deleted: true }, false, true],
    ['a bot', { is_admin: true, is_bot: true }, false, true],
    ['somebody of another workspace', { is_admin: true, team_id: 'T0OTHER' }, false, true],
  ])('X4 %s', async (name, flags, isOrganiser, isStranger) => {
    const { organiser, stranger = false } = await by(slack.fake.user(TEAM, name, flags));
    expect(organiser).toBe(isOrganiser);
    expect(stranger).toBe(isStranger);
  });

  it('X4 are also those who made the channel, unless they are guests', async () => {
    const maker = slack.fake.user(TEAM, 'maker');
    const guest = slack.fake.user(TEAM, 'guest', { is_restricted: true });
    const own = slack.fake.channel(TEAM, maker);
    const guests = slack.fake.channel(TEAM, guest);
    expect((await by(maker, own.id)).organiser).toBe(true);
    expect((await by(maker)).organiser).toBe(false);
    expect((await by(guest, guests.id)).organiser).toBe(false);
  });

  it('X4 are nobody where Slack does not say who they are', async () => {
    const admin = slack.fake.user(TEAM, 'admin', { is_admin: true });
    slack.fake.failNext('users.info', { kind: 'status', status: 500 });
    expect(await by(admin)).toMatchObject({ organiser: false, stranger: true });
    expect((await by(admin)).organiser).toBe(true);
  });

  it('X4 lose the right within a minute of the role', async () => {
    const admin = slack.fake.user(TEAM, 'admin', { is_admin: true });
    expect((await by(admin)).organiser).toBe(true);
    slack.fake.world.users.set(admin.id, { ...admin, flags: {} });
    slack.clock.forward(59_000);
    expect((await by(admin)).organiser).toBe(true);
    expect(infos()).toBe(1);
    slack.clock.forward(1_000);
    expect((await by(admin)).organiser).toBe(false);
  });
});

describe('members of another workspace in a shared channel', () => {
  it('P18 are keyed by their own, belong to the community of the message, and organise nothing', async () => {
    const { fake, platform, place, channel } = slack;
    const stranger = fake.user('T0OTHER', 'stranger', { is_admin: true, team_id: 'T0OTHER' });
    const press = { kind: 'post now', daily: dailyId.of('d1') } as const;
    const view = { ...textView('news', 'Here'), actions: [{ label: 'Now', press }] };
    await platform.post(place, view, 'k', new AbortController().signal);
    const action = { type: 'button', action_id: 'press-action-0', value: 'p.d1' };
    await fake.deliver(
      'interactive',
      fake.pay.action(stranger, channel.id, channel.messages[0] as Posted, action, {}),
    );
    await expect.poll(() => intents).toHaveLength(1);
    expect(intents[0]).toMatchObject({
      community: place.community,
      member: `${stranger.id}-T0OTHER`,
      organiser: false,
      stranger: true,
    });
  });

  it('P18 are told apart from a namesake of ours', async () => {
    const ours = slack.fake.user(TEAM, 'ours');
    const [own, foreign] = [await by(ours), await by({ ...ours, team: 'T0OTHER' })];
    expect(own.member).toBe(ours.id);
    expect(foreign.member).toBe(`${ours.id}-T0OTHER`);
  });
});

describe('a member whom a command names', () => {
  it('comes as the id that Slack puts in place of the name', async () => {
    const [ada, bob] = [slack.member('ada').user, slack.member('bob').user];
    await slack.fake.deliver(
      'slash_commands',
      slack.fake.pay.command(ada, slack.channel.id, '/daily organisers add=@bob'),
    );
    await expect.poll(() => intents).toHaveLength(1);
    expect(intents[0]).toMatchObject({ command: 'daily organisers', options: { add: bob.id } });
  });

  it('comes without the links that Slack makes of addresses', async () => {
    const ada = slack.member('ada').user;
    const line = '/daily rekey key=<http://kvm.example|kvm.example>';
    const command = { ...slack.fake.pay.command(ada, slack.channel.id, line), text: line.slice(7) };
    await slack.fake.deliver('slash_commands', command);
    await expect.poll(() => intents).toHaveLength(1);
    expect(intents[0]).toMatchObject({ options: { key: 'kvm.example' } });
  });
});

describe('who is still there', () => {
  const knows = (member: string | null) =>
    slack.platform.knows(slack.place.community, member === null ? null : memberId.of(member));

  it('is looked up, also by a process that was never started', async () => {
    const bob = slack.fake.user(TEAM, 'bob').id;
    const left = slack.fake.user(TEAM, 'cat', { deleted: true }).id;
    const worker = slack.another();
    expect(await worker.knows(slack.place.community, memberId.of(bob))).toBe('here');
    expect(await knows(bob)).toBe('here');
    expect(await knows(left)).toBe('gone');
    expect(await knows('U0NOBODY')).toBe('gone');
    expect(await knows('nobody')).toBe('gone');
    expect(await knows(null)).toBe('here');
  });

  it('stays open where Slack does not answer', async () => {
    const bob = slack.fake.user(TEAM, 'bob').id;
    slack.fake.failNext('users.info', { kind: 'status', status: 500 });
    expect(await knows(bob)).toBe('cannot tell');
    slack.fake.failNext('auth.test', { kind: 'drop' });
    expect(await knows(null)).toBe('cannot tell');
    slack.fake.failNext('auth.test', { kind: 'refused', code: 'account_inactive' });
    expect(await knows(null)).toBe('gone');
  });
});
