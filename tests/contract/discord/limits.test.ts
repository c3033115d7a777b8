import { afterEach, describe, expect, it, vi } from 'vitest';
import { textView } from '../../../src/chat/view.ts';
import { faultOf, listening, posts } from './heard.ts';

const HELLO = textView('news', 'Hello');
const MESSAGES = /messages$/;

afterEach(() => void vi.restoreAllMocks());

describe('P4 a rate limit', () => {
  it('that is long is left to the caller, with its wait', async () => {
    const open = await listening();
    open.discord.failNext('POST', MESSAGES, { kind: 'refuse', status: 429, retryAfter: 60 });
    const fault = await faultOf(open.post(HELLO));
    expect(fault.repeat).toBe('later');
    expect(fault.afterMs).toBeGreaterThanOrEqual(60_000);
    expect(posts(open)).toHaveLength(1);
  });

  it('that is short is waited for, and the post goes out once', async () => {
    const open = await listening();
    open.discord.failNext('POST', MESSAGES, { kind: 'refuse', status: 429, retryAfter: 0.05 });
    await open.post(HELLO);
    expect(posts(open).map(({ status }) => status)).toEqual([429, 200]);
    expect(open.channel.messages).toHaveLength(1);
  });
});

const several = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('P4 no request goes out early', () => {
  it('to a channel whose bucket is empty', async () => {
    const open = await listening();
    open.discord.world.routeLimit = { most: 2, within: 150 };
    await Promise.all(several(7).map((at) => open.post(HELLO, `k${at}`)));
    expect(posts(open).map(({ status }) => status)).toEqual(Array(7).fill(200));
    expect(open.channel.messages).toHaveLength(7);
  });

  it('and one channel that waits holds up no other', async () => {
    const open = await listening();
    open.discord.failNext('POST', MESSAGES, { kind: 'refuse', status: 429, retryAfter: 2 });
    const waits = open.post(HELLO, 'k0').catch(() => null);
    await vi.waitFor(() => expect(posts(open)).toHaveLength(1));
    const others = several(5).map(() => open.discord.channel(open.guild));
    for (const [at, other] of others.entries()) await open.post(HELLO, `k${at}`, other);
    expect(others.map(({ messages }) => messages.length)).toEqual(Array(5).fill(1));
    expect(open.channel.messages).toEqual([]);
    await open.platform.stop();
    await waits;
  });

  it('while the bot as a whole is asked to wait', async () => {
    const open = await listening();
    const channels = several(6).map(() => open.discord.channel(open.guild));
    open.discord.world.globalLimit = 0;
    const sent = [open.post(HELLO, 'k0', channels[0])];
    await vi.waitFor(() => expect(posts(open)).toHaveLength(1));
    // What is answered now is answered after the refusal was read. Interactions have no part in the limit.
    await open.discord.member({ channel: open.channel }).types('/streak').acknowledged;
    await open.heard(1);
    open.discord.world.globalLimit = 50;
    sent.push(...channels.slice(1).map((channel, at) => open.post(HELLO, `k${at + 1}`, channel)));
    await Promise.all(sent);
    expect(open.discord.world.impatient).toBe(0);
    expect(posts(open).map(({ status }) => status)).toEqual([429, ...Array(6).fill(200)]);
  });

  it('and a reply that must wait long is left to the caller', async () => {
    const open = await listening();
    open.answer({ kind: 'later' });
    open.discord.member({ channel: open.channel }).types('/streak');
    await open.heard(1);
    open.discord.failNext('PATCH', /webhooks/, { kind: 'refuse', status: 429, retryAfter: 60 });
    const reply = open.platform.reply(open.intents[0]?.replyTo as never, HELLO, 'only me');
    expect(await faultOf(reply)).toMatchObject({ repeat: 'later' });
  });
});

describe('P5 refusals', () => {
  it('of ten dead channels cost ten requests', async () => {
    const open = await listening();
    for (let at = 0; at < 10; at++) {
      const channel = open.discord.channel(open.guild);
      channel.isHidden = true;
      await faultOf(open.post(HELLO, `k${at}`, channel));
    }
    expect(posts(open)).toHaveLength(10);
  });

  it('of the token stop all calls at once, and say so', async () => {
    const open = await listening();
    open.discord.failNext('POST', MESSAGES, { kind: 'refuse', status: 401 });
    await faultOf(open.post(HELLO, 'k1'));
    expect((await faultOf(open.post(HELLO, 'k2'))).repeat).toBe('later');
    expect(posts(open)).toHaveLength(1);
    expect(open.fatal.join()).toContain('DISCORD_TOKEN');
    expect(open.platform.isReachable()).toBe(false);
  });

  it('a thousand in ten minutes silence the bot until the first of them is old', async () => {
    const open = await listening();
    open.answer({ kind: 'later' });
    open.discord.member({ channel: open.channel }).types('/streak');
    await open.heard(1);
    const reply = () => open.platform.reply(open.intents[0]?.replyTo as never, HELLO, 'only me');
    for (const _ of several(1_000)) {
      open.discord.failNext('PATCH', /webhooks/, { kind: 'refuse', status: 403, code: 50_013 });
      await faultOf(reply());
    }
    const requests = open.discord.world.requests.length;
    expect(await faultOf(open.post(HELLO))).toMatchObject({ repeat: 'later', afterMs: 600_000 });
    expect((await faultOf(reply())).repeat).toBe('later');
    expect(open.discord.world.requests).toHaveLength(requests);
    open.clock.pass(600_000);
    await open.post(HELLO);
  }, 30_000);
});
