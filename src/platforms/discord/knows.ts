import { Routes } from 'discord.js';
import type { CommunityId, MemberId } from '../../core/ids.ts';
import type { Presence } from '../../ports/platform.ts';
import { type Calls, errorIn } from './calls.ts';
import { codeOf } from './errors.ts';
import { guildOf } from './guilds.ts';
import { isSnowflake } from './snowflake.ts';

/** Unknown member, unknown user. */
const NO_MEMBER: readonly unknown[] = [10_007, 10_013];
/** Unknown server; missing access, which is what a bot gets that was removed. */
const NO_SERVER: readonly unknown[] = [10_004, 50_001];

/** Whether a member, or the bot itself for `null`, is in the server: asked, for its intents tell nothing of it. */
export async function knowsOnDiscord(
  calls: Calls,
  community: CommunityId,
  member: MemberId | null,
): Promise<Presence> {
  const guild = guildOf(community);
  if (guild === null) return 'cannot tell';
  if (member !== null && !isSnowflake(member)) return 'gone';
  const route = member === null ? Routes.guild(guild) : Routes.guildMember(guild, member);
  try {
    await calls.ask('GET', route, { doing: 'looking somebody up', isRepeatable: true });
    return 'here';
  } catch (cause) {
    const gone = member === null ? NO_SERVER : NO_MEMBER;
    return gone.includes(codeOf(errorIn(cause))) ? 'gone' : 'cannot tell';
  }
}
