import {
  type APIApplication,
  type APIGatewayBotInfo,
  ApplicationFlags,
  type RESTAPIPartialCurrentUserGuild,
  Routes,
} from 'discord.js';
import { type Calls, faultIn } from './calls.ts';
import { type HeadRoom, watchHeadRoom } from './head-room.ts';
import { TURN_RULE } from './pace.ts';
import { missingRights } from './permissions.ts';
import { isRegistered } from './registration.ts';

/** One thing that was looked at, and what to do about it where it is not well. */
export interface Finding {
  readonly isWell: boolean;
  readonly sentence: string;
}

/** Looks at the token, the intents, the commands, the limits and the rights in each server. @throws {PlatformFault} */
export async function examine(calls: Calls, application: string): Promise<readonly Finding[]> {
  const headRoom = watchHeadRoom(calls.rest);
  const known = await asked<APIApplication>(calls, '/applications/@me', 'asking who we are').catch(
    (fault) => fault,
  );
  if (known instanceof Error) return [{ isWell: false, sentence: tokenSentence(known.message) }];
  const gateway = await asked<APIGatewayBotInfo>(calls, Routes.gatewayBot(), 'asking the gateway');
  const guilds = await allGuilds(calls);
  const areRegistered = await isRegistered({ calls, application, guild: null });
  return [
    identityFinding(known, application),
    intentsFinding(known),
    commandsFinding(areRegistered),
    startFinding(gateway),
    headRoomFinding(headRoom()),
    ...guildFindings(guilds),
  ];
}

async function asked<Answer>(
  calls: Calls,
  route: string,
  doing: string,
  query: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  try {
    return (await calls.ask('GET', route, { doing, query, isRepeatable: true })) as Answer;
  } catch (cause) {
    throw faultIn(cause);
  }
}

/** Discord lists so many servers at a time. */
const PAGE = 200;

async function allGuilds(calls: Calls): Promise<RESTAPIPartialCurrentUserGuild[]> {
  const all: RESTAPIPartialCurrentUserGuild[] = [];
  let page = PAGE;
  while (page === PAGE) {
    const after = all.at(-1)?.id ?? '0';
    const query = { limit: String(PAGE), after };
    const more = await asked<typeof all>(calls, Routes.userGuilds(), 'listing servers', query);
    all.push(...more);
    page = more.length;
  }
  return all;
}

function tokenSentence(why: string): string {
  if (!why.includes('401'))
    return `${why}: look at the network, and at DISCORD_API_URL if it is set.`;
  return `${why}. Copy the token from the Bot page of the Developer Portal into DISCORD_TOKEN.`;
}

function identityFinding({ id, name }: APIApplication, application: string): Finding {
  const isWell = id === application;
  const sentence = isWell
    ? `The token is that of ${name} (${id}).`
    : `The token belongs to the application ${id}, the settings name ${application}: leave discord.applicationId out.`;
  return { isWell, sentence };
}

const PRIVILEGED: readonly (readonly [number, string])[] = [
  [ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited, 'Presence'],
  [
    ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
    'Server Members',
  ],
  [
    ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
    'Message Content',
  ],
];

function intentsFinding({ flags }: APIApplication): Finding {
  const open = PRIVILEGED.filter(([bits]) => (Number(flags) & bits) !== 0).map(([, name]) => name);
  const isWell = open.length === 0;
  const sentence = isWell
    ? 'The only intent asked for is GUILDS, which needs no leave; no privileged one is switched on.'
    : `Hypercall asks for the intent GUILDS alone: switch ${open.join(', ')} off on the Bot page of the Developer Portal.`;
  return { isWell, sentence };
}

function commandsFinding(isWell: boolean): Finding {
  const sentence = isWell
    ? 'The commands are registered as they are here.'
    : 'The commands differ from those registered: run `npm run hypercall -- discord register` (those of a single server are not looked at).';
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

function headRoomFinding({ answers, refused, narrowest }: HeadRoom): Finding {
  const isWell = refused === 0;
  const tightest = narrowest
    ? ` The narrowest limit that Discord named leaves ${narrowest.left} of ${narrowest.most} (${narrowest.of}).`
    : '';
  const { most } = TURN_RULE;
  const sentence = isWell
    ? `None of these ${answers} requests came too early; all processes together keep below ${most} a second.${tightest}`
    : `${refused} of these ${answers} requests came too early for Discord: is the token in use by another program?${tightest}`;
  return { isWell, sentence };
}

/** More servers than this are counted, not named; those that lack something are named in any case. */
const NAMED = 25;

function guildFindings(guilds: readonly RESTAPIPartialCurrentUserGuild[]): Finding[] {
  if (guilds.length === 0) {
    const sentence =
      'The bot is in no server: `npm run hypercall -- discord invite` prints the link.';
    return [{ isWell: false, sentence }];
  }
  const each = guilds.map(guildFinding);
  const lacking = each.filter(({ isWell }) => !isWell);
  if (guilds.length <= NAMED) return each;
  const well = `In ${guilds.length - lacking.length} of ${guilds.length} servers the bot has the rights that it needs, where no channel takes them back.`;
  return [{ isWell: true, sentence: well }, ...lacking];
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
