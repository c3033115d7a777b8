import type { types } from '@slack/bolt';
import { type CommandPath, commandsOn } from '../../chat/commands/index.ts';
import type { Intent, Locale } from '../../chat/intent.ts';
import { type Texts, textsFor } from '../../chat/texts/index.ts';
import { type Reply, type View, withoutCharts } from '../../chat/view.ts';
import type { Instant } from '../../core/day.ts';
import { channelId } from '../../core/ids.ts';
import { replyAddress, type Scene } from './addresses.ts';
import { IDS } from './ask.ts';
import type { Blocks } from './blocks.ts';
import type { Clients } from './clients.ts';
import { type Naming, viewAsTyped } from './command-names.ts';
import { mention, sent } from './draw.ts';
import { LIMITS } from './limits.ts';
import type { LocaleOf } from './locales.ts';
import { communityOf, memberOf } from './members.ts';
import { viewBlocks } from './render.ts';
import type { Seal } from './seal.ts';
import { plain } from './text.ts';
import { NO_PICTURES, type Pictures, type Uploads } from './uploads.ts';

/** What stands in the App Home: what these commands would say, as far as there are such commands. */
const PARTS: readonly string[] = ['today', 'streak', 'me stats', 'leaderboard', 'me reminders'];

/** The most blocks of one part, so that all of them find room. */
const PART = 18;

interface HomeOptions {
  readonly clients: Clients;
  readonly uploads: Uploads;
  readonly seal: Seal;
  readonly naming: Naming;
  readonly localeOf: LocaleOf;
  receive(intent: Intent): Promise<Reply>;
}

/** Draws a member's App Home anew. @throws {PlatformFault} */
export async function publishHome(
  { clients, uploads, seal, naming, localeOf, receive }: HomeOptions,
  team: string,
  user: string,
  now: Instant,
): Promise<void> {
  const locale = await localeOf(team, user);
  const scene: Scene = {
    team,
    user,
    userTeam: team,
    channel: user,
    thread: null,
    message: null,
    responseUrl: null,
    since: now,
    isHome: true,
    locale,
  };
  const replies = await Promise.all(
    partsOf().map((command) => receive(homeIntent(scene, command, locale, seal))),
  );
  // It is drawn at each visit: numbers stand there as text alone.
  const views = replies.flatMap((reply) =>
    reply.kind === 'view' ? [viewAsTyped(withoutCharts(reply.view) ?? reply.view, naming)] : [],
  );
  const drawn = await Promise.all(views.map((view) => uploads.pictures(team, view)));
  const pictures: Pictures = new Map(drawn.flatMap((each) => [...each]));
  const texts = textsFor(locale);
  const message = { text: '', blocks: homeBlocks(views, pictures, texts) };
  const inWords =
    pictures.size === 0 ? null : { text: '', blocks: homeBlocks(views, NO_PICTURES, texts) };
  const refused = (): void => uploads.forget(team, pictures);
  await sent({ message, inWords, refused }, ({ blocks }) =>
    clients.call(team, 'views.publish', (client) =>
      client.views.publish({ user_id: user, view: { type: 'home', blocks } }),
    ),
  );
}

function partsOf(): readonly CommandPath[] {
  const known = commandsOn('slack').map(({ path }) => path);
  return known
    .filter((path) => PARTS.includes(path))
    .sort((a, b) => PARTS.indexOf(a) - PARTS.indexOf(b));
}

function homeIntent(scene: Scene, command: CommandPath, locale: Locale, seal: Seal): Intent {
  return {
    kind: 'command',
    command,
    options: {},
    event: `home-${scene.user}-${scene.since}`.slice(0, 64),
    community: communityOf(scene.team),
    channel: channelId.of(scene.channel),
    member: memberOf(scene),
    organiser: false,
    locale,
    receivedAt: scene.since,
    replyTo: replyAddress(scene, seal),
    message: null,
  };
}

function homeBlocks(views: readonly View[], pictures: Pictures, texts: Texts): Blocks {
  const parts = views.flatMap((view): Blocks => {
    const blocks = viewBlocks(view, PART, mention, texts, pictures);
    return [...blocks, { type: 'divider' }];
  });
  return [...parts.slice(0, LIMITS.viewBlocks - 1), settingsBlock(texts.slack.buttons)];
}

/** What members change about themselves, as buttons: each is a command that they could type. */
function settingsBlock(buttons: Readonly<Record<string, string>>): types.ActionsBlock {
  const elements = Object.entries(buttons).map(
    ([line, label], at): types.Button => ({
      type: 'button',
      text: plain(label, LIMITS.buttonText),
      action_id: `${IDS.command}-${at}`,
      value: line,
    }),
  );
  return { type: 'actions', elements };
}
