import { PermissionFlagsBits } from 'discord.js';

/** What the bot needs where it posts, by the names that Discord shows. */
const NEEDED: Readonly<Record<string, bigint>> = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Attach Files': PermissionFlagsBits.AttachFiles,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
};

/** In threads, another right lets it speak. */
const NEEDED_IN_THREADS: Readonly<Record<string, bigint>> = {
  ...NEEDED,
  'Send Messages': 0n,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
};

/** The rights that an invitation asks for, as one number; without the last one questions get no thread. */
export const INVITED_WITH: bigint = Object.values(NEEDED_IN_THREADS).reduce(
  (all, right) => all | right,
  PermissionFlagsBits.SendMessages | PermissionFlagsBits.CreatePublicThreads,
);

const ORGANISER = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageChannels;

/** Whether these rights, as a payload carries them, let somebody manage the channel. */
export function isOrganiser(rights: string): boolean {
  return (bits(rights) & (ORGANISER | PermissionFlagsBits.Administrator)) !== 0n;
}

/** The names of what is missing, in Discord's words. */
export function missingRights(rights: string, inThread = false): string[] {
  const held = bits(rights);
  if ((held & PermissionFlagsBits.Administrator) !== 0n) return [];
  return Object.entries(inThread ? NEEDED_IN_THREADS : NEEDED)
    .filter(([, right]) => (held & right) !== right)
    .map(([name]) => name);
}

const bits = (rights: string): bigint => (/^\d{1,30}$/.test(rights) ? BigInt(rights) : 0n);
