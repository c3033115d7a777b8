import {
  type APIInteraction,
  ApplicationCommandType,
  ChannelType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import type { Origin } from '../../chat/intent.ts';
import { channelId, communityId, memberId } from '../../core/ids.ts';
import { messageAddress } from './addresses.ts';
import { isOrganiser } from './permissions.ts';
import { isSnowflake, madeAt } from './snowflake.ts';

/** Who calls, from where, and how to answer, as this very payload says. */
export interface Caller extends Omit<Origin, 'replyTo'> {
  readonly interaction: string;
  readonly token: string;
  /** What the bot may do in this channel. */
  readonly rights: string;
  readonly isThread: boolean;
}

const THREADS: ReadonlySet<unknown> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/** Null outside of a server that has the bot: there is no community. */
export function callerOf(interaction: APIInteraction): Caller | null {
  const { id, token, guild_id: guild, member, channel } = interaction;
  if (!member || !isSnowflake(guild) || !channel || !isSnowflake(channel.id)) return null;
  // A member who installed the app for themselves brings it to servers that never asked for it.
  const isInstalled = interaction.authorizing_integration_owners?.[0] !== undefined;
  if (!isInstalled) return null;
  const message = messageIn(interaction);
  return {
    event: id,
    community: communityId.of(`discord:${guild}`),
    channel: channelId.of(channel.id),
    member: memberId.of(member.user.id),
    organiser: isOrganiser(member.permissions),
    locale: 'locale' in interaction ? interaction.locale : 'en',
    receivedAt: madeAt(id),
    message: message ? messageAddress({ channel: channel.id, message }) : null,
    interaction: id,
    token,
    rights: interaction.app_permissions,
    isThread: THREADS.has(channel.type),
  };
}

/** The posted message that something is done on: by its controls, or by its menu. A private copy is none. */
function messageIn(interaction: APIInteraction): string | null {
  const { type, data, message } = interaction;
  if (type !== InteractionType.ApplicationCommand) {
    const isPrivate = ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    return message && !isPrivate ? message.id : null;
  }
  const isMenu = data.type === ApplicationCommandType.Message;
  return isMenu && isSnowflake(data.target_id) ? data.target_id : null;
}
