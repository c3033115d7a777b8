import { type CommandPath, commandsOn } from '../../chat/commands/index.ts';
import type { Intent } from '../../chat/intent.ts';
import { textsFor } from '../../chat/texts/index.ts';
import type { Reply } from '../../chat/view.ts';
import type { Instant } from '../../core/day.ts';
import { channelId } from '../../core/ids.ts';
import { replyAddress, type Scene } from './addresses.ts';
import type { Blocks } from './blocks.ts';
import type { Clients } from './clients.ts';
import { mention } from './draw.ts';
import { LIMITS } from './limits.ts';
import { communityOf, memberOf } from './members.ts';
import { viewBlocks } from './render.ts';
import type { Seal } from './seal.ts';
import { NO_PICTURES } from './uploads.ts';

/** What stands in the App Home: what these commands would say, as far as there are such commands. */
const PARTS: readonly string[] = ['streak', 'review', 'me stats', 'leaderboard'];

interface HomeOptions {
  readonly clients: Clients;
  readonly seal: Seal;
  receive(intent: Intent): Promise<Reply>;
}

/** Draws a member's App Home anew. @throws {PlatformFault} */
export async function publishHome(
  { clients, seal, receive }: HomeOptions,
  team: string,
  user: string,
  now: Instant,
): Promise<void> {
  const scene: Scene = {
    team,
    user,
    userTeam: team,
    channel: user,
    thread: null,
    message: null,
    responseUrl: null,
    since: now,
  };
  const replies = await Promise.all(
    partsOf().map((command) => receive(homeIntent(scene, command, seal))),
  );
  const blocks = replies.flatMap(partBlocks).slice(0, LIMITS.viewBlocks);
  await clients.call(team, 'views.publish', (client) =>
    client.views.publish({ user_id: user, view: { type: 'home', blocks } }),
  );
}

function partsOf(): readonly CommandPath[] {
  const known = commandsOn('slack').map(({ path }) => path);
  return known
    .filter((path) => PARTS.includes(path))
    .sort((a, b) => PARTS.indexOf(a) - PARTS.indexOf(b));
}

function homeIntent(scene: Scene, command: CommandPath, seal: Seal): Intent {
  return {
    kind: 'command',
    command,
    options: {},
    event: `home-${scene.user}-${scene.since}`.slice(0, 64),
    community: communityOf(scene.team),
    channel: channelId.of(scene.channel),
    member: memberOf(scene),
    organiser: false,
    locale: 'en',
    receivedAt: scene.since,
    replyTo: replyAddress(scene, seal),
    message: null,
  };
}

function partBlocks(reply: Reply): Blocks {
  if (reply.kind !== 'view') return [];
  return [...viewBlocks(reply.view, 30, mention, textsFor('en'), NO_PICTURES), { type: 'divider' }];
}
