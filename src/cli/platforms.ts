import type { Settings } from '../settings/settings.ts';
import type { RedisTarget } from '../store/connection.ts';
import { Sentence } from './sentence.ts';
import { type OpenPlatform, openSlack } from './slack.ts';

type Given = Parameters<typeof openSlack>[2];

/** Whether the settings name a platform that others share. */
export function hasServices({ slack }: Settings): boolean {
  return slack.botToken !== null || slack.clientId !== null;
}

/** @throws {Sentence} where nothing at all is wanted */
export function terminalIsWanted(settings: Settings): boolean {
  const { enabled } = settings.terminal;
  if (enabled === 'auto') return !hasServices(settings);
  if (enabled || hasServices(settings)) return enabled;
  throw new Sentence(
    'There is no platform to run: terminal.enabled is false, and no other platform is set up.',
  );
}

/** Every platform beside the terminal that the settings name. */
export async function openServices(
  settings: Settings,
  redis: RedisTarget,
  given: Given,
): Promise<readonly OpenPlatform[]> {
  const opened = await Promise.all([openSlack(settings, redis, given)]);
  return opened.flatMap((service) => service ?? []);
}
