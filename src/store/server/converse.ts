import { connect } from 'node:net';
import { reasonOf } from './fault.ts';

/**
 * Says `words` on a unix socket and returns all that is heard until the other side hangs up.
 * Throws what `connect` throws, and `ETIMEDOUT` when the line is still open after `limit` ms.
 */
export function converse(socket: string, words: string, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const line = connect(socket, () => line.write(words));
    const timer = setTimeout(() => line.destroy(tooLong(socket, limit)), limit);
    line.setEncoding('utf8');
    line.on('data', (text) => {
      heard += String(text);
    });
    line.on('error', reject);
    line.on('close', () => {
      clearTimeout(timer);
      resolve(heard);
    });
  });
}

/** Whether an error of {@link converse} means that nobody listens on the socket. */
export function isNobodyThere(error: unknown): boolean {
  return ['ENOENT', 'ECONNREFUSED'].includes(reasonOf(error));
}

function tooLong(socket: string, limit: number): Error {
  return Object.assign(new Error(`${socket} did not hang up within ${limit} ms`), {
    code: 'ETIMEDOUT',
  });
}
