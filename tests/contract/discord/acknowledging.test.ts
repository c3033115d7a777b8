import { describe, expect, it } from 'vitest';
import { type Form, type Reply, textView } from '../../../src/chat/view.ts';
import { dailyId, roundId } from '../../../src/core/ids.ts';
import { textOf } from '../../fakes/discord/index.ts';
import { FINE, held, listening } from './heard.ts';

const round = roundId.of('abcdefghijkl');
const question = (ask: object) => ({
  ...textView('question', 'Q'),
  ask: { ...ask, round } as never,
});
const FORM: Form = {
  name: 'daily-setup',
  subject: null,
  title: 'Set up a daily question',
  fields: [{ name: 'at', label: 'Time', hint: 'such as 09:00', value: '09:00' }],
};

describe('an interaction', () => {
  it('P1 is acknowledged while what answers it is still held', async () => {
    const { discord, channel, answer, heard, reported } = await listening();
    const store = held<Reply>();
    answer(store.promise);
    const streak = discord.member({ channel }).types('/streak');
    expect(await streak.acknowledged).toEqual({ type: 5, data: { flags: 64 } });
    await heard(1);
    expect(streak.original).toBeNull();
    store.release(FINE);
    await discord.until('the reply', () => streak.original ?? undefined);
    expect(reported).toEqual([]);
  });

  it.each([
    ['/streak', { type: 5, data: { flags: 64 } }],
    ['/help', { type: 5, data: { flags: 64 } }],
    ['/daily list', { type: 5, data: { flags: 64 } }],
    ['/leaderboard', { type: 5 }],
  ])('is acknowledged as %s declares it', async (line, callback) => {
    const { discord, channel } = await listening();
    expect(await discord.member({ channel }).types(line).acknowledged).toEqual(callback);
  });

  it('P1 of a form is acknowledged without it when the store hangs', async () => {
    const open = await listening({ formWithin: 0 });
    const store = held<Reply>();
    open.answer(store.promise);
    const ada = open.discord.member({ channel: open.channel, organiser: true });
    const setup = ada.types('/daily setup');
    expect(await setup.acknowledged).toEqual({ type: 5, data: { flags: 64 } });
    store.release({ kind: 'form', form: FORM });
    await open.platform.stop();
    expect(ada.heard().join()).toContain('could not be opened in time');
  });

  it('of a form is answered by its window at once', async () => {
    const { discord, channel, answer } = await listening();
    answer({ kind: 'form', form: FORM });
    const setup = discord.member({ channel, organiser: true }).types('/daily setup');
    const callback = await setup.acknowledged;
    expect(callback).toMatchObject({ type: 9, data: { custom_id: '~f.daily-setup.' } });
  });

  it('P2 that came too late is reported, changes nothing and ends nothing', async () => {
    const { discord, channel, clock, intents, reported, platform } = await listening();
    const late = discord.member({ channel });
    discord.failNext('POST', /callback$/, { kind: 'refuse', status: 404, code: 10_062 });
    late.types('/streak');
    const next = late.types('/help');
    await next.acknowledged;
    await platform.stop();
    expect(intents.map((intent) => 'command' in intent && intent.command)).toEqual(['help']);
    expect(reported.join()).toContain('10062');
    expect(clock.now()).toBeGreaterThan(0);
  });

  it('P2 that is older than 3 seconds when it comes in is reported and changes nothing', async () => {
    const { discord, channel, clock, intents, reported, platform } = await listening();
    discord.member({ channel }).types('/streak');
    clock.pass(3_001);
    await discord.until('the refusal', () =>
      discord.world.requests.find(({ code }) => code === 10_062),
    );
    await platform.stop();
    expect(intents).toEqual([]);
    expect(reported.join()).toContain('10062');
  });

  it('P2 that was acknowledged already goes on', async () => {
    const { discord, channel, heard, intents } = await listening();
    discord.failNext('POST', /callback$/, { kind: 'refuse', status: 400, code: 40_060 });
    discord.member({ channel }).types('/streak');
    await heard(1);
    expect(intents).toHaveLength(1);
  });

  it('P2 takes no reply after 15 minutes, and none is sent', async () => {
    const { discord, channel, clock, heard, intents, platform } = await listening();
    discord.member({ channel }).types('/streak');
    await heard(1);
    clock.pass(15 * 60_000 + 1);
    const requests = discord.world.requests.length;
    const reply = platform.reply(intents[0]?.replyTo as never, textView('news', 'Late'), 'only me');
    await expect(reply).rejects.toMatchObject({ repeat: 'never' });
    expect(
      discord.world.requests.slice(requests).filter(({ body }) => textOf(body).includes('Late')),
    ).toEqual([]);
  });
});

describe('a reply', () => {
  const said = (seenBy: 'only me' | 'channel'): Reply => ({
    kind: 'view',
    view: textView('news', 'Said'),
    seenBy,
  });

  it.each([
    ['/streak', 'only me', true],
    ['/leaderboard', 'channel', false],
    // The announcement would show it to the wrong eyes: it is taken back.
    ['/leaderboard', 'only me', true],
    ['/streak', 'channel', false],
  ] as const)('to %s for %s is seen by nobody else', async (line, seenBy, isPrivate) => {
    const { discord, channel, answer, platform } = await listening();
    answer(said(seenBy));
    const ada = discord.member({ channel });
    await ada.types(line).acknowledged;
    await platform.stop();
    const [message, ...more] = channel.messages.filter(({ isDeleted }) => !isDeleted);
    expect(more).toEqual([]);
    expect(textOf(message?.body)).toContain('Said');
    expect(message?.ephemeralFor).toBe(isPrivate ? ada.id : null);
  });

  it('to a press that turns a page replaces the page', async () => {
    const { discord, channel, answer, platform, post } = await listening();
    const board = {
      ...textView('news', 'Page 1'),
      actions: [{ label: 'Next', press: { kind: 'board', window: 'all', page: 1 } as const }],
    };
    const message = await post(board);
    answer({ kind: 'view', view: textView('news', 'Page 2'), seenBy: 'channel' });
    const pressed = discord.member({ channel }).presses(message, 'b.all.1');
    expect(await pressed.acknowledged).toEqual({ type: 6 });
    await platform.stop();
    expect(textOf(message.body)).toContain('Page 2');
    expect(channel.messages).toHaveLength(1);
  });

  it('X13 X14 its address holds no token in the clear, and opens for its own key alone', async () => {
    const { discord, channel, heard, intents } = await listening();
    const { token } = discord.member({ channel }).types('/streak');
    await heard(1);
    const { replyTo } = intents[0] as { replyTo: string };
    expect(replyTo).not.toContain(token);
    expect(Buffer.from(replyTo, 'base64url').toString('latin1')).not.toContain(token);
    const other = await listening({ secret: 'another secret' });
    const reply = other.platform.reply(replyTo as never, textView('news', 'Hi'), 'only me');
    await expect(reply).rejects.toMatchObject({ repeat: 'never' });
  });
});

describe('an answer', () => {
  it.each([
    [
      '~m.abcdefghijkl.2',
      { kind: 'marks', statements: ['s', 't'] },
      { 0: '1', 1: '0' },
      { kind: 'marks', marks: [false, true] },
    ],
    [
      '~o.abcdefghijkl.3',
      { kind: 'order', items: ['x', 'y', 'z'] },
      { 0: '2', 1: '0', 2: '1' },
      { kind: 'places', places: [2, 0, 1] },
    ],
    [
      '~p.abcdefghijkl.2',
      { kind: 'match', lefts: ['l', 'm'], rights: ['r', 's'] },
      { 0: '1', 1: '0' },
      { kind: 'places', places: [1, 0] },
    ],
    [
      '~w.abcdefghijkl.n.1.GiB',
      { kind: 'texts', asks: 'number', count: 1, unit: 'GiB' },
      { 0: '4' },
      { kind: 'texts', texts: ['4'] },
    ],
    [
      '~w.abcdefghijkl.g.2.',
      { kind: 'texts', asks: 'gaps', count: 2, unit: null },
      { 0: 'a', 1: 'b' },
      { kind: 'texts', texts: ['a', 'b'] },
    ],
  ])('is given through the window of %s', async (id, ask, values, response) => {
    const { discord, channel, post, heard, intents } = await listening();
    const bob = discord.member({ channel });
    const opened = bob.presses(await post(question(ask)), id);
    expect(await opened.acknowledged).toMatchObject({ type: 9, data: { custom_id: id } });
    expect(intents).toEqual([]);
    const sent = bob.submits(opened, values);
    expect(await sent.acknowledged).toEqual({ type: 5, data: { flags: 64 } });
    await heard(1);
    expect(intents[0]).toMatchObject({ kind: 'answer', round, response, event: sent.id });
    expect(intents[0]?.message).toContain(channel.messages[0]?.id);
  });

  it('shows the words of the question in the window', async () => {
    const { discord, channel, post } = await listening();
    const message = await post(
      question({ kind: 'match', lefts: ['EPT', 'a_b'], rights: ['<x>', 'y'] }),
    );
    const { data } = await discord.member({ channel }).presses(message, '~p.abcdefghijkl.2')
      .acknowledged;
    const rows = data.components.map(({ label, component }: never) => [
      label,
      (component as { options: { label: string }[] }).options.map((each) => each.label),
    ]);
    expect(rows).toEqual([
      ['1 · EPT', ['A · <x>', 'B · y']],
      ['2 · a_b', ['A · <x>', 'B · y']],
    ]);
  });

  it('is chosen from a menu where several are right', async () => {
    const { discord, channel, post, heard, intents } = await listening();
    const message = await post(
      question({ kind: 'picks', picks: 'several', options: ['x', 'y', 'z'] }),
    );
    discord.member({ channel }).presses(message, '~c.abcdefghijkl', ['2', '0']);
    await heard(1);
    expect(intents[0]).toMatchObject({
      kind: 'answer',
      response: { kind: 'choice', picks: [0, 2] },
    });
  });

  it('that puts one item in two places is refused with what to do', async () => {
    const { discord, channel, post, intents } = await listening();
    const bob = discord.member({ channel });
    const opened = bob.presses(
      await post(question({ kind: 'order', items: ['x', 'y'] })),
      '~o.abcdefghijkl.2',
    );
    await opened.acknowledged;
    await bob.submits(opened, { 0: '1', 1: '1' }).acknowledged;
    expect(bob.heard().join()).toContain('choose each of them once');
    expect(intents).toEqual([]);
  });
});

describe('what nobody was given', () => {
  const refused: readonly [string, number, object][] = [
    [
      'a command that is not declared',
      2,
      { id: '1', type: 1, name: 'daily', options: [{ type: 1, name: 'destroy' }] },
    ],
    [
      'an option that is not declared',
      2,
      { id: '1', type: 1, name: 'streak', options: [{ type: 3, name: 'of', value: 'bob' }] },
    ],
    [
      'a choice that is not declared',
      2,
      {
        id: '1',
        type: 1,
        name: 'leaderboard',
        options: [{ type: 3, name: 'window', value: 'ever' }],
      },
    ],
    ['a name from the prototype', 2, { id: '1', type: 1, name: 'constructor' }],
    ['a user command', 2, { id: '1', type: 2, name: 'streak' }],
    ['a window that we never opened', 5, { custom_id: '~f.daily-remove.d1', components: [] }],
    ['a window with nothing in it', 5, { custom_id: '~m.abcdefghijkl.2', components: [] }],
  ];

  it.each(refused)('X2 such as %s is refused kindly', async (_, type, data) => {
    const { discord, channel, intents } = await listening();
    const eve = discord.member({ channel });
    expect(await eve.sends(type, data).acknowledged).toMatchObject({ type: 4 });
    expect(eve.heard().join()).toContain('That did not work');
    expect(intents).toEqual([]);
  });

  it.each([
    ['stands in no message of ours', 'a.abcdefghijkl.1', true],
    ['stands in a message of another', 'a.abcdefghijkl.0', false],
  ])('X2 a press that %s is refused kindly', async (_, custom_id, isOurs) => {
    const { discord, channel, intents } = await listening();
    const eve = discord.member({ channel });
    const author = { id: isOurs ? discord.world.application : '123456789012345678' };
    const components = [
      { type: 1, components: [{ type: 2, style: 1, label: 'A', custom_id: 'a.abcdefghijkl.0' }] },
    ];
    const message = { id: '123456789012345679', channel_id: channel.id, author, components };
    const press = eve.sends(3, { custom_id, component_type: 2 }, { message });
    expect(await press.acknowledged).toMatchObject({ type: 4 });
    expect(eve.heard().join()).toContain('no longer in use');
    expect(intents).toEqual([]);
  });

  it.each([
    [
      'a direct message',
      { guild_id: undefined, member: undefined, user: { id: '123456789012345678' } },
    ],
    [
      'a server that never asked for it',
      { authorizing_integration_owners: { 1: '123456789012345678' } },
    ],
  ])('P3 from %s is refused, and touches nothing', async (_, more) => {
    const { discord, channel, intents } = await listening();
    const eve = discord.member({ channel });
    await eve.sends(2, { id: '1', type: 1, name: 'streak' }, more).acknowledged;
    expect(eve.heard().join()).toContain('in the channels of a server');
    expect(intents).toEqual([]);
  });
});

describe('an organiser', () => {
  it.each([
    ['32', true],
    ['16', true],
    ['8', true],
    ['2147483648', false],
    ['0', false],
    ['-16', false],
  ])('X4 holds rights %s: %s, as this very call says', async (permissions, organiser) => {
    const { discord, channel, heard, intents } = await listening();
    const member = { user: { id: '123456789012345678' }, permissions };
    discord.member({ channel }).sends(2, { id: '1', type: 1, name: 'streak' }, { member });
    await heard(1);
    expect(intents[0]?.organiser).toBe(organiser);
  });

  it.each(['/daily setup', '/daily now', '/quiz start'])(
    'reads what the bot may not do yet before %s does anything',
    async (line) => {
      const { discord, channel, guild, intents } = await listening();
      guild.rights = 1n << 10n;
      const ada = discord.member({ channel, organiser: true });
      await ada.types(line).acknowledged;
      expect(ada.heard().join()).toContain('Send Messages, Attach Files and Read Message History');
      expect(intents).toEqual([]);
    },
  );
});

it('completes what is typed, with at most 25 words of 100 letters', async () => {
  const words = [...Array.from({ length: 40 }, (_, at) => `Europe/${at}`), 'x'.repeat(101)];
  const asked: unknown[] = [];
  const { discord, channel, guild } = await listening({
    async complete(...given) {
      asked.push(given);
      return words;
    },
  });
  const typing = discord.member({ channel }).completes('daily setup', 'zone', 'Eur');
  const { type, data } = await typing.acknowledged;
  expect(type).toBe(8);
  expect(data.choices).toHaveLength(25);
  expect(asked).toEqual([['zone', 'Eur', `discord:${guild.id}`]]);
});

it('carries who may post now', async () => {
  const { discord, channel, post, heard, intents } = await listening();
  const press = { kind: 'post now', daily: dailyId.of('d1') } as const;
  const message = await post({ ...textView('news', 'Set up'), actions: [{ label: 'Now', press }] });
  discord.member({ channel, organiser: true, locale: 'de' }).presses(message, 'p.d1');
  await heard(1);
  expect(intents[0]).toMatchObject({ kind: 'press', press, organiser: true, locale: 'de' });
});
