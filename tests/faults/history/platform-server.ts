import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Instant, SECOND } from '../../../src/core/day.ts';
import type { TrueClock } from './clock.ts';
import { ASKED_TO_WAIT, HANDLING, type Handling, LATEST, type Ruling } from './handling.ts';
import type { Message, Target } from './history.ts';
import type { Step } from './trouble.ts';

/** What a platform of the run can do. */
export interface Traits {
  /** For how long a key is known (milliseconds). */
  readonly remembersKeysFor: number;
  readonly canBeSearched: boolean;
}

/** One platform for each way in which networks help against doubles. */
export const PLATFORMS: Readonly<Record<string, Traits>> = {
  keyed: { remembersKeysFor: 60 * SECOND, canBeSearched: false },
  bare: { remembersKeysFor: 0, canBeSearched: false },
  sought: { remembersKeysFor: 0, canBeSearched: true },
  both: { remembersKeysFor: 60 * SECOND, canBeSearched: true },
};

/** A question on its way to a channel. */
interface PostRequest extends Target {
  readonly process: number;
  readonly key: string;
  readonly channel: string;
  readonly closesAt: Instant;
  /** When its sender hangs up (the machine's time). */
  readonly hangsUpAt: number;
  /** Which option is the right one. */
  readonly right: number;
}

interface StepReport extends Target {
  readonly process: number;
  readonly step: Exclude<Step, 'request'>;
  readonly round: string;
}

/** What the run decides about the requests that come in. */
export interface Rulings {
  /** Resolves when the process may go on; a number makes it hang for so long (real milliseconds). */
  step(report: StepReport): Promise<number>;
  /** What becomes of a request to post; its process may end or stop in here. */
  request(request: PostRequest): Ruling;
  accepted(message: Message): void;
  /** A request came so late that the network loses it. */
  lost(target: Target): void;
  isAway(platform: string): boolean;
}

export interface PlatformServer {
  /** Requests to post that are not answered yet, hanging ones left out. */
  inFlight(): number;
  /** Requests that were not to post. */
  readonly counts: { readonly finds: number; readonly others: number };
  close(): Promise<void>;
}

/** The chat networks of the run: they write down what they accepted, which is the truth. */
export async function servePlatforms(
  socket: string,
  clock: Pick<TrueClock, 'now' | 'pace'>,
  rulings: Rulings,
): Promise<PlatformServer> {
  const counts = { finds: 0, others: 0 };
  const channels = openChannels(clock, rulings);
  const refuses = ({ community }: PostRequest): boolean => rulings.isAway(platformOf(community));
  let inFlight = 0;

  async function post(request: PostRequest, response: ServerResponse): Promise<void> {
    if (refuses(request)) return answer(response, 503, {});
    inFlight += 1;
    await channels.post(request, response).finally(() => {
      inFlight -= 1;
    });
  }

  function find(request: PostRequest, response: ServerResponse): void {
    counts.finds += 1;
    if (refuses(request)) answer(response, 503, {});
    else answer(response, 200, { message: channels.find(request)?.message ?? null });
  }

  async function follow(path: string, body: unknown, response: ServerResponse): Promise<void> {
    if (path === '/post') return post(body as PostRequest, response);
    if (path === '/find') return find(body as PostRequest, response);
    if (path === '/step') {
      return answer(response, 200, { block: await rulings.step(body as StepReport) });
    }
    counts.others += 1;
    answer(response, 200, {});
  }

  const server = createServer((request, response) => {
    void readBody(request)
      .then((body) => follow(request.url ?? '', body, response))
      .catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(socket, listening));
  return { inFlight: () => inFlight, counts, close: () => closed(server) };
}

/** What stands in the channels. */
function openChannels(clock: Pick<TrueClock, 'now' | 'pace'>, rulings: Rulings) {
  const standing = new Map<string, Message>();
  const wait = (virtual: number): Promise<void> => pause(virtual / clock.pace);
  const isTooLate = ({ hangsUpAt }: PostRequest): boolean =>
    Date.now() > hangsUpAt + LATEST / clock.pace;
  const find = ({ community, key }: Pick<PostRequest, 'community' | 'key'>): Message | undefined =>
    standing.get(`${community} ${key}`);

  function accept(request: PostRequest): string {
    const { community, daily, day, key, closesAt, right, channel } = request;
    const { remembersKeysFor = 0 } = PLATFORMS[platformOf(community)] ?? {};
    const at = clock.now();
    const known = find(request);
    if (known && at - known.at < remembersKeysFor) return known.message;
    const message = `${channel}-${++messages}`;
    const posted = { community, daily, day, message, round: key, at, closesAt, key: right };
    standing.set(`${community} ${key}`, posted);
    rulings.accepted(posted);
    return message;
  }
  let messages = 0;

  async function answerAs(
    { thinks, then }: Handling,
    message: string | null,
    response: ServerResponse,
  ): Promise<void> {
    await wait(thinks);
    if (then === 'hang') return;
    if (then === 'drop') return void response.destroy();
    answer(response, then, { message, afterMs: then === 429 ? ASKED_TO_WAIT : null });
  }

  return {
    find,
    async post(request: PostRequest, response: ServerResponse): Promise<void> {
      const handling = HANDLING[rulings.request(request)];
      const { heldBack, accepts } = handling;
      if (heldBack !== null) await hungUp(response).then(() => wait(heldBack));
      if (accepts && isTooLate(request)) {
        rulings.lost(request);
        return void response.destroy();
      }
      await answerAs(handling, accepts ? accept(request) : null, response);
    },
  };
}

async function hungUp(response: ServerResponse): Promise<void> {
  if (!response.closed) await once(response, 'close');
}

export const platformOf = (community: string): string => community.slice(0, community.indexOf(':'));

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return JSON.parse(text);
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
