import { describe, expect, it } from 'vitest';
import type { Member } from '../fakes/slack/member.ts';
import { type SlackGroup, slackGroup } from './slack-group.ts';

/** Presses the preview with this in the form; the form as it is shown then. */
async function preview(group: SlackGroup, ada: Member, when: string): Promise<string> {
  const { fake } = group;
  const { hash } = await ada.form();
  await ada.previews({ when, zone: 'Europe/Zurich' });
  await fake.until('the preview', () => fake.world.views.at(-1)?.hash !== hash);
  return JSON.stringify(fake.world.views.at(-1)?.view);
}

describe('the form of /daily setup', () => {
  it('shows the next five questions as it is filled in, and changes nothing before it is sent', async () => {
    const group = await slackGroup({});
    const ada = group.member('ada');
    await ada.types('/daily setup');
    const shown = await preview(group, ada, 'mondays 10:30');
    expect(shown).toContain('If you send this');
    expect(shown.match(/10:30/g)?.length).toBeGreaterThanOrEqual(5);
    expect(await preview(group, ada, 'never')).toContain('names no days and no time');
    expect(await group.bot.parts.store.dailies.list(group.place.community)).toEqual([]);
    expect(await group.bot.parts.store.audit.list(group.place.community, 10)).toEqual([]);
    await ada.fills({ when: 'mondays 10:30', zone: 'Europe/Zurich' });
    await ada.heard('Daily d1 is set up');
  });

  it('shows what an edited daily would do', async () => {
    const group = await slackGroup({});
    const ada = group.member('ada');
    await ada.types('/daily setup 09:00 daily UTC virtualization');
    await ada.heard('Daily d1 is set up');
    await ada.types('/daily edit d1');
    expect(await preview(group, ada, 'sundays 11:15')).toContain('11:15');
    const [daily] = await group.bot.parts.store.dailies.list(group.place.community);
    expect(daily?.revision).toBe(1);
  });

  it.each([
    [true, 'When'],
    [false, '/invite @Hypercall'],
  ])('says how to invite the bot where it is not in the channel: in it %s', async (isIn, words) => {
    const group = await slackGroup({});
    group.channel.hasBot = isIn;
    const ada = group.member('ada');
    await ada.types('/daily setup');
    const { view } = await ada.form();
    expect(JSON.stringify(view)).toContain(words);
    expect(JSON.stringify(view).includes('/invite')).toBe(!isIn);
  });
});

describe('a workspace', () => {
  it('answers in a conversation that the bot is no part of', async () => {
    const group = await slackGroup({});
    const bob = group.member('bob');
    const payload = group.fake.pay.command(bob.user, 'D0DIRECT', '/hypercall streak');
    await group.fake.deliver('slash_commands', payload);
    await bob.heard('No streak yet');
  });
});
