import { destination, type Logger, pino } from 'pino';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Fields that hold secrets or ways to reach a member; they never reach a line. */
const SECRET = [
  'token',
  'secret',
  'password',
  'replyTo',
  '*.token',
  '*.secret',
  '*.password',
  '*.replyTo',
  // ioredis hangs the whole command on its errors: answers, members and reply addresses among them.
  'err.command.args',
];

/**
 * Structured lines, one JSON object each.
 *
 * @param file where they go; null for standard error
 */
export function openLog(level: LogLevel, file: string | null): Logger {
  const target = destination({ dest: file ?? 2, mkdir: true, sync: true });
  return pino({ level, redact: { paths: SECRET, censor: '[secret]' } }, target);
}

export type { Logger } from 'pino';
