import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HTTPReceiver } from '@slack/bolt';
import type { Clock } from '../../ports/clock.ts';
import type { Line } from './line.ts';
import { isFromSlack } from './signature.ts';

/** The largest request that is read; Slack's own are far smaller. */
const MOST_BYTES = 1024 * 1024;

interface HttpOptions {
  readonly receiver: HTTPReceiver;
  readonly signingSecret: string;
  readonly port: number;
  readonly host: string;
  readonly clock: Clock;
}

/** Deliveries by HTTP. Bolt lets requests from the future pass, so they are judged before it sees them. */
export function httpLine({ receiver, signingSecret, port, host, clock }: HttpOptions): Line {
  const server = createServer((request, response) => {
    void judged(request, response).catch(() => end(response, 500));
  });

  let isClosing = false;

  async function judged(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Slack delivers it again, to whoever runs then.
    if (isClosing) return end(response, 503);
    if (lacksState(request)) return begin(response);
    if (request.method !== 'POST') return pass(request, response);
    const body = await bodyOf(request);
    if (body === null) return end(response, 413);
    const [stamp, signature] = ['x-slack-request-timestamp', 'x-slack-signature'].map((name) =>
      headerOf(request, name),
    );
    const signed = { stamp, signature, body: body.toString() };
    if (!isFromSlack(signed, signingSecret, clock.now())) return end(response, 401);
    // Bolt takes the body from here where it has been read already.
    Object.assign(request, { rawBody: body });
    return pass(request, response);
  }

  function pass(request: IncomingMessage, response: ServerResponse): void {
    try {
      receiver.requestListener(request, response);
    } catch {
      end(response, 404);
    }
  }

  return {
    isOpen: () => server.listening,
    open: () => listening(server, port, host),
    close: () =>
      new Promise((resolve) => {
        isClosing = true;
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
    port: () => (server.address() as AddressInfo | null)?.port ?? null,
  };
}

/**
 * An installation that began on a page of Slack, such as an organisation's own, comes back without our state: nobody
 * can tell whether this browser meant it.
 */
function lacksState({ method, url = '' }: IncomingMessage): boolean {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const isBack = method === 'GET' && pathname === '/slack/oauth_redirect';
  return isBack && searchParams.has('code') && !searchParams.get('state');
}

/** Asks Slack again, this time with our state: an administrator agrees once more, and nobody else gets in. */
function begin(response: ServerResponse): void {
  response.writeHead(302, { location: 'install' }).end();
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(cannotListen(port, cause)));
    server.listen(port, host, resolve);
  });
}

function cannotListen(port: number, cause: Error): Error {
  return new Error(
    `Port ${port} cannot be used for Slack (${cause.message}): choose another in slack.port.`,
    { cause },
  );
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

function end(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status);
  response.end();
}
