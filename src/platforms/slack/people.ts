import type { Locale } from '../../chat/intent.ts';
import type { Clock } from '../../ports/clock.ts';
import { PlatformFault, type Presence } from '../../ports/platform.ts';
import type { Scene } from './addresses.ts';
import type { Clients } from './clients.ts';
import { codeIn } from './errors.ts';
import { createLocales, type LocaleOf } from './locales.ts';
import { inertMarkup } from './text.ts';

/** What Slack says of members and channels, for at most {@link FRESH}. */
export interface People {
  /**
   * Whether they may manage the channel: administrators and owners of the workspace and whoever made the channel.
   * Guests, members of another workspace and those whom Slack cannot tell us about are strangers.
   */
  rightsOf(scene: Scene): Promise<Rights>;
  /** Whether the member, or the app itself for `null`, is in the workspace. */
  knows(team: string, user: string | null): Promise<Presence>;
  readonly localeOf: LocaleOf;
  /** Whether the bot is in the channel, as far as Slack tells. */
  isWelcome(team: string, channel: string): Promise<boolean>;
  /** Whether Slack says that the bot is not in the channel. */
  isAway(team: string, channel: string): Promise<boolean>;
  /** Their names as inert markup, for places where a mention would call everybody. */
  namesOf(team: string, users: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** How long an answer of Slack is believed (ms): so soon does the loss of a role take effect. */
const FRESH = 60_000;
/** Answers kept; the oldest go first. */
const KEPT = 10_000;

type Rights = 'organiser' | 'member' | 'stranger';

interface Person {
  readonly isDeleted: boolean;
  readonly isAdmin: boolean;
  readonly isOneOfUs: boolean;
  readonly name: string;
  readonly locale: Locale;
}

interface Room {
  readonly creator: string | null;
  readonly hasUs: boolean;
}

interface PeopleOptions {
  readonly clients: Clients;
  readonly clock: Clock;
  report(doing: string, cause: unknown): void;
}

export function createPeople({ clients, clock, report }: PeopleOptions): People {
  const people = briefly<Person>(clock);
  // Whoever has just invited the bot need not wait for a minute.
  const channels = briefly<Room>(clock, ({ hasUs }) => hasUs);

  const person = (team: string, user: string): Promise<Person> =>
    people(`${team} ${user}`, async () => {
      const { user: found = {} } = await clients.call(team, 'users.info', (client) =>
        client.users.info({ user, include_locale: true }),
      );
      return personOf(found, team, user);
    });

  const roomOf = (team: string, channel: string): Promise<Room> =>
    channels(`${team} ${channel}`, async () => {
      const { channel: found } = await clients.call(team, 'conversations.info', (client) =>
        client.conversations.info({ channel }),
      );
      return { creator: found?.creator ?? null, hasUs: found?.is_member ?? false };
    });

  return {
    async rightsOf({ team, user, userTeam, channel }) {
      if (userTeam !== team) return 'stranger';
      try {
        const { isOneOfUs, isAdmin } = await person(team, user);
        if (!isOneOfUs) return 'stranger';
        if (isAdmin) return 'organiser';
        const isMaker = isChannel(channel) && (await roomOf(team, channel)).creator === user;
        return isMaker ? 'organiser' : 'member';
      } catch (cause) {
        report('asking Slack who may manage a channel', cause);
        return 'stranger';
      }
    },
    async isWelcome(team, channel) {
      return (
        !isChannel(channel) ||
        roomOf(team, channel).then(
          ({ hasUs }) => hasUs,
          () => false,
        )
      );
    },
    async isAway(team, channel) {
      if (!isChannel(channel)) return false;
      return roomOf(team, channel).then(
        ({ hasUs }) => !hasUs,
        // A private channel is hidden from who is not in it.
        (cause) => cause instanceof PlatformFault && codeIn(cause) === 'channel_not_found',
      );
    },
    async knows(team, user) {
      try {
        if (user !== null) return (await person(team, user)).isDeleted ? 'gone' : 'here';
        await clients.call(team, 'auth.test', (client) => client.auth.test());
        return 'here';
      } catch (cause) {
        return isGone(cause, user) ? 'gone' : 'cannot tell';
      }
    },
    localeOf: createLocales({ clock, ask: async (...who) => (await person(...who)).locale }),
    async namesOf(team, users) {
      const named = await Promise.all(
        users.map(async (user) => {
          const name = await person(team, user).catch(() => null);
          return [user, name === null ? inertMarkup(user, 80) : name.name] as const;
        }),
      );
      return new Map(named);
    },
  };
}

/** Slack does not know the member; or, for the app itself, it is no longer installed. */
function isGone(cause: unknown, user: string | null): boolean {
  if (!(cause instanceof PlatformFault)) return false;
  return user === null ? cause.repeat === 'gone' : codeIn(cause) === 'user_not_found';
}

const isChannel = (id: string): boolean => /^[CG]/.test(id);

/** What `users.info` tells that we go by. */
interface FoundUser {
  readonly team_id?: string;
  readonly name?: string;
  readonly locale?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly is_primary_owner?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly profile?: { readonly display_name?: string; readonly real_name?: string };
  readonly enterprise_user?: { readonly teams?: readonly string[] };
}

function personOf(found: object, team: string, id: string): Person {
  const user = found as FoundUser;
  const isHere = user.team_id === team || (user.enterprise_user?.teams?.includes(team) ?? false);
  const isGuest = user.is_restricted || user.is_ultra_restricted || user.is_stranger;
  const name = user.profile?.display_name || user.profile?.real_name || user.name || id;
  return {
    isDeleted: user.deleted === true,
    isAdmin: Boolean(user.is_admin || user.is_owner || user.is_primary_owner),
    isOneOfUs: isHere && !isGuest && !user.deleted && !user.is_bot,
    name: inertMarkup(name.replace(/[*_~`\n]/g, ' '), 80),
    locale: /^[a-z]{2}(-[A-Za-z]+)?$/.test(user.locale ?? '') ? (user.locale as Locale) : 'en',
  };
}

/**
 * Remembers what a question was answered with, and asks once where several wait; a failure is not remembered, nor what
 * is not `lasting`.
 */
function briefly<Value>(clock: Clock, lasting: (value: Value) => boolean = () => true) {
  const kept = new Map<string, { readonly until: number; readonly value: Promise<Value> }>();
  return (name: string, ask: () => Promise<Value>): Promise<Value> => {
    const known = kept.get(name);
    if (known && known.until > clock.now()) return known.value;
    const value = ask();
    kept.delete(name);
    kept.set(name, { until: clock.now() + FRESH, value });
    void value
      .then(lasting, () => false)
      .then((lasts) => {
        if (!lasts && kept.get(name)?.value === value) kept.delete(name);
      });
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return value;
  };
}
