import { afterEach, describe, expect, it, vi } from 'vitest';
import { textView } from '../../../src/chat/view.ts';
import { memberId } from '../../../src/core/ids.ts';
import { faultOf, type Listening, listening, placeOf, posts } from './heard.ts';

const HELLO = textView('news', 'Hello');
const MESSAGES = /messages$/;

afterEach(() => void vi.restoreAllMocks());

describe('P6 the code of a refused post', () => {
  it.each([
    [404, 10_003, 'gone'],
    [404, 10_004, 'gone'],
    [403, 50_001, 'gone'],
    [403, 50_013, 'gone'],
    [403, 12_345, 'gone'],
    [403, 50_007, 'never'],
    [403, 50_278, 'never'],
    [400, 50_035, 'never'],
    [400, 200_000, 'never'],
    [400, 240_000, 'never'],
    [400, 20_016, 'later'],
    [400, 20_028, 'later'],
    [400, 20_029, 'later'],
    [400, 40_062, 'later'],
    [403, 130_000, 'later'],
  ] as const)('%i %i means %s', async (status, code, repeat) => {
    const open = await listening();
    open.discord.failNext('POST', MESSAGES, { kind: 'refuse', status, code });
    const fault = await faultOf(open.post(HELLO));
    expect(fault.repeat).toBe(repeat);
    if (code !== 12_345) expect(fault.message).toContain(String(code));
    // Never a second try of our own.
    expect(posts(open)).toHaveLength(1);
  });

  it('50083 opens the thread and posts', async () => {
    const open = await listening();
    open.channel.type = 11;
    open.channel.isArchived = true;
    await open.post(HELLO);
    expect(open.channel.isArchived).toBe(false);
    expect(open.channel.messages).toHaveLength(1);
  });

  it('50083 of a thread that stays shut means gone', async () => {
    const open = await listening();
    open.channel.isArchived = true;
    open.discord.failNext('PATCH', /channels/, { kind: 'refuse', status: 403, code: 50_083 });
    expect((await faultOf(open.post(HELLO))).repeat).toBe('gone');
  });

  it('10008 of an edit means that there is nothing left to do', async () => {
    const open = await listening();
    const message = await open.post(HELLO);
    message.isDeleted = true;
    await open.platform.edit(`${open.channel.id}/${message.id}` as never, textView('news', 'New'));
  });

  it('30046 of an edit asks to wait', async () => {
    const open = await listening();
    const message = await open.post(HELLO);
    open.discord.failNext('PATCH', /messages/, { kind: 'refuse', status: 400, code: 30_046 });
    const edit = open.platform.edit(`${open.channel.id}/${message.id}` as never, HELLO);
    expect(await faultOf(edit)).toMatchObject({ repeat: 'later', afterMs: 600_000 });
  });

  it.each([
    [404, 10_015],
    [401, 50_027],
    [404, 10_062],
  ])('%i %i of a reply means never', async (status, code) => {
    const open = await listening();
    open.answer({ kind: 'later' });
    open.discord.member({ channel: open.channel }).types('/streak');
    await open.heard(1);
    open.discord.failNext('PATCH', /webhooks/, { kind: 'refuse', status, code });
    const reply = open.platform.reply(open.intents[0]?.replyTo as never, HELLO, 'only me');
    expect((await faultOf(reply)).repeat).toBe('never');
    // The token of one interaction says nothing of the bot's own.
    expect(open.fatal).toEqual([]);
  });

  it('50007 of a word to one member means never', async () => {
    const open = await listening();
    const bob = memberId.of('123456789012345678');
    open.discord.world.closed.add(bob);
    const { community } = placeOf(open, open.channel);
    expect((await faultOf(open.platform.tell(community, bob, HELLO))).repeat).toBe('never');
  });
});

describe('Q8 a post whose response is lost', () => {
  it.each([
    [{ kind: 'drop' } as const],
    [{ kind: 'html' } as const],
    [{ kind: 'accept then fail', status: 500 } as const],
    [{ kind: 'accept then fail', status: 502 } as const],
  ])('%o may stand, is not repeated by us, and is one message when asked again', async (fault) => {
    const open = await listening();
    open.discord.failNext('POST', MESSAGES, fault);
    expect((await faultOf(open.post(HELLO, 'k1'))).repeat).toBe('unknown');
    expect(posts(open)).toHaveLength(1);
    await open.post(HELLO, 'k1');
    expect(open.channel.messages).toHaveLength(1);
    expect(posts(open).map(({ body }) => [body.nonce, body.enforce_nonce])).toEqual([
      ['k1', true],
      ['k1', true],
    ]);
  });

  it('that hangs is given up when the caller says so', async () => {
    const open = await listening();
    open.discord.failNext('POST', MESSAGES, { kind: 'hang' });
    const limit = new AbortController();
    const posting = open.platform.post(placeOf(open, open.channel), HELLO, 'k1', limit.signal);
    await vi.waitFor(() => expect(open.channel.messages).toHaveLength(1));
    limit.abort();
    expect((await faultOf(posting)).repeat).toBe('unknown');
    // What stands is found.
    const found = await open.platform.find(
      placeOf(open, open.channel),
      'k1',
      new AbortController().signal,
    );
    expect(found.kind).toBe('found');
  });

  it('after 60 s is a second message: the key is forgotten', async () => {
    const open = await listening();
    await open.post(HELLO, 'k1');
    open.clock.pass(open.platform.remembersKeysFor);
    await open.post(HELLO, 'k1');
    expect(open.channel.messages).toHaveLength(2);
  });

  it('was certainly not sent where nobody listens', async () => {
    const { post } = await listening({ api: 'http://127.0.0.1:9/api' });
    const fault = { repeat: 'later', message: expect.stringContaining('ECONNREFUSED') };
    await expect(post(textView('news', 'Hi'))).rejects.toMatchObject(fault);
  });

  it('may be tried again as often as one likes where it is an edit', async () => {
    const open = await listening();
    const message = await open.post(HELLO);
    open.discord.failNext('PATCH', /messages/, { kind: 'drop' });
    const edit = open.platform.edit(`${open.channel.id}/${message.id}` as never, HELLO);
    expect((await faultOf(edit)).repeat).toBe('later');
  });
});

describe('a search for a post', () => {
  const find = (open: Listening, key: string) =>
    open.platform.find(placeOf(open, open.channel), key, new AbortController().signal);

  it('cannot tell where history is hidden', async () => {
    const open = await listening();
    await open.post(HELLO, 'k1');
    open.guild.rights = (1n << 10n) | (1n << 11n);
    expect(await find(open, 'k1')).toEqual({ kind: 'cannot tell' });
  });

  it('cannot tell where a message of ours has no key', async () => {
    const open = await listening();
    open.answer({ kind: 'later' });
    await open.discord.member({ channel: open.channel }).types('/leaderboard').acknowledged;
    await open.heard(1);
    await open.post(HELLO, 'k1');
    await open.platform.reply(open.intents[0]?.replyTo as never, HELLO, 'channel');
    expect((await find(open, 'k1')).kind).toBe('found');
    expect((await find(open, 'k9')).kind).toBe('cannot tell');
  });
});

it('X13 no token stands in a fault', async () => {
  const open = await listening();
  const ada = open.discord.member({ channel: open.channel });
  open.answer({ kind: 'later' });
  ada.types('/streak');
  await open.heard(1);
  open.discord.failNext('PATCH', /webhooks/, { kind: 'refuse', status: 400, code: 50_035 });
  const fault = await faultOf(
    open.platform.reply(open.intents[0]?.replyTo as never, HELLO, 'only me'),
  );
  const everything = `${fault.message} ${fault.stack} ${JSON.stringify(fault)} ${String(fault.cause)}`;
  expect(everything).not.toContain('canary');
  expect(fault.cause).toBeUndefined();
});
