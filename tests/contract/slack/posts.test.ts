import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/chat/view.ts';
import { textView } from '../../../src/chat/view.ts';
import { channelId, communityId, memberId } from '../../../src/core/ids.ts';
import { openSlack, type Workspace } from '../../fakes/slack/workspace.ts';

const fine: Reply = { kind: 'later' };
const view = textView('question', 'A question');

let slack: Workspace;
beforeEach(async () => {
  slack = await openSlack();
  await slack.platform.start(async () => fine);
});
afterEach(() => slack.close());

const post = (key = 'k1', signal = new AbortController().signal) =>
  slack.platform.post(slack.place, view, key, signal);
const tries = (): number =>
  slack.fake.calls.filter(({ method }) => method === 'chat.postMessage').length;

describe('a post', () => {
  it.each([
    [{ kind: 'drop', accepts: true }, 1],
    [{ kind: 'status', status: 500, accepts: true }, 1],
    [{ kind: 'status', status: 502 }, 0],
    [{ kind: 'hang', accepts: true }, 1],
    [{ kind: 'garbled', accepts: true }, 1],
    [{ kind: 'refused', code: 'fatal_error' }, 0],
  ] as const)('Q8 whose answer is lost is tried once and may stand: %o', async (fault, stands) => {
    slack.fake.failNext('chat.postMessage', fault);
    await expect(post()).rejects.toMatchObject({ repeat: 'unknown' });
    expect(tries()).toBe(1);
    expect(slack.channel.messages).toHaveLength(stands);
  });

  it('that is called off while under way may stand', async () => {
    slack.fake.failNext('chat.postMessage', { kind: 'hang', accepts: true });
    const off = new AbortController();
    const posted = post('k1', off.signal);
    await slack.fake.until('the call', () => tries() === 1);
    off.abort();
    await expect(posted).rejects.toMatchObject({ repeat: 'unknown' });
  });

  it('to where nobody listens was never sent', async () => {
    const gone = await openSlack();
    await gone.close();
    const nowhere = slack.another({ apiUrl: gone.fake.apiUrl });
    const posted = nowhere.post(slack.place, view, 'k1', new AbortController().signal);
    await expect(posted).rejects.toMatchObject({ repeat: 'later' });
  });

  it('P4 that has to wait is not tried again before its time', async () => {
    slack.fake.failNext('chat.postMessage', { kind: 'limited', seconds: 60 });
    await expect(post()).rejects.toMatchObject({ repeat: 'later', afterMs: 60_000 });
    slack.clock.forward(59_000);
    await expect(post()).rejects.toMatchObject({ repeat: 'later', afterMs: 1_000 });
    expect(tries()).toBe(1);
    slack.clock.forward(1_000);
    await post();
    expect(tries()).toBe(2);
  });

  it('P16 that has to wait is not tried by another process either, and other workspaces wait for nobody', async () => {
    const second = slack.another();
    slack.fake.failNext('chat.postMessage', { kind: 'limited', seconds: 60 });
    await expect(post()).rejects.toMatchObject({ repeat: 'later' });
    const there = () => second.post(slack.place, view, 'k1', new AbortController().signal);
    await expect(there()).rejects.toMatchObject({ repeat: 'later', afterMs: 60_000 });
    expect(tries()).toBe(1);
    slack.clock.forward(60_000);
    await there();
    expect(tries()).toBe(2);
  });

  it('P5 to a channel without the bot says how to invite it', async () => {
    slack.channel.hasBot = false;
    await expect(post()).rejects.toMatchObject({
      repeat: 'gone',
      message: expect.stringContaining('/invite'),
    });
  });

  it('X5 reaches no channel of another workspace and no other platform', async () => {
    const place = (community: string) => ({
      community: communityId.of(community),
      channel: channelId.of(slack.channel.id),
    });
    const to = (community: string) =>
      slack.platform.post(place(community), view, 'k1', new AbortController().signal);
    await expect(to('slack:T0OTHER')).rejects.toMatchObject({ repeat: 'gone' });
    await expect(to('discord:1')).rejects.toMatchObject({ repeat: 'never' });
    expect(tries()).toBe(0);
  });

  it('is found by its key where the app may read the channel', async () => {
    const { fake, platform, place } = slack;
    const [install] = [...fake.world.installs.values()];
    const more = { ...install, scopes: ['channels:history'] } as NonNullable<typeof install>;
    fake.world.installs.set(more.team, more);
    const message = await post('k7');
    const find = (key: string) => platform.find(place, key, new AbortController().signal);
    expect(await find('k7')).toEqual({ kind: 'found', message });
    expect(await find('k8')).toEqual({ kind: 'none' });
    slack.clock.forward(25 * 3_600_000);
    expect(await find('k7')).toEqual({ kind: 'none' });
  });
});

describe('words to one member', () => {
  it('are refused where there is no such member', async () => {
    const tell = (member: string) =>
      slack.platform.tell(slack.place.community, memberId.of(member), view);
    await expect(tell('ada')).rejects.toMatchObject({ repeat: 'never' });
    await expect(tell('U0NOBODY')).rejects.toMatchObject({ repeat: 'gone' });
  });
});
