import { describe, expect, it } from 'vitest';
import { slackGroup } from './slack-group.ts';

describe('commands with a prefix', () => {
  it('are understood, and named so in all that Hypercall says', async () => {
    const group = await slackGroup({ slack: { prefix: 'hc-' } });
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    await expect(ada.types('/daily list')).rejects.toThrow('no command of the app');
    await ada.types('/hc-daily list');
    await ada.heard('/hc-daily setup');
    await ada.types('/hc-daily setup 09:00 daily UTC virtualization');
    await ada.heard('Daily d1 is set up');
    await bob.types('/hc-me');
    await bob.heard('/hc-me stats');
    await bob.types('/hypercall leaderbord');
    await bob.heard('Did you mean /hc-leaderboard?');
    await bob.types('/hypercall help');
    await bob.heard('/hypercall review');
    expect(bob.hears().join()).not.toMatch(/[^\w]\/(daily|me|quiz|streak) /);
  });

  it('work behind the umbrella without it', async () => {
    const group = await slackGroup({ slack: { prefix: 'hc-' } });
    const ada = group.member('ada');
    await ada.types('/hypercall daily setup 09:00 daily UTC virtualization');
    await ada.heard('Daily d1 is set up');
  });
});

it('commands whose name Slack keeps stand behind the umbrella, and are named so', async () => {
  const group = await slackGroup({});
  const bob = group.member('bob');
  await expect(bob.types('/me stats')).rejects.toThrow('no command of the app');
  await bob.types('/hypercall me reminders on');
  await bob.heard('/hypercall me reminders off ends them');
  await bob.types('/hypercall me');
  await bob.heard('/hypercall me erase');
  await bob.types('/hypercall help');
  await bob.heard('/hypercall explain');
  expect(bob.hears().join()).not.toMatch(/[^\w]\/me /);
});
