import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { id, type Json } from './world.ts';

/** What became of a delivery: the answer, or null where nobody acknowledged it in time. */
export type Acknowledged = { readonly status: number; readonly payload: Json } | null;

/** Slack's side of Socket Mode. */
export interface Sockets {
  /** A single-use address to connect to. */
  ticket(origin: string): string;
  /** How many are connected and greeted. */
  count(): number;
  deliver(type: string, payload: Json, patience: number): Promise<Acknowledged>;
  /** Asks every client to open a new connection, as Slack does every few hours. */
  refresh(): void;
  /** Connections that end without a word. */
  cut(): void;
  close(): void;
}

export function openSockets(server: Server): Sockets {
  const tickets = new Set<string>();
  const wss = new WebSocketServer({ noServer: true });
  const sockets: WebSocket[] = [];
  const waiting = new Map<string, (answer: Acknowledged) => void>();
  let turn = 0;

  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'http://loopback').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) return void socket.destroy();
    wss.handleUpgrade(request, socket, head, greet);
  });

  function greet(socket: WebSocket): void {
    sockets.push(socket);
    socket.on('close', () => sockets.splice(sockets.indexOf(socket), 1));
    socket.on('message', (data) => {
      const { envelope_id, payload = {} } = JSON.parse(String(data));
      waiting.get(envelope_id)?.({ status: 200, payload });
      waiting.delete(envelope_id);
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.length }));
  }

  return {
    ticket(origin) {
      const ticket = id('ticket');
      tickets.add(ticket);
      return `${origin.replace(/^http/, 'ws')}/link?ticket=${ticket}`;
    },
    count: () => sockets.length,
    deliver(type, payload, patience) {
      // One envelope goes to one of several connections.
      const socket = sockets[turn++ % Math.max(1, sockets.length)];
      if (!socket) return Promise.resolve(null);
      const envelope_id = id('e');
      return new Promise((resolve) => {
        const end = (answer: Acknowledged): void => {
          clearTimeout(timer);
          socket.off('close', lost);
          resolve(answer);
        };
        const lost = (): void => end(null);
        const timer = setTimeout(lost, patience);
        socket.setMaxListeners(0).once('close', lost);
        waiting.set(envelope_id, end);
        const accepts_response_payload = type !== 'events_api';
        socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload }));
      });
    },
    refresh() {
      for (const socket of sockets) {
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      }
    },
    cut() {
      for (const socket of [...sockets]) socket.terminate();
    },
    close() {
      for (const socket of [...sockets]) socket.terminate();
      wss.close();
    },
  };
}
