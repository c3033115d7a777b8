import { type APIGuildMember, Routes } from 'discord.js';
import { type Instant, MINUTE } from '../../core/day.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import { type Calls, errorIn } from './calls.ts';
import { codeOf } from './errors.ts';
import { isSnowflake } from './snowflake.ts';

/** The names that members go by on a server; empty for those who left. @throws where Discord does not tell */
export type NamesOf = (
  guild: string,
  members: readonly MemberId[],
) => Promise<ReadonlyMap<MemberId, string>>;

/** How long a name is believed. */
const FRESH = 60 * MINUTE;
/** Names kept; the oldest go first. */
const KEPT = 10_000;
/** Unknown member, unknown user. */
const GONE: readonly unknown[] = [10_007, 10_013];

/** Asks for each name once in an hour. */
export function openNames(calls: Calls, clock: Clock): NamesOf {
  const kept = new Map<string, { readonly until: Instant; readonly name: Promise<string> }>();

  async function asked(guild: string, member: MemberId): Promise<string> {
    if (!isSnowflake(member)) return '';
    const request = { doing: 'asking for a name', isRepeatable: true };
    try {
      const found = await calls.ask('GET', Routes.guildMember(guild, member), request);
      const { nick, user } = found as APIGuildMember;
      return nick ?? user.global_name ?? user.username;
    } catch (cause) {
      if (GONE.includes(codeOf(errorIn(cause)))) return '';
      throw cause;
    }
  }

  function nameOf(guild: string, member: MemberId): Promise<string> {
    const key = `${guild} ${member}`;
    const known = kept.get(key);
    if (known && known.until > clock.now()) return known.name;
    const name = asked(guild, member);
    kept.delete(key);
    kept.set(key, { until: (clock.now() + FRESH) as Instant, name });
    name.catch(() => kept.get(key)?.name === name && kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return name;
  }

  return async (guild, members) => {
    const names = members.map(async (member) => [member, await nameOf(guild, member)] as const);
    return new Map(await Promise.all(names));
  };
}
