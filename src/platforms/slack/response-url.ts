import { createHash } from 'node:crypto';
import { MINUTE } from '../../core/day.ts';
import type { Clock } from '../../ports/clock.ts';
import { PlatformFault } from '../../ports/platform.ts';
import type { Scene } from './addresses.ts';

/** Answers to where Slack takes them: five within half an hour of what they answer. */
export interface ResponseUrls {
  /** False where the address is used up or too old, and nothing was sent. @throws {PlatformFault} */
  send(scene: Scene, body: object): Promise<boolean>;
}

const USES = 5;
/** A minute less than Slack's, for clocks that differ. */
const LIFE = 29 * MINUTE;
const KEPT = 10_000;

interface ResponseUrlOptions {
  readonly clock: Clock;
  /** Answers go to Slack's own servers, or to where its API was set to be, and nowhere else. */
  readonly apiUrl: string;
  readonly timeout: number;
}

export function createResponseUrls({ clock, apiUrl, timeout }: ResponseUrlOptions): ResponseUrls {
  const uses = new Map<string, number>();

  function take(url: string): boolean {
    const name = createHash('sha256').update(url).digest('base64url');
    const used = uses.get(name) ?? 0;
    if (used >= USES) return false;
    uses.delete(name);
    uses.set(name, used + 1);
    for (const oldest of uses.keys()) {
      if (uses.size <= KEPT) break;
      uses.delete(oldest);
    }
    return true;
  }

  return {
    async send({ responseUrl, since }, body) {
      if (responseUrl === null || !isOurs(responseUrl, apiUrl, 'hooks.slack.com')) return false;
      if (clock.now() - since > LIFE || !take(responseUrl)) return false;
      const answer = await posted(responseUrl, body, timeout);
      if (answer.ok) return true;
      // Another process may have used it up.
      if (answer.status === 404 || answer.status === 410) return false;
      throw faultOfStatus(answer);
    },
  };
}

/** Whether an address that Slack named belongs to Slack: that host of it, or where its API was set to be. */
export function isOurs(url: string, apiUrl: string, host: string): boolean {
  const { origin, protocol, hostname } = new URL(url);
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && hostname === host);
}

async function posted(url: string, body: object, timeout: number): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
  } catch {
    // The cause would carry the address, which is as good as a token.
    throw new PlatformFault(
      'The answer of Slack to a reply was lost: it may have arrived',
      'unknown',
    );
  }
}

function faultOfStatus({ status, headers }: Response): PlatformFault {
  if (status === 429) {
    const seconds = Number(headers.get('retry-after') ?? 60);
    return new PlatformFault('Slack asks to wait with replies', 'later', null, seconds * 1_000);
  }
  return new PlatformFault(
    `Slack answered a reply with HTTP ${status}`,
    status >= 500 ? 'unknown' : 'never',
  );
}
