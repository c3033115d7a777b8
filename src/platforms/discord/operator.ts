import type { Clock } from '../../ports/clock.ts';
import { openCalls } from './calls.ts';
import { examine, type Finding } from './doctor.ts';
import { INVITED_WITH } from './permissions.ts';
import { registerCommands } from './registration.ts';
import { isSnowflake } from './snowflake.ts';

export interface OperatorOptions {
  readonly token: string;
  readonly application: string;
  readonly api: string;
  readonly clock: Clock;
}

/** What an operator does to the bot's place in Discord. Each call may throw {@link PlatformFault}. */
export interface Operator {
  /** @param guild one server, or null for all of them. The number of commands written; 0: nothing had changed. */
  register(guild: string | null): Promise<number>;
  doctor(): Promise<readonly Finding[]>;
  close(): void;
}

/** The link that brings the bot into a server, with the least rights that it needs. */
export function inviteLink(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: 'bot applications.commands',
    permissions: String(INVITED_WITH),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** The application behind a bot token, which begins with its id; null for what is no token. */
export function applicationOf(token: string): string | null {
  const id = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('latin1');
  return isSnowflake(id) ? id : null;
}

export function openOperator(options: OperatorOptions): Operator {
  const { application } = options;
  const calls = openCalls({ ...options, onTokenRefused: () => {} });
  return {
    register: (guild) => registerCommands({ calls, application, guild }),
    doctor: () => examine(calls, application),
    close: calls.close,
  };
}
