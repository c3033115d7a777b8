import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What `GET /health` tells: 503 while a part is away that a restart may mend, 200 otherwise. A platform that is
 * `connecting` comes by itself; a restart would only cost a login, of which there are few.
 */
export interface Health {
  readonly parts: Readonly<Record<string, 'ready' | 'connecting' | 'away'>>;
}

/** Cannot listen; the message is one sentence with what to do. */
class HealthFault extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'HealthFault';
  }
}

export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** @param port 0 lets the system choose. @throws {HealthFault} where it cannot listen there */
export async function serveHealth(
  host: string,
  port: number,
  health: () => Promise<Health>,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    if (request.url !== '/health') {
      response.writeHead(404).end();
      return;
    }
    void health().then(({ parts }) => {
      const well = Object.values(parts).every((state) => state !== 'away');
      response.writeHead(well ? 200 : 503, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ healthy: well, parts }));
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', (cause: NodeJS.ErrnoException) => failed(sentenceFor(host, port, cause)));
    server.listen(port, host, listening);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

function sentenceFor(host: string, port: number, cause: NodeJS.ErrnoException): HealthFault {
  const why =
    cause.code === 'EADDRINUSE'
      ? 'another program listens there'
      : cause.code === 'EACCES'
        ? 'this user may not listen there'
        : cause.message;
  return new HealthFault(
    `The health page cannot be served at ${host}:${port}: ${why}. Choose another port with HYPERCALL_HEALTH_PORT.`,
    cause,
  );
}
