import { describe, expect, it } from 'vitest';
import { installIn, TEAM } from '../fakes/slack/workspace.ts';
import { slackGroup } from './slack-group.ts';

const MANY = {
  workspaces: { kind: 'many', clientId: '1.2', clientSecret: 'secret', stateSecret: 'state' },
} as const;

/** One of many workspaces, with a daily at nine that asked once. */
async function workspaceWithADaily() {
  const slack = await slackGroup({ delivery: 'http', slack: MANY });
  const ada = slack.member('ada');
  await installIn(slack, TEAM);
  await ada.types('/daily setup 09:00 daily UTC virtualization');
  await ada.heard('is set up');
  await slack.at('2026-11-23 09:00');
  const { store } = slack.bot.parts;
  const { community } = slack.place;
  return {
    ...slack,
    ada,
    store,
    community,
    tell: (type: 'app_uninstalled' | 'tokens_revoked') =>
      slack.fake.deliver(
        'events_api',
        slack.fake.pay.event(TEAM, { type, tokens: { bot: ['UBOT'], oauth: [] } }),
      ),
    async isPaused(): Promise<boolean[]> {
      await slack.settle();
      return (await store.dailies.list(community)).map(({ paused }) => paused);
    },
  };
}

describe('a workspace that the app is removed from', () => {
  it.each([
    [['app_uninstalled', 'tokens_revoked']],
    [['tokens_revoked', 'app_uninstalled']],
    [['tokens_revoked', 'tokens_revoked', 'app_uninstalled', 'app_uninstalled']],
  ] as const)('P17 is asked nothing until it is installed again, told so by %j', async (order) => {
    const slack = await workspaceWithADaily();
    for (const type of order) await slack.tell(type);
    await expect.poll(slack.isPaused).toEqual([true]);
    const before = slack.fake.calls.length;
    await slack.at('2026-11-24 09:00');
    await slack.at('2026-11-25 09:00');
    expect(slack.fake.calls.slice(before)).toEqual([]);
    await installIn(slack, TEAM);
    await expect.poll(slack.isPaused).toEqual([false]);
    await slack.at('2026-11-26 09:00');
    expect(slack.channel.messages).toHaveLength(2);
  });

  it('X17 is forgotten after thirty days', async () => {
    const slack = await workspaceWithADaily();
    await slack.tell('app_uninstalled');
    await expect.poll(slack.isPaused).toEqual([true]);
    await slack.at('2026-12-23 09:01');
    expect(await slack.isPaused()).toEqual([]);
    expect(await slack.store.belonging.place(slack.community)).toBeNull();
  });

  it('X4 never takes guests for organisers, appointed or not', async () => {
    const slack = await workspaceWithADaily();
    const [bob, cat] = [slack.member('bob'), slack.member('cat')];
    slack.fake.world.users.set(cat.user.id, { ...cat.user, flags: { is_restricted: true } });
    for (const name of ['bob', 'cat']) {
      await slack.ada.types(`/daily organisers add=@${name}`);
    }
    await slack.ada.heard('can set up and change dailies');
    await bob.types('/daily list');
    await bob.heard('d1');
    await cat.types('/daily list');
    await cat.heard('Only organisers can do that');
  });
});
