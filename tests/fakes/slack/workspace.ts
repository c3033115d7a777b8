import { randomBytes } from 'node:crypto';
import { expect, inject } from 'vitest';
import { channelId, communityId } from '../../../src/core/ids.ts';
import {
  type SlackOptions,
  type SlackPlatform,
  slackPlatform,
} from '../../../src/platforms/slack/index.ts';
import { manifest } from '../../../src/platforms/slack/manifest.ts';
import type { Place } from '../../../src/ports/platform.ts';
import { type Connection, makeConnection } from '../../../src/store/connection.ts';
import { createShelf } from '../../../src/store/shelf.ts';
import { registered } from './app.ts';
import { type FakeSlack, fakeSlack } from './index.ts';
import { type Member, memberIn } from './member.ts';
import type { Channel, FakeClock, User } from './world.ts';

/** A workspace on a fake Slack with our app in it: ada administers it, bob does not. */
export interface Workspace {
  readonly fake: FakeSlack;
  readonly platform: SlackPlatform;
  readonly channel: Channel;
  readonly place: Place;
  readonly faults: unknown[];
  readonly fatal: string[];
  /** The store behind the shelf; a test can reach it through another address. */
  readonly prefix: string;
  readonly clock: FakeClock & { forward(ms: number): void };
  member(name: string): Member;
  /** One more process of the same app; start it yourself. */
  another(more?: Partial<SlackOptions>): SlackPlatform;
  /** Points deliveries by HTTP to a process. */
  deliverTo(platform: SlackPlatform): void;
  close(): Promise<void>;
}

export const TEAM = 'T0GROUP';

/** The smallest picture that there is. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

function steppedClock(at = Date.UTC(2026, 10, 23, 8, 0)): Workspace['clock'] {
  let now = at;
  return {
    now: () => now,
    forward(ms) {
      now += ms;
    },
  };
}

export async function openSlack(
  options: {
    readonly delivery?: 'socket' | 'http';
    /** Milliseconds; the clock starts there. */
    readonly now?: number;
    readonly more?: Partial<SlackOptions>;
  } = {},
): Promise<Workspace> {
  const clock = steppedClock(options.now);
  const fake = await fakeSlack(clock);
  const { prefix: before = '' } = options.more ?? {};
  fake.world.app = registered(manifest({ prefix: before, address: null }));
  const botToken = fake.install(TEAM);
  const users = new Map<string, User>();
  const userNamed = (name: string): User => {
    const user = users.get(name) ?? fake.user(TEAM, name, name === 'ada' ? { is_admin: true } : {});
    users.set(name, user);
    return user;
  };
  const channel = fake.channel(TEAM, userNamed('owner'));
  const redis: Connection = makeConnection({ kind: 'socket', path: inject('redisSocket') }, 'ask');
  await redis.connect();
  const prefix = `t${randomBytes(6).toString('hex')}`;
  const [faults, fatal]: [unknown[], string[]] = [[], []];
  const common: SlackOptions = {
    delivery: deliveryOf(options.delivery ?? 'socket', fake),
    workspaces: { kind: 'one', botToken },
    shelf: createShelf(redis, prefix),
    sealingKey: randomBytes(32),
    prefix: '',
    apiUrl: fake.apiUrl,
    clock,
    picture: async () => PNG,
    chart: async () => PNG,
    timeout: 1_000,
    report: (doing, cause) => faults.push([doing, cause]),
    onFatal: (sentence) => fatal.push(sentence),
    ...options.more,
  };
  const platforms: SlackPlatform[] = [];
  const another = (more: Partial<SlackOptions> = {}): SlackPlatform => {
    const platform = slackPlatform({ ...common, ...more });
    platforms.push(platform);
    return platform;
  };
  const platform = another();
  const deliverTo = (to: SlackPlatform): void => {
    fake.requestUrl = `http://127.0.0.1:${to.port()}/slack/events`;
  };
  return {
    fake,
    platform,
    channel,
    clock,
    faults,
    fatal,
    prefix,
    another,
    deliverTo,
    place: { community: communityId.of(`slack:${TEAM}`), channel: channelId.of(channel.id) },
    member: (name) => {
      if (platform.port() !== null && fake.requestUrl === null) deliverTo(platform);
      return memberIn(fake, userNamed(name), channel);
    },
    async close() {
      await Promise.all(platforms.map((each) => each.stop()));
      await fake.close();
      redis.disconnect();
      expect(fake.world.violations).toEqual([]);
    },
  };
}

function deliveryOf(kind: 'socket' | 'http', { world }: FakeSlack): SlackOptions['delivery'] {
  if (kind === 'socket') return { kind, appToken: world.appToken };
  return { kind, signingSecret: world.signingSecret, port: 0, host: '127.0.0.1' };
}

/** What an administrator's browser does to install the app. */
export function installIn({ platform }: Workspace, team: string): Promise<void> {
  return installThere(`http://127.0.0.1:${platform.port()}/slack`, team);
}

/** The same, of an app that listens at an address. */
export async function installThere(url: string, team: string): Promise<void> {
  const begun = await fetch(`${url}/install`, { redirect: 'manual' });
  const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const query = new URLSearchParams({ code: `code-${team}`, state });
  const done = await fetch(`${url}/oauth_redirect?${query}`, { headers: { cookie } });
  expect(done.status).toBe(200);
}
