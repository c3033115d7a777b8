import { createHmac } from 'node:crypto';
import type { Acknowledged } from './sockets.ts';
import type { Json } from './world.ts';

/** What a test changes about a delivery by HTTP. */
export interface Tampering {
  /** Seconds that the time stamp is off. */
  readonly skew?: number;
  readonly signature?: string;
  /** Put behind the body after it was signed. */
  readonly altered?: string;
  readonly retry?: number;
}

/** A signed delivery, as Slack makes it. */
export async function deliverByHttp(
  url: string,
  secret: string,
  now: number,
  { type, payload }: { readonly type: string; readonly payload: Json },
  { skew = 0, signature, altered = '', retry }: Tampering = {},
): Promise<Acknowledged> {
  const body = bodyOf(type, payload);
  const stamp = String(Math.floor(now / 1_000) + skew);
  const right = `v0=${createHmac('sha256', secret).update(`v0:${stamp}:${body.text}`).digest('hex')}`;
  const response = await fetch(url, {
    method: 'POST',
    body: body.text + altered,
    headers: {
      'content-type': body.type,
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': signature ?? right,
      ...(retry === undefined ? {} : { 'x-slack-retry-num': String(retry) }),
    },
  });
  const text = await response.text();
  return { status: response.status, payload: text.startsWith('{') ? JSON.parse(text) : {} };
}

function bodyOf(type: string, payload: Json): { readonly text: string; readonly type: string } {
  if (type === 'events_api') return { text: JSON.stringify(payload), type: 'application/json' };
  const fields = type === 'slash_commands' ? payload : { payload: JSON.stringify(payload) };
  const text = new URLSearchParams(fields as Record<string, string>).toString();
  return { text, type: 'application/x-www-form-urlencoded' };
}
