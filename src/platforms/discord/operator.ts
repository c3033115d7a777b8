import type { APIApplication, APIGatewayBotInfo, RESTAPIPartialCurrentUserGuild } from 'discord.js';
import { Routes } from 'discord.js';
import type { Clock } from '../../ports/clock.ts';
import { type Calls, faultIn, openCalls } from './calls.ts';
import { INVITED_WITH, missingRights } from './permissions.ts';
import { isRegistered, registerCommands } from './registration.ts';
import { isSnowflake } from './snowflake.ts';

export interface OperatorOptions {
  readonly token: string;
  readonly application: string;
  readonly api: string;
  readonly clock: Clock;
}

/** One thing that was looked at, and what to do about it where it is not well. */
export interface Finding {
  readonly isWell: boolean;
  readonly sentence: string;
}

/** What an operator does to the bot's place in Discord. Each call may throw {@link PlatformFault}. */
export interface Operator {
  /** @param guild one server, or null for all of them. The number of commands written; 0: nothing had changed. */
  register(guild: string | null): Promise<number>;
  doctor(): Promise<readonly Finding[]>;
  close(): void;
}

/** The link that brings the bot into a server, with the least rights that it needs. */
export function inviteLink(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: 'bot applications.commands',
    permissions: String(INVITED_WITH),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** The application behind a bot token, which begins with its id; null for what is no token. */
export function applicationOf(token: string): string | null {
  const id = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('latin1');
  return isSnowflake(id) ? id : null;
}

export function openOperator(options: OperatorOptions): Operator {
  const { application } = options;
  const calls = openCalls({ ...options, onTokenRefused: () => {} });
  return {
    register: (guild) => registerCommands({ calls, application, guild }),
    doctor: () => examine(calls, application),
    close: calls.close,
  };
}

async function examine(calls: Calls, application: string): Promise<readonly Finding[]> {
  const known = await asked<APIApplication>(calls, '/applications/@me', 'asking who we are').catch(
    (fault) => fault,
  );
  if (known instanceof Error) return [{ isWell: false, sentence: tokenSentence(known.message) }];
  const gateway = await asked<APIGatewayBotInfo>(calls, Routes.gatewayBot(), 'asking the gateway');
  const guilds = await asked<RESTAPIPartialCurrentUserGuild[]>(
    calls,
    Routes.userGuilds(),
    'listing servers',
  );
  const isWell = await isRegistered({ calls, application, guild: null });
  return [
    identityFinding(known, application),
    {
      isWell,
      sentence: isWell
        ? 'The commands are registered as they are here.'
        : 'The commands differ from those registered: run `npm run hypercall -- discord register` (those of a single server are not looked at).',
    },
    startFinding(gateway),
    ...guilds.map(guildFinding),
    ...(guilds.length > 0
      ? []
      : [
          {
            isWell: false,
            sentence:
              'The bot is in no server: `npm run hypercall -- discord invite` prints the link.',
          },
        ]),
  ];
}

async function asked<Answer>(calls: Calls, route: string, doing: string): Promise<Answer> {
  try {
    return (await calls.ask('GET', route, { doing, isRepeatable: true })) as Answer;
  } catch (cause) {
    throw faultIn(cause);
  }
}

function tokenSentence(why: string): string {
  if (!why.includes('401'))
    return `${why}: look at the network, and at DISCORD_API_URL if it is set.`;
  return `${why}. Copy the token from the Bot page of the Developer Portal into DISCORD_TOKEN.`;
}

function identityFinding({ id, name }: APIApplication, application: string): Finding {
  const isWell = id === application;
  const sentence = isWell
    ? `The token is that of ${name} (${id}). The only intent asked for is GUILDS, which needs no leave.`
    : `The token belongs to the application ${id}, the settings name ${application}: leave discord.applicationId out.`;
  return { isWell, sentence };
}

/** Fewer starts left than this is worth a word. */
const FEW_STARTS = 50;

function startFinding({ shards, session_start_limit: limit }: APIGatewayBotInfo): Finding {
  const minutes = Math.ceil(limit.reset_after / 60_000);
  const left = `${limit.remaining} of ${limit.total} starts are left for the next ${minutes} minutes`;
  const isWell = limit.remaining >= Math.max(FEW_STARTS, shards);
  const advice = isWell ? '' : ': something starts the bot again and again, look for it';
  return {
    isWell,
    sentence: `Discord asks for ${shards} shard${shards === 1 ? '' : 's'}; ${left}${advice}.`,
  };
}

function guildFinding({ name, permissions }: RESTAPIPartialCurrentUserGuild): Finding {
  const missing = missingRights(permissions);
  return {
    isWell: missing.length === 0,
    sentence:
      missing.length === 0
        ? `${name}: the bot has the rights that it needs, where no channel takes them back.`
        : `${name}: give the bot ${missing.join(', ')}.`,
  };
}
