import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Instant, SECOND } from '../../../src/core/day.ts';
import type { TrueClock } from './clock.ts';
import type { Message, Target } from './history.ts';
import type { RequestTrouble, Step } from './trouble.ts';

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
export interface PostRequest extends Target {
  readonly process: number;
  readonly key: string;
  readonly channel: string;
  readonly closesAt: Instant;
  /** Which option is the right one. */
  readonly right: number;
}

export interface StepReport extends Target {
  readonly process: number;
  readonly step: Exclude<Step, 'request'>;
  readonly round: string;
}

/** What the run decides about the requests that come in. */
export interface Rulings {
  /** Resolves when the process may go on; a number makes it hang for so long (real milliseconds). */
  step(report: StepReport): Promise<number>;
  /** Called when a request to post arrives; kills and stops happen in here. */
  request(request: PostRequest): RequestTrouble | 'end the process first' | 'end it after' | null;
  /** The process of a request that was accepted and is to end now. */
  end(process: number): void;
  accepted(message: Message): void;
  isAway(platform: string): boolean;
  refusedChannel(target: Target): void;
}

/** How long a slow platform thinks about its answer. */
const SLOW = 7 * SECOND;
/** When a request that hung in the network is accepted: its sender has hung up, its claim has not run out. */
const BELATED = 25 * SECOND;

export interface PlatformServer {
  /** Requests to post that are not answered yet, hanging ones left out. */
  inFlight(): number;
  readonly counts: { finds: number; edits: number; replies: number; told: number };
  close(): Promise<void>;
}

/** The chat networks of the run: they write down what they accepted, which is the truth. */
export async function servePlatforms(
  socket: string,
  clock: Pick<TrueClock, 'now' | 'pace'>,
  rulings: Rulings,
): Promise<PlatformServer> {
  const standing = new Map<string, Message>();
  const counts = { finds: 0, edits: 0, replies: 0, told: 0 };
  let [inFlight, messages] = [0, 0];
  const wait = (virtual: number): Promise<void> => pause(virtual / clock.pace);
  const nameOfPost = ({ community, key }: Pick<PostRequest, 'community' | 'key'>): string =>
    `${community} ${key}`;

  function accept(request: PostRequest): string {
    const { community, daily, day, key, closesAt, right, channel } = request;
    const { remembersKeysFor = 0 } = PLATFORMS[platformOf(community)] ?? {};
    const known = standing.get(nameOfPost(request));
    if (known && clock.now() - known.at < remembersKeysFor) return known.message;
    const message = `${channel}-${++messages}`;
    const at = clock.now();
    const posted = { community, daily, day, message, round: key, at, closesAt, key: right };
    standing.set(nameOfPost(request), posted);
    rulings.accepted(posted);
    return message;
  }

  async function post(request: PostRequest, response: ServerResponse): Promise<void> {
    if (rulings.isAway(platformOf(request.community))) return answer(response, 503, {});
    const trouble = rulings.request(request);
    const accepted = (): void => answer(response, 200, { message: accept(request) });
    switch (trouble) {
      case null:
        return accepted();
      case 'end the process first':
        rulings.end(request.process);
        return void response.destroy();
      case 'end it after':
        accept(request);
        rulings.end(request.process);
        return void response.destroy();
      case 'drop before':
        return void response.destroy();
      case 'drop after':
        accept(request);
        return void response.destroy();
      case 'refuse 500 before':
        return answer(response, 500, {});
      case 'answer 500 after':
        accept(request);
        return answer(response, 500, {});
      case 'answer 502 after':
        accept(request);
        return answer(response, 502, {});
      case 'hang after':
        return void accept(request);
      case 'accept belatedly':
        await wait(BELATED);
        return accepted();
      case 'answer slowly':
        accept(request);
        await wait(SLOW);
        return accepted();
      case 'ask to wait':
        return answer(response, 429, { afterMs: 20 * SECOND });
      case 'refuse the message':
        return answer(response, 400, {});
      case 'refuse the channel':
        rulings.refusedChannel(request);
        return answer(response, 403, {});
    }
  }

  async function follow(path: string, body: unknown, response: ServerResponse): Promise<void> {
    switch (path) {
      case '/step':
        return answer(response, 200, { block: await rulings.step(body as StepReport) });
      case '/post': {
        inFlight += 1;
        await post(body as PostRequest, response).finally(() => {
          inFlight -= 1;
        });
        return;
      }
      case '/find': {
        counts.finds += 1;
        const { community } = body as PostRequest;
        if (rulings.isAway(platformOf(community))) return answer(response, 503, {});
        const found = standing.get(nameOfPost(body as PostRequest));
        return answer(response, 200, { message: found?.message ?? null });
      }
      default:
        counts[path === '/edit' ? 'edits' : path === '/reply' ? 'replies' : 'told'] += 1;
        return answer(response, 200, {});
    }
  }

  const server = createServer((request, response) => {
    void readBody(request)
      .then((body) => follow(request.url ?? '', body, response))
      .catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(socket, listening));
  return { inFlight: () => inFlight, counts, close: () => closed(server) };
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
