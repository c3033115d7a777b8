import type { DiscordOptions } from '../platforms/discord/index.ts';
import type { Settings } from '../settings/settings.ts';
import type { RedisTarget } from '../store/connection.ts';
import { openShelf } from './open-shelf.ts';
import { Sentence } from './sentence.ts';
import type { OpenPlatform } from './slack.ts';

export const DISCORD_USAGE = `  discord invite                print the link that brings the bot into a server
  discord register [server id]  tell Discord the commands, for all servers or for one
  discord doctor                look at the token, the intents, the commands, the rights and the limits
`;

/** Discord's library is large: it is loaded where it is needed. */
const parts = async () => ({
  ...(await import('../platforms/discord/index.ts')),
  ...(await import('../platforms/discord/operator.ts')),
});

/** `npm run hypercall -- discord …`. @throws {Sentence} */
export async function discordOrder(
  settings: Settings,
  [order, guild]: readonly string[],
): Promise<string> {
  const { inviteLink, openOperator } = await parts();
  const identity = await identityOf(settings);
  if (order === 'invite') return `${inviteLink(identity.application)}\n`;
  if (order !== 'register' && order !== 'doctor') {
    throw new Sentence('Write `discord invite`, `discord register` or `discord doctor`.');
  }
  if (guild !== undefined && !/^\d{17,20}$/.test(guild)) {
    throw new Sentence(`${guild} is no id of a server: it has 17 to 20 digits.`);
  }
  const operator = openOperator({ ...identity, clock: { now: Date.now } });
  try {
    if (order === 'register') return registered(await operator.register(guild ?? null));
    const findings = await operator.doctor();
    return findings.map(({ isWell, sentence }) => `${isWell ? '✓' : '✗'} ${sentence}\n`).join('');
  } finally {
    operator.close();
  }
}

function registered(written: number): string {
  if (written === 0) return 'The commands are registered already: nothing was written.\n';
  return `${written} commands are registered. Members see them after opening Discord again.\n`;
}

type Given = Pick<
  DiscordOptions,
  'clock' | 'picture' | 'chart' | 'complete' | 'report' | 'onFatal'
>;

/** Discord, where a token is set; null else. @throws {Sentence} */
export async function openDiscord(
  settings: Settings,
  redis: RedisTarget,
  given: Given,
): Promise<OpenPlatform | null> {
  if (settings.discord.token === null) return null;
  const { discordPlatform } = await parts();
  const identity = await identityOf(settings);
  const secret = settings.discord.secret ?? identity.token;
  const { shelf, turns, close } = await openShelf(settings, redis, 'Discord', given.report);
  const platform = discordPlatform({
    ...identity,
    ...given,
    shelf,
    turns,
    secret,
    locale: settings.language,
  });
  return { platform, close };
}

async function identityOf({ discord }: Settings) {
  const { DISCORD_API, applicationOf } = await parts();
  const { token, applicationId, apiUrl } = discord;
  if (token === null) {
    throw new Sentence(
      'There is no bot token: copy it from the Bot page of the Developer Portal into DISCORD_TOKEN.',
    );
  }
  const application = applicationId ?? applicationOf(token);
  if (application === null) {
    throw new Sentence('DISCORD_TOKEN is no bot token: it begins with the id of its application.');
  }
  return { token, application, api: apiUrl ?? DISCORD_API };
}
