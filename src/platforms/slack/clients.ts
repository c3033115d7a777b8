import { webApi } from '@slack/bolt';
import type { Clock } from '../../ports/clock.ts';
import { PlatformFault } from '../../ports/platform.ts';
import { faultOf } from './errors.ts';
import type { SlackLog } from './log.ts';

/** Calls to Slack: one client for each token, so that a workspace that has to wait holds up nobody else. */
export interface Clients {
  /** @throws {PlatformFault} */
  call<Result>(
    team: string,
    method: string,
    work: (client: webApi.WebClient) => Promise<Result>,
  ): Promise<Result>;
}

export interface ClientsOptions {
  /** The token of a workspace, another than the `expired` one; null where the app is not installed. */
  tokenOf(team: string, expired?: string): Promise<string | null>;
  readonly apiUrl: string;
  /** The longest wait for an answer (ms). */
  readonly timeout: number;
  readonly clock: Clock;
  readonly log: SlackLog;
}

/** Slack did nothing, since the token was exchanged, here or by another process, or ran out before its time. */
const OUTDATED: ReadonlySet<string> = new Set(['invalid_auth', 'token_expired', 'token_revoked']);

/** Tokens that have a client; those used longest ago give theirs up. */
const KEPT = 1_000;

export function clientOptions({ apiUrl, timeout, log }: Omit<ClientsOptions, 'tokenOf' | 'clock'>) {
  // Slack knows no key that makes a second post harmless, so nothing is ever sent twice unasked.
  const retryConfig = { retries: 0 };
  return { slackApiUrl: apiUrl, timeout, retryConfig, rejectRateLimitedCalls: true, logger: log };
}

export function createClients(options: ClientsOptions): Clients {
  const clients = new Map<string, webApi.WebClient>();
  /** Until when a workspace has to wait with a method. */
  const waits = new Map<string, number>();

  function clientFor(token: string): webApi.WebClient {
    const client = clients.get(token) ?? new webApi.WebClient(token, clientOptions(options));
    clients.delete(token);
    clients.set(token, client);
    for (const oldest of clients.keys()) {
      if (clients.size <= KEPT) break;
      clients.delete(oldest);
    }
    return client;
  }

  function mayCall(key: string, method: string): void {
    const wait = (waits.get(key) ?? 0) - options.clock.now();
    if (wait > 0) {
      throw new PlatformFault(
        `Slack asked to wait before ${method} is called again`,
        'later',
        null,
        wait,
      );
    }
    waits.delete(key);
  }

  async function tokenFor(team: string, expired?: string): Promise<string> {
    const token = await options.tokenOf(team, expired);
    if (token !== null) return token;
    throw new PlatformFault(`The app is not installed in ${team}: install it there`, 'gone');
  }

  /** With another token where the first is outdated. */
  async function withToken<Result>(
    team: string,
    work: (client: webApi.WebClient) => Promise<Result>,
  ): Promise<Result> {
    const token = await tokenFor(team);
    try {
      return await work(clientFor(token));
    } catch (cause) {
      const code = codeOf(cause);
      if (!OUTDATED.has(code)) throw cause;
      const fresh = await tokenFor(team, code === 'token_expired' ? token : undefined);
      if (fresh === token) throw cause;
      return work(clientFor(fresh));
    }
  }

  return {
    async call(team, method, work) {
      const key = `${team} ${method}`;
      mayCall(key, method);
      try {
        return await withToken(team, work);
      } catch (cause) {
        const fault = faultOf(method, cause);
        if (fault.repeat === 'later' && fault.afterMs !== null) {
          waits.set(key, options.clock.now() + fault.afterMs);
        }
        throw fault;
      }
    },
  };
}

/** Empty where Slack gave none. */
function codeOf(cause: unknown): string {
  return cause instanceof webApi.WebAPIPlatformError ? cause.data.error : '';
}
