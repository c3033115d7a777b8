import type { CommunityId } from '../../core/ids.ts';
import { isSnowflake } from './snowflake.ts';

/** The server behind a community; null where it is none of Discord. */
export function guildOf(community: CommunityId): string | null {
  const guild = community.replace(/^discord:/, '');
  return isSnowflake(guild) ? guild : null;
}
