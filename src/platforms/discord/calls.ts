import { AsyncLocalStorage } from 'node:async_hooks';
import {
  DefaultRestOptions,
  REST,
  type RESTOptions,
  type RequestMethod,
  type RouteLike,
} from 'discord.js';
import type { Clock } from '../../ports/clock.ts';
import type { SentFile } from './attached.ts';
import { faultOf, Silenced } from './errors.ts';
import { CALL_LIMIT, LONGEST_WAIT } from './limits.ts';
import { sendingPace } from './pace.ts';
import { countRefusals, isRefusal, waitOfAll } from './refusals.ts';
import { NO_OTHERS, type SharedTurns } from './shared-turns.ts';

export interface CallsOptions {
  readonly token: string;
  /** Without a version, such as `https://discord.com/api`. */
  readonly api: string;
  readonly clock: Clock;
  /** The turns of the other processes of the bot; absent: there are none. */
  readonly shared?: SharedTurns;
  /** Discord no longer knows the token: no call as the bot goes out any more. */
  onTokenRefused(): void;
}

export interface Request {
  /** For the sentence of a fault: `posting to 123`. */
  readonly doing: string;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  readonly files?: readonly SentFile[];
  readonly signal?: AbortSignal;
  /** True where doing it twice is doing it once. */
  readonly isRepeatable: boolean;
}

/** Requests to Discord, each sent once: whoever asked decides what follows a failure. */
export interface Calls {
  /** For the gateway's own question. */
  readonly rest: REST;
  /** As the bot. @throws what the library throws, and {@link Silenced} */
  ask(method: `${RequestMethod}`, route: string, request: Request): Promise<unknown>;
  /** By the token of an interaction, which has no part in the bot's limits. */
  respond(method: `${RequestMethod}`, route: string, request: Request): Promise<unknown>;
  close(): void;
}

interface Flight {
  isSent: boolean;
}

export function openCalls(options: CallsOptions): Calls {
  const { token, api, clock, onTokenRefused, shared = NO_OTHERS } = options;
  const refusals = countRefusals(clock);
  const pace = sendingPace(shared);
  const flights = new AsyncLocalStorage<Flight>();
  const send: typeof DefaultRestOptions.makeRequest = async (url, init) => {
    const wait = refusals.wait();
    if (wait > 0) throw new Silenced('too many of our requests were refused', wait);
    const flight = flights.getStore();
    if (flight) flight.isSent = true;
    const response = await DefaultRestOptions.makeRequest(url, init);
    if (isRefusal(response)) refusals.count();
    return response;
  };
  const sendAsBot: typeof send = async (url, init) => {
    const response = await send(url, init);
    if (response.status === 401) onTokenRefused();
    const wait = waitOfAll(response);
    if (wait > 0) await shared.hold(wait);
    return response;
  };
  const common: Partial<RESTOptions> = {
    api,
    version: '10',
    retries: 0,
    timeout: CALL_LIMIT,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > LONGEST_WAIT,
  };
  // The pace holds the limit of the whole bot; what Discord says when it is exceeded all the same is obeyed.
  const unpaced = { ...common, globalRequestsPerSecond: 1_000_000 };
  const rest = new REST({ ...unpaced, makeRequest: sendAsBot }).setToken(token);
  const free = new REST({ ...unpaced, makeRequest: send });

  async function call(by: REST, method: `${RequestMethod}`, route: string, request: Request) {
    const flight: Flight = { isSent: false };
    try {
      if (by === rest) await pace.turn(request.signal);
      return await flights.run(flight, () => by.request(optionsOf(by, method, route, request)));
    } catch (cause) {
      throw new FailedCall(cause, { ...request, ...flight });
    }
  }

  function optionsOf(by: REST, method: `${RequestMethod}`, route: string, request: Request) {
    const { body, query, files = [], signal } = request;
    return {
      method: method as RequestMethod,
      fullRoute: route as RouteLike,
      auth: by === rest,
      ...(body === undefined ? {} : { body }),
      ...(query ? { query: new URLSearchParams(query) } : {}),
      ...(files.length > 0 ? { files: files.map(rawOf) } : {}),
      ...(signal ? { signal } : {}),
    };
  }

  return {
    rest,
    ask: (method, route, request) => call(rest, method, route, request),
    respond: (method, route, request) => call(free, method, route, request),
    close() {
      for (const each of [rest, free]) {
        each.clearHashSweeper();
        each.clearHandlerSweeper();
      }
    },
  };
}

/** What the library threw; {@link faultIn} makes a fault of it. */
class FailedCall extends Error {
  readonly error: unknown;
  readonly call: Parameters<typeof faultOf>[1];

  constructor(error: unknown, { doing, isSent, isRepeatable }: Request & Flight) {
    super(`${doing} failed`);
    this.error = error;
    this.call = { doing, isSent, isRepeatable };
  }
}

/** The fault, and Discord's own code where it gave one. */
export function faultIn(cause: unknown): ReturnType<typeof faultOf> {
  if (cause instanceof FailedCall) return faultOf(cause.error, cause.call);
  return faultOf(cause, { doing: 'a call', isSent: false, isRepeatable: true });
}

/** The error of the library inside. */
export const errorIn = (cause: unknown): unknown =>
  cause instanceof FailedCall ? cause.error : cause;

const rawOf = ({ name, mime, data }: SentFile) => ({
  name,
  data: Buffer.from(data),
  contentType: mime,
});
