import type { Settings } from '../settings/settings.ts';
import type { RedisTarget } from '../store/connection.ts';
import { openDiscord } from './discord.ts';
import { Sentence } from './sentence.ts';
import { type OpenPlatform, openSlack } from './slack.ts';

type Given = Parameters<typeof openSlack>[2] & Parameters<typeof openDiscord>[2];

/** Whether the settings name a platform that others share. */
function hasServices({ slack, discord }: Settings): boolean {
  return slack.botToken !== null || slack.clientId !== null || discord.token !== null;
}

/**
 * The terminal is there for a process that does everything, and by itself only where no other platform is.
 * @throws {Sentence} where a process that needs a platform has none
 */
/** True where the terminal's one group is all there is: its clock may be moved. */
export function isTerminalAlone(settings: Settings): boolean {
  return settings.role === 'all' && !hasServices(settings);
}

export function terminalIsWanted(settings: Settings): boolean {
  const { terminal, role } = settings;
  const isWanted = terminal.enabled === 'auto' ? !hasServices(settings) : terminal.enabled;
  if (role === 'all' && isWanted) return true;
  if (hasServices(settings) || role === 'scheduler') return false;
  throw new Sentence(
    'There is no platform to run: set DISCORD_TOKEN or SLACK_BOT_TOKEN, or let the terminal run with terminal.enabled and the role all.',
  );
}

/** Every platform beside the terminal that the settings name. */
export async function openServices(
  settings: Settings,
  redis: RedisTarget,
  given: Given,
): Promise<readonly OpenPlatform[]> {
  const slack = await openSlack(settings, redis, given);
  const discord = await openDiscord(settings, redis, given);
  return [slack, discord].filter((service) => service !== null);
}
