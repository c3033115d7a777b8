import type { Connection } from './bull-queues.ts';
import type { Report } from './job-event.ts';

/**
 * Takes the connection's errors, so that none is thrown, and tells the first of an outage. The result
 * is for the errors of what works by this connection: it tells those that are no echo of the outage.
 */
export function watchOutages(connection: Connection, report: Report): (error: Error) => void {
  let away = false;
  connection.on('error', (error: Error) => {
    if (!away) report({ kind: 'error', error });
    away = true;
  });
  connection.on('ready', () => {
    away = false;
  });
  return (error) => {
    if (!away && !isSocketFault(error)) report({ kind: 'error', error });
  };
}

/** BullMQ hands on what the connection and its blocking twin say. */
function isSocketFault(error: Error): boolean {
  return 'syscall' in error;
}
