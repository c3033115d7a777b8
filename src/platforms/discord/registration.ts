import { Routes } from 'discord.js';
import { type Calls, faultIn } from './calls.ts';
import { commandPayloads } from './command-payloads.ts';
import { likeness } from './likeness.ts';

export interface RegistrationOptions {
  readonly calls: Calls;
  readonly application: string;
  /** Where the commands are: in one server, or null for all of them. */
  readonly guild: string | null;
}

/**
 * Registers the catalogue; what stands already is not written again. The number of commands written.
 * @throws {PlatformFault}
 */
export async function registerCommands(options: RegistrationOptions): Promise<number> {
  const { calls } = options;
  const wanted = commandPayloads();
  if (await isRegistered(options)) return 0;
  const request = { doing: 'registering the commands', body: wanted, isRepeatable: true };
  try {
    await calls.ask('PUT', routeOf(options), request);
  } catch (cause) {
    throw faultIn(cause);
  }
  return wanted.length;
}

/** Whether exactly the catalogue stands there. @throws {PlatformFault} */
export async function isRegistered(options: RegistrationOptions): Promise<boolean> {
  const query = { with_localizations: 'true' };
  const request = { doing: 'reading the commands', query, isRepeatable: true };
  try {
    const standing = (await options.calls.ask('GET', routeOf(options), request)) as object[];
    return likeness(standing) === likeness(commandPayloads());
  } catch (cause) {
    throw faultIn(cause);
  }
}

const routeOf = ({ application, guild }: RegistrationOptions): string =>
  guild === null
    ? Routes.applicationCommands(application)
    : Routes.applicationGuildCommands(application, guild);
