import { randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { textView } from '../../src/chat/view.ts';
import { channelId, communityId } from '../../src/core/ids.ts';
import {
  type SlackOptions,
  type SlackPlatform,
  slackPlatform,
} from '../../src/platforms/slack/index.ts';
import type { Place } from '../../src/ports/platform.ts';
import type { Shelf } from '../../src/ports/shelf.ts';
import { makeConnection } from '../../src/store/connection.ts';
import { createShelf } from '../../src/store/shelf.ts';
import { type FakeSlack, fakeSlack } from '../fakes/slack/index.ts';
import type { Channel, Posted, User } from '../fakes/slack/world.ts';
import {
  alone,
  type Bench,
  inFlight,
  type Measurement,
  percentile,
  type TestBed,
} from './measurement.ts';

const PER_SECOND = 200;
const SECONDS = 10;
/** Deliveries at once. */
const CONNECTIONS = 64;
const WORKSPACES = 200;
const CHANNELS = 10;
const TEAM = 'T0BENCH';

const clock = { now: (): number => Date.now() };

interface Hall {
  readonly fake: FakeSlack;
  readonly platform: SlackPlatform;
  close(): Promise<void>;
}

/** Our adapter on the fake Slack, in this process; what it is handed is only counted. */
async function hall(
  { socket }: TestBed,
  options: (fake: FakeSlack, shelf: Shelf) => Partial<SlackOptions>,
): Promise<Hall> {
  const fake = await fakeSlack(clock);
  const redis = makeConnection({ kind: 'socket', path: socket }, 'ask');
  await redis.connect();
  const shelf = createShelf(redis, `b${randomBytes(6).toString('hex')}`);
  const platform = slackPlatform({
    delivery: { kind: 'socket', appToken: fake.world.appToken },
    workspaces: { kind: 'one', botToken: fake.install(TEAM) },
    shelf,
    sealingKey: randomBytes(32),
    prefix: '',
    apiUrl: fake.apiUrl,
    clock,
    picture: () => Promise.reject(new Error('no pictures here')),
    chart: null,
    report: () => {},
    onFatal: () => {},
    ...options(fake, shelf),
  });
  await platform.start(async () => ({ kind: 'later' }));
  return {
    fake,
    platform,
    async close() {
      await platform.stop();
      redis.disconnect();
      await fake.close();
    },
  };
}

/** From the delivery to its acknowledgement, at a steady pace. */
async function acknowledged(bed: TestBed, mode: 'socket' | 'http'): Promise<Measurement> {
  const { fake, platform, close } = await hall(bed, ({ world }) =>
    mode === 'socket'
      ? {}
      : {
          delivery: {
            kind: 'http',
            signingSecret: world.signingSecret,
            port: 0,
            host: '127.0.0.1',
          },
        },
  );
  if (mode === 'http') fake.requestUrl = `http://127.0.0.1:${platform.port()}/slack/events`;
  const room = fake.channel(TEAM, fake.user(TEAM, 'owner'));
  const place = { community: communityId.of(`slack:${TEAM}`), channel: channelId.of(room.id) };
  await platform.post(place, textView('question', 'Q'), 'k', new AbortController().signal);
  const users = Array.from({ length: PER_SECOND * SECONDS }, (_, at) => fake.user(TEAM, `m${at}`));
  const took: number[] = [];
  const began = performance.now();
  await inFlight(users.length, CONNECTIONS, async (at) => {
    const due = began + (at * 1_000) / PER_SECOND;
    const early = due - performance.now();
    if (early > 1) await new Promise((later) => setTimeout(later, early));
    await press(fake, room, users[at] as User);
    // From when it was due: what had to wait for its turn is counted with its wait.
    took.push(performance.now() - due);
  });
  await close();
  const p99 = percentile(took, 0.99);
  return alone(`Slack acknowledgement p99 at ${PER_SECOND}/s by ${mode}`, p99, 'ms', '< 1000 ms');
}

async function press(fake: FakeSlack, room: Channel, user: User): Promise<void> {
  const action = { type: 'button', action_id: 'press-0', value: 'a.abcdefghijkl.0' };
  const payload = fake.pay.action(user, room.id, room.messages[0] as Posted, action, {});
  const answer = await fake.deliver('interactive', payload);
  if (answer?.status !== 200) throw new Error('a press was not acknowledged');
}

/** Every workspace gets its questions at the same minute; Slack allows one a second to a channel. */
async function posted(bed: TestBed): Promise<Measurement[]> {
  const many = { kind: 'many', clientId: '1.2', clientSecret: 's', stateSecret: 'state' } as const;
  const { fake, platform, close } = await hall(bed, ({ world }) => ({
    workspaces: many,
    delivery: { kind: 'http', signingSecret: world.signingSecret, port: 0, host: '127.0.0.1' },
  }));
  fake.world.channelsAreLimited = true;
  const places: Place[] = [];
  for (let at = 0; at < WORKSPACES; at++) {
    const team = `T0W${at}`;
    await install(fake, platform, team);
    const owner = fake.user(team, 'owner');
    for (let room = 0; room < CHANNELS; room++) {
      const channel = channelId.of(fake.channel(team, owner).id);
      places.push({ community: communityId.of(`slack:${team}`), channel });
    }
  }
  const before = fake.calls.length;
  const started = performance.now();
  let failed = 0;
  await inFlight(places.length, 50, async (at) => {
    const place = places[at];
    const view = textView('question', 'The question of the day', 'with a line below it');
    const signal = new AbortController().signal;
    if (place) await platform.post(place, view, `k${at}`, signal).catch(() => void failed++);
  });
  const seconds = (performance.now() - started) / 1_000;
  const calls = fake.calls.length - before;
  const refused = fake.world.limited;
  await close();
  return [
    alone(
      `Slack dailies, ${WORKSPACES} workspaces, ${places.length} channels`,
      seconds,
      's',
      '< 120 s',
    ),
    alone('Slack dailies not posted at the first try', failed, 'posts', '0'),
    alone('Slack calls answered 429', (refused / calls) * 100, '%', '< 1 %'),
  ];
}

/** What an administrator's browser does. */
async function install(fake: FakeSlack, platform: SlackPlatform, team: string): Promise<void> {
  fake.install(team);
  const url = `http://127.0.0.1:${platform.port()}/slack`;
  const begun = await fetch(`${url}/install`, { redirect: 'manual' });
  const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const query = new URLSearchParams({ code: `code-${team}`, state });
  await fetch(`${url}/oauth_redirect?${query}`, { headers: { cookie } });
}

/** Garbage is no memory of ours. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

/** What a client for each of many workspaces costs, the fake Slack left out of the count as far as it goes. */
async function remembered(bed: TestBed): Promise<Measurement[]> {
  const measured: number[] = [];
  for (const count of [1, WORKSPACES]) {
    const many = {
      kind: 'many',
      clientId: '1.2',
      clientSecret: 's',
      stateSecret: 'state',
    } as const;
    const { fake, platform, close } = await hall(bed, ({ world }) => ({
      workspaces: many,
      delivery: { kind: 'http', signingSecret: world.signingSecret, port: 0, host: '127.0.0.1' },
    }));
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let at = 0; at < count; at++) {
      const team = `T0M${at}`;
      await install(fake, platform, team);
      const channel = channelId.of(fake.channel(team, fake.user(team, 'owner')).id);
      const place = { community: communityId.of(`slack:${team}`), channel };
      await platform.post(place, textView('question', 'Q'), 'k', new AbortController().signal);
    }
    collect();
    measured.push((process.memoryUsage().heapUsed - before) / 1024 / 1024);
    await close();
  }
  const [one = 0, all = 0] = measured;
  return [
    alone('Slack memory with 1 workspace', one, 'MB', ''),
    alone(`Slack memory with ${WORKSPACES} workspaces`, all, 'MB', '< 100 MB'),
  ];
}

/** The Slack adapter over real sockets, on the fake Slack. */
export const slack: Bench = {
  name: 'slack',
  async run(bed) {
    return [
      await acknowledged(bed, 'socket'),
      await acknowledged(bed, 'http'),
      ...(await posted(bed)),
      ...(await remembered(bed)),
    ];
  },
};
