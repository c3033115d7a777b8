import { Agent, request as httpRequest } from 'node:http';
import type { Intent, MessageAddress } from '../../../src/chat/intent.ts';
import type { Inline, Reply, View } from '../../../src/chat/view.ts';
import { type Platform, PlatformFault } from '../../../src/ports/platform.ts';
import type { Target } from './history.ts';
import { PLATFORMS } from './platform-server.ts';

/** Answers of the server by what they mean for a repeat, as an adapter reads a network's. */
const MEANINGS: Readonly<Record<number, PlatformFault['repeat']>> = {
  400: 'never',
  403: 'gone',
  429: 'later',
  500: 'unknown',
  502: 'unknown',
  503: 'later',
};

export interface Line {
  /** One request on a connection of its own, or of the steady ones. @throws {PlatformFault} */
  call(path: string, body: unknown, signal?: AbortSignal): Promise<Record<string, unknown>>;
}

/** The way to the run's server. */
export function lineTo(socketPath: string): Line {
  const steady = new Agent({ keepAlive: true });
  return {
    call: (path, body, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) throw new PlatformFault('It was called off', 'later', signal.reason);
        const agent = path === '/post' ? false : steady;
        const options = { socketPath, path, method: 'POST', agent, ...(signal ? { signal } : {}) };
        const sent = httpRequest(options, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part) => {
            text += part;
          });
          response.on('error', (cause) => reject(unsure(cause)));
          response.on('end', () => {
            const repeat = MEANINGS[response.statusCode ?? 0];
            const answer = JSON.parse(text || '{}') as Record<string, unknown>;
            if (!repeat) return resolve(answer);
            const after = typeof answer['afterMs'] === 'number' ? answer['afterMs'] : null;
            reject(new PlatformFault(`HTTP ${response.statusCode}`, repeat, undefined, after));
          });
        });
        sent.on('error', (cause) => reject(unsure(cause)));
        sent.end(JSON.stringify(body));
      }),
  };
}

function unsure(cause: unknown): PlatformFault {
  return new PlatformFault('The connection ended without an answer', 'unknown', cause);
}

/** What the server has to know of a question beside its words. */
export interface Addressing {
  readonly process: number;
  readonly line: Line;
  /** The occurrence that a round is for, as its claim said. */
  targetOf(round: string): Target | undefined;
  /** When the sender hangs up (the machine's time). */
  hangsUpAt(signal: AbortSignal): number;
  isReachable(platform: string): boolean;
  step(step: 'answered', round: string, target: Target): Promise<void>;
}

export interface RemotePlatform extends Platform {
  /** Hands an intent to the bot as a gateway does. */
  deliver(intent: Intent): Promise<Reply> | null;
}

/** A chat network of the run, seen from a bot's process. */
export function remotePlatform(name: string, addressing: Addressing): RemotePlatform {
  const { line, process } = addressing;
  const traits = PLATFORMS[name] ?? { remembersKeysFor: 0, canBeSearched: false };
  let receive: ((intent: Intent) => Promise<Reply>) | null = null;
  return {
    name,
    remembersKeysFor: traits.remembersKeysFor,
    isService: true,
    discuss: async () => {},
    editsQuietly: false,
    isReachable: () => addressing.isReachable(name),
    knows: async () => 'cannot tell',
    deliver: (intent) => receive?.(intent) ?? null,
    async start(given) {
      receive = given;
    },
    async stop() {
      receive = null;
    },
    async post({ community, channel }, view, key, signal) {
      const target = addressing.targetOf(key);
      if (!target) throw new Error(`nobody claimed round ${key}`);
      const hangsUpAt = addressing.hangsUpAt(signal);
      const place = { ...target, community, process, key, channel };
      const body = { ...place, hangsUpAt, ...readQuestion(view) };
      const { message } = await line.call('/post', body, signal);
      await addressing.step('answered', key, target);
      return message as MessageAddress;
    },
    async find({ community }, key, signal) {
      if (!traits.canBeSearched) return { kind: 'cannot tell' };
      const { message } = await line.call('/find', { community, key }, signal);
      return message === null
        ? { kind: 'none' }
        : { kind: 'found', message: message as MessageAddress };
    },
    edit: async (message) => void (await line.call('/edit', { message })),
    reply: async (to) => void (await line.call('/reply', { to })),
    tell: async (community, member) => void (await line.call('/tell', { community, member })),
  };
}

/** The right option says so in its words; the close stands in the small print. */
function readQuestion(view: View): { readonly right: number; readonly closesAt: number } {
  const options = view.ask?.kind === 'picks' ? view.ask.options : [];
  const parts: readonly Inline[] = Array.isArray(view.footer) ? view.footer : [];
  const moment = parts.find((part) => typeof part !== 'string' && part.kind === 'moment');
  const closesAt = typeof moment === 'object' && moment.kind === 'moment' ? moment.at : Infinity;
  return { right: options.findIndex((option) => option.startsWith('right')), closesAt };
}
