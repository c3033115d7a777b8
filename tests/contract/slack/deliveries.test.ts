import { connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import type { Intent } from '../../../src/chat/intent.ts';
import { type Reply, textView } from '../../../src/chat/view.ts';
import { makeConnection } from '../../../src/store/connection.ts';
import { createShelf } from '../../../src/store/shelf.ts';
import type { Member } from '../../fakes/slack/member.ts';
import { openSlack, TEAM, type Workspace } from '../../fakes/slack/workspace.ts';
import type { Json, Posted } from '../../fakes/slack/world.ts';

const fine: Reply = { kind: 'view', view: textView('news', 'Fine'), seenBy: 'only me' };

let slack: Workspace;
let intents: Intent[];
const receive = async (intent: Intent): Promise<Reply> => {
  intents.push(intent);
  return fine;
};

/** What Slack delivers when bob does something. */
async function done(
  what: 'a command' | 'a press' | 'a shortcut' | 'a form',
  bob: Member,
): Promise<Json> {
  const { fake, platform, place, channel } = slack;
  const { pay } = fake;
  if (what === 'a command') return pay.command(bob.user, channel.id, '/streak');
  if (what === 'a form') {
    await bob.reaches('quiz');
    const chosen = { type: 'conversations_select', selected_conversation: channel.id };
    return pay.submission(bob.user, await bob.form(), { channel: { input: chosen } });
  }
  await platform.post(place, textView('news', 'Here'), 'k', new AbortController().signal);
  const posted = channel.messages[0] as Posted;
  const action = { type: 'button', action_id: 'press-action-0', value: 's' };
  return what === 'a press'
    ? pay.action(bob.user, channel.id, posted, action, {})
    : pay.shortcut(bob.user, 'explain', channel.id, posted);
}

describe.each(['socket', 'http'] as const)('deliveries over %s', (delivery) => {
  beforeEach(async () => {
    intents = [];
    slack = await openSlack({ delivery });
  });
  afterEach(() => slack.close());

  it('P1 are acknowledged while the store hangs and nothing else has happened', async () => {
    const redis = await frozenRedis();
    const { platform } = {
      platform: slack.another({ shelf: createShelf(redis.connection, slack.prefix) }),
    };
    await platform.start(receive);
    if (delivery === 'http') slack.deliverTo(platform);
    redis.freeze();
    const bob = slack.member('bob');
    expect(await bob.types('/streak')).toMatchObject({ status: 200 });
    expect(intents).toEqual([]);
    redis.thaw();
    await bob.heard('Fine');
  });

  it.each(['a command', 'a press', 'a shortcut', 'a form'] as const)(
    'P15 of %s four times, to two processes at once, have one effect',
    async (what) => {
      const { fake, platform } = slack;
      const second = slack.another();
      await Promise.all([platform.start(receive), second.start(receive)]);
      const bob = slack.member('bob');
      const payload = await done(what, bob);
      const type = what === 'a command' ? 'slash_commands' : 'interactive';
      await Promise.all(
        [0, 1, 2, 3].map((time) => {
          if (delivery === 'http') slack.deliverTo(time % 2 === 0 ? platform : second);
          return fake.deliver(type, payload, { retry: time });
        }),
      );
      await Promise.all([platform.stop(), second.stop()]);
      expect(intents).toHaveLength(1);
      expect(intents[0]?.event).toMatch(/^\S{1,64}$/);
      expect(bob.hears()).toHaveLength(1);
    },
  );

  it('are counted from the moment that Slack saw them', async () => {
    await slack.platform.start(receive);
    const bob = slack.member('bob');
    const view = {
      ...textView('news', 'Here'),
      actions: [{ label: 'Go', press: { kind: 'share streak' } as const }],
    };
    const message = await slack.platform.post(slack.place, view, 'k', new AbortController().signal);
    const seen = slack.clock.now();
    const [posted] = slack.channel.messages;
    const action = { type: 'button', action_id: 'press-action-0', value: 's' };
    const payload = slack.fake.pay.action(
      bob.user,
      slack.channel.id,
      posted as NonNullable<typeof posted>,
      action,
      {},
    );
    slack.clock.forward(90_000);
    await slack.fake.deliver('interactive', payload);
    await bob.heard('Fine');
    expect(Math.floor((intents[0]?.receivedAt ?? 0) / 1_000)).toBe(seen / 1_000);
    expect(intents[0]?.message).toBe(message);
  });

  it('of presses that nobody knows are acknowledged and forgotten', async () => {
    await slack.platform.start(receive);
    await slack.platform.post(
      slack.place,
      textView('news', 'Here'),
      'k',
      new AbortController().signal,
    );
    const [posted] = slack.channel.messages;
    const bob = slack.member('bob').user;
    for (const value of ['', 'x.y', 'a.abcdefghijkl.-1', `a.${'x'.repeat(200)}`]) {
      const action = { type: 'button', action_id: 'press-0', value };
      const payload = slack.fake.pay.action(
        bob,
        slack.channel.id,
        posted as NonNullable<typeof posted>,
        action,
        {},
      );
      expect(await slack.fake.deliver('interactive', payload)).toMatchObject({ status: 200 });
    }
    await slack.platform.stop();
    expect(intents).toEqual([]);
  });

  it('X2 of a form that was not opened by us are acknowledged and forgotten', async () => {
    await slack.platform.start(receive);
    const bob = slack.member('bob').user;
    const metadata = JSON.stringify([
      { kind: 'form', name: 'daily-setup', subject: null },
      'forged',
    ]);
    const view = { type: 'modal', callback_id: 'form', private_metadata: metadata, blocks: [] };
    const open = { id: 'V0FORGED', hash: 'h', user: bob.id, team: TEAM, view };
    await slack.fake.deliver('interactive', slack.fake.pay.submission(bob, open, {}));
    await slack.platform.stop();
    expect(intents).toEqual([]);
    expect(slack.faults).toHaveLength(1);
  });
});

describe('deliveries by HTTP', () => {
  beforeEach(async () => {
    intents = [];
    slack = await openSlack({ delivery: 'http' });
    await slack.platform.start(receive);
    slack.deliverTo(slack.platform);
  });
  afterEach(() => slack.close());

  it.each([
    ['a time of 301 s ago', { skew: -301 }],
    ['a time in 301 s', { skew: 301 }],
    ['an altered body', { altered: '&text=daily+now' }],
    ['a forged signature', { signature: `v0=${'0'.repeat(64)}` }],
  ])('P14 are answered 401 with %s, and nothing is done', async (_, tampering) => {
    const bob = slack.member('bob').user;
    const payload = slack.fake.pay.command(bob, slack.channel.id, '/streak');
    const answer = await slack.fake.deliver('slash_commands', payload, tampering);
    expect(answer?.status).toBe(401);
    await slack.platform.stop();
    expect(intents).toEqual([]);
  });

  it('are refused where they are no deliveries', async () => {
    const url = `http://127.0.0.1:${slack.platform.port()}`;
    expect((await fetch(`${url}/`)).status).toBe(404);
    const large = await fetch(`${url}/slack/events`, {
      method: 'POST',
      body: 'x'.repeat(2 * 1024 * 1024),
    });
    expect(large.status).toBe(413);
  });
});

describe('deliveries over a socket', () => {
  beforeEach(async () => {
    intents = [];
    slack = await openSlack();
    await slack.platform.start(receive);
  });
  afterEach(() => slack.close());

  it.each(['refresh', 'cut'] as const)('go on after Slack ends the connection: %s', async (how) => {
    const { sockets, calls } = slack.fake;
    const opened = (): number =>
      calls.filter(({ method }) => method === 'apps.connections.open').length;
    sockets[how]();
    await slack.fake.until('another connection', () => opened() === 2);
    await expect.poll(() => slack.platform.isReachable()).toBe(true);
    await slack.member('bob').types('/streak');
    await slack.member('bob').heard('Fine');
  });

  it('end with a sentence where the token is no longer good', async () => {
    slack.fake.world.isAppTokenGood = false;
    slack.fake.sockets.cut();
    await expect.poll(() => slack.fatal).toEqual([expect.stringContaining('set SLACK_APP_TOKEN')]);
    expect(slack.platform.isReachable()).toBe(false);
  });

  it('do not begin where the token is not good', async () => {
    slack.fake.world.isAppTokenGood = false;
    const start = slack.another().start(receive);
    await expect(start).rejects.toThrow('connections:write');
  });
});

/** The Redis of the tests, behind a line that can be frozen. */
async function frozenRedis() {
  const pairs: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(inject('redisSocket'));
    near.pipe(far).pipe(near);
    pairs.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const node = { host: '127.0.0.1', port };
  const connection = makeConnection(
    { kind: 'single', node, db: 0, tls: false, user: null, password: null },
    'wait',
  );
  await connection.connect();
  onTestFinished(() => {
    connection.disconnect();
    for (const socket of pairs) socket.destroy();
    server.close();
  });
  return {
    connection,
    freeze: () => {
      for (const socket of pairs) socket.pause();
    },
    thaw: () => {
      for (const socket of pairs) socket.resume();
    },
  };
}
