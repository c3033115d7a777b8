import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textView } from '../../../src/chat/view.ts';
import { channelId, communityId } from '../../../src/core/ids.ts';
import type { SlackPlatform } from '../../../src/platforms/slack/index.ts';
import { installIn, openSlack, type Workspace } from '../../fakes/slack/workspace.ts';
import type { Channel } from '../../fakes/slack/world.ts';

const many = {
  workspaces: { kind: 'many', clientId: '1.2', clientSecret: 'secret', stateSecret: 'state' },
} as const;
const HOUR = 3_600_000;

let slack: Workspace;
let communities: string[];
let organisers: boolean[];
let rooms: Record<'T0A' | 'T0B', Channel>;
beforeEach(async () => {
  // The packages of Slack tell the life of a token by the machine's clock.
  slack = await openSlack({ delivery: 'http', now: Date.now(), more: many });
  const { fake } = slack;
  const room = (team: string): Channel => {
    fake.install(team);
    return fake.channel(team, fake.user(team, `owner of ${team}`));
  };
  rooms = { T0A: room('T0A'), T0B: room('T0B') };
  [communities, organisers] = [[], []];
  await slack.platform.start(async ({ community, organiser }) => {
    communities.push(community);
    organisers.push(organiser);
    return { kind: 'later' };
  });
  slack.deliverTo(slack.platform);
});
afterEach(() => slack.close());

const install = (team: string): Promise<void> => installIn(slack, team);

function post(team: 'T0A' | 'T0B', platform: SlackPlatform = slack.platform) {
  const place = {
    community: communityId.of(`slack:${team}`),
    channel: channelId.of(rooms[team].id),
  };
  return platform.post(place, textView('news', 'Hello'), 'k1', new AbortController().signal);
}
const event = (team: string, type: 'app_uninstalled' | 'tokens_revoked') =>
  slack.fake.deliver(
    'events_api',
    slack.fake.pay.event(team, { type, tokens: { bot: ['UBOT'], oauth: [] } }),
  );
const calls = (method: string): number =>
  slack.fake.calls.filter((call) => call.method === method).length;

describe('many workspaces', () => {
  it('are installed by their administrators, each with its own token', async () => {
    await expect(post('T0A')).rejects.toMatchObject({ repeat: 'gone' });
    await install('T0A');
    await install('T0B');
    await post('T0A');
    await post('T0B');
    const tokens = slack.fake.calls
      .filter(({ method }) => method === 'chat.postMessage')
      .map(({ token }) => token);
    expect(new Set(tokens).size).toBe(2);
  });

  it('refuse an installation whose state is not theirs', async () => {
    const url = `http://127.0.0.1:${slack.platform.port()}/slack/oauth_redirect?code=code-T0A&state=forged`;
    const refused = await fetch(url, { headers: { cookie: 'slack-app-oauth-state=forged' } });
    expect(refused.status).not.toBe(200);
    await expect(post('T0A')).rejects.toMatchObject({ repeat: 'gone' });
  });

  it('P18 are asked once more where an installation began on a page of Slack, without our state', async () => {
    const url = `http://127.0.0.1:${slack.platform.port()}/slack`;
    const back = await fetch(`${url}/oauth_redirect?code=code-T0A&state=`, { redirect: 'manual' });
    expect(back.status).toBe(302);
    await expect(post('T0A')).rejects.toMatchObject({ repeat: 'gone' });
    const again = new URL(back.headers.get('location') ?? '', `${url}/oauth_redirect`);
    const begun = await fetch(again, { redirect: 'manual' });
    expect(new URL(begun.headers.get('location') ?? '').searchParams.get('state')).toMatch(/./);
    expect(calls('oauth.v2.access')).toBe(0);
  });

  it('X15 say in words that an administrator did not agree', async () => {
    const url = `http://127.0.0.1:${slack.platform.port()}/slack/oauth_redirect?error=access_denied`;
    const page = await (await fetch(url)).text();
    expect(page).toContain('Something Went Wrong');
    expect(page).not.toMatch(/ {4}at |node_modules/);
  });

  it('P16 do not wait for each other', async () => {
    await install('T0A');
    await install('T0B');
    slack.fake.failNext('chat.postMessage', { kind: 'limited', seconds: 60 }, 'T0A');
    await expect(post('T0A')).rejects.toMatchObject({ repeat: 'later', afterMs: 60_000 });
    await post('T0B');
    await expect(post('T0A')).rejects.toMatchObject({ repeat: 'later' });
    slack.clock.forward(60_000);
    await post('T0A');
  });

  it.each([
    [['app_uninstalled', 'tokens_revoked']],
    [['tokens_revoked', 'app_uninstalled']],
    [['tokens_revoked', 'tokens_revoked', 'app_uninstalled', 'app_uninstalled']],
  ] as const)('P17 leave nothing behind, in whatever order Slack tells it: %j', async (order) => {
    await install('T0A');
    await install('T0B');
    for (const type of order) await event('T0A', type);
    await expect
      .poll(() =>
        post('T0A').then(
          () => 'posted',
          (fault) => fault.repeat,
        ),
      )
      .toBe('gone');
    const before = calls('chat.postMessage');
    await expect(post('T0A')).rejects.toMatchObject({ repeat: 'gone' });
    expect(calls('chat.postMessage')).toBe(before);
    await post('T0B');
    slack.clock.forward(5_000);
    await install('T0A');
    await post('T0A');
  });

  it('P17 stay installed where word of an earlier removal comes late', async () => {
    const late = slack.fake.pay.event('T0A', { type: 'app_uninstalled' });
    slack.clock.forward(5_000);
    await install('T0A');
    await slack.fake.deliver('events_api', late);
    await slack.platform.stop();
    await post('T0A');
  });

  it('X14 have tokens that nobody reads in the store', async () => {
    const kept: string[] = [];
    const shelf = { get: async () => null, remove: async () => {}, claim: async () => null };
    const watched = slack.another({
      shelf: { ...shelf, put: async (_, text) => void kept.push(text) },
    });
    await watched.start(async () => ({ kind: 'later' }));
    slack.deliverTo(watched);
    const url = `http://127.0.0.1:${watched.port()}/slack`;
    const begun = await fetch(`${url}/install`, { redirect: 'manual' });
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    await fetch(`${url}/oauth_redirect?${new URLSearchParams({ code: 'code-T0A', state })}`, {
      headers: { cookie },
    });
    expect(kept).toHaveLength(1);
    const { botToken = '' } = slack.fake.world.installs.get('T0A') ?? {};
    expect(kept.join()).not.toContain(botToken);
    expect(Buffer.from(kept.join(), 'base64url').toString('latin1')).not.toContain(botToken);
  });
});

describe('an organisation', () => {
  beforeEach(async () => {
    slack.fake.world.installs.clear();
    slack.fake.install('E0ORG', undefined, ['T0A', 'T0B']);
    await install('E0ORG');
  });
  const typed = (team: 'T0A' | 'T0B') => {
    const user = slack.fake.user(team, `ada of ${team}`, { is_admin: true });
    const payload = slack.fake.pay.command(user, rooms[team].id, '/daily list', 'E0ORG');
    return slack.fake.deliver('slash_commands', payload);
  };

  it('P18 installs the app for its workspaces, each a community of its own', async () => {
    await expect(post('T0A')).rejects.toMatchObject({ repeat: 'gone' });
    await typed('T0A');
    await post('T0A');
    await expect(post('T0B')).rejects.toMatchObject({ repeat: 'gone' });
    await typed('T0B');
    await post('T0B');
    expect([rooms.T0A.messages.length, rooms.T0B.messages.length]).toEqual([1, 1]);
    expect(new Set(communities)).toEqual(new Set(['slack:T0A', 'slack:T0B']));
  });

  it('P18 knows who may organise from the first thing that is done in a workspace', async () => {
    await typed('T0A');
    await expect.poll(() => organisers).toEqual([true]);
  });

  it('P17 takes the app away from all of them', async () => {
    await typed('T0A');
    await post('T0A');
    const gone = slack.fake.pay.event('', { type: 'app_uninstalled' });
    await slack.fake.deliver('events_api', { ...gone, enterprise_id: 'E0ORG' });
    await expect
      .poll(() => post('T0A').then(String, ({ repeat }: { repeat: string }) => repeat))
      .toBe('gone');
  });
});

describe('a token that lives twelve hours', () => {
  beforeEach(async () => {
    slack.fake.world.rotating.add('T0A');
    await install('T0A');
  });

  it.each([
    ['while the old one still works', 11],
    ['after the old one ran out', 13],
  ])('P19 is exchanged once by two processes that need it at once, %s', async (_, hours) => {
    const second = slack.another();
    const before = calls('oauth.v2.access');
    slack.clock.forward(hours * HOUR);
    await Promise.all([post('T0A'), post('T0A', second), post('T0A'), post('T0A', second)]);
    await post('T0A');
    await post('T0A', second);
    expect(calls('oauth.v2.access')).toBe(before + 1);
    expect(rooms.T0A.messages).toHaveLength(6);
  });

  it('P19 is exchanged once where Slack says before its time that it has run out', async () => {
    const second = slack.another();
    const before = calls('oauth.v2.access');
    const expired = { kind: 'refused', code: 'token_expired' } as const;
    slack.fake.failNext('chat.postMessage', expired);
    slack.fake.failNext('chat.postMessage', expired);
    await Promise.all([post('T0A'), post('T0A', second)]);
    expect(calls('oauth.v2.access')).toBe(before + 1);
    expect(rooms.T0A.messages).toHaveLength(2);
  });

  it('goes on as long as it works where the exchange fails', async () => {
    slack.clock.forward(11 * HOUR);
    slack.fake.failNext('oauth.v2.access', { kind: 'status', status: 500 });
    await post('T0A');
    expect(rooms.T0A.messages).toHaveLength(1);
  });
});
