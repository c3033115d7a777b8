import type { Locale } from '../../chat/intent.ts';
import { type Texts, textsFor } from '../../chat/texts/index.ts';
import type { Instant } from '../../core/day.ts';
import type { DrawChart } from '../../ports/charts.ts';
import type { Clock } from '../../ports/clock.ts';
import { type Platform, PlatformFault } from '../../ports/platform.ts';
import type { Shelf } from '../../ports/shelf.ts';
import { singleAccess } from './access.ts';
import { type Scene, sceneAt } from './addresses.ts';
import { type Delivery, makeLine } from './app.ts';
import { createBudget } from './budget.ts';
import { createClients } from './clients.ts';
import { namingWith } from './command-names.ts';
import { drawWith } from './draw.ts';
import { drawingsWith, type PictureSource } from './drawings.ts';
import { publishHome } from './home.ts';
import { createInbox } from './inbox.ts';
import { createInstallations } from './installations.ts';
import { slackLog } from './log.ts';
import { communityOf, teamOf, userOf } from './members.ts';
import { createPeople } from './people.ts';
import { createPosts } from './posts.ts';
import { createReception } from './reception.ts';
import { createReplies } from './replies.ts';
import { createResponseUrls } from './response-url.ts';
import { sealWith } from './seal.ts';
import { createUploads } from './uploads.ts';

export interface SlackOptions {
  readonly delivery: Delivery;
  readonly workspaces:
    | { readonly kind: 'one'; readonly botToken: string }
    | {
        readonly kind: 'many';
        readonly clientId: string;
        readonly clientSecret: string;
        readonly stateSecret: string;
        readonly authorizationUrl?: string;
      };
  /** Shared by all processes: which events were taken, and the installations. */
  readonly shelf: Shelf;
  /** 32 bytes that seal tokens and reply addresses; the same in all processes. */
  readonly sealingKey: Uint8Array;
  /** Stands before the names of commands where a workspace uses them already; may be empty. */
  readonly prefix: string;
  /** Ends with `/api/`. */
  readonly apiUrl: string;
  /** The language around what it shows; absent: English. */
  readonly locale?: Locale;
  readonly clock: Clock;
  readonly picture: PictureSource;
  /** Null: numbers are not drawn. */
  readonly chart: DrawChart | null;
  /** The longest wait for an answer of Slack; absent: 10 s. */
  readonly timeout?: number;
  report(doing: string, cause: unknown): void;
  /** Told once when Slack will never accept our token again: what is wrong and what to do. */
  onFatal(sentence: string): void;
}

/** Slack as a platform, and where it listens. */
export interface SlackPlatform extends Platform {
  /** The port of deliveries by HTTP; null for a socket or before the start. */
  port(): number | null;
}

const TIMEOUT = 10_000;

export function slackPlatform(options: SlackOptions): SlackPlatform {
  const { clock, shelf, apiUrl, report, workspaces, timeout = TIMEOUT, locale = 'en' } = options;
  const calls = { apiUrl, timeout, clock, log: slackLog(report), report };
  const seal = sealWith(options.sealingKey);
  let heed: Parameters<Platform['start']>[1];
  async function tellOf(team: string, isThere: boolean, at: Instant): Promise<void> {
    await heed?.({ community: communityOf(team), isThere, at });
  }
  const isThere = (team: string, at: Instant): Promise<void> => tellOf(team, true, at);
  const installations =
    workspaces.kind === 'many'
      ? createInstallations({ ...calls, ...workspaces, shelf, seal, onInstalled: isThere })
      : null;
  const access = installations ?? singleAccess(tokenOf(workspaces), calls);
  const clients = createClients({ ...calls, tokenOf: access.tokenOf });
  const people = createPeople({ clients, clock, report });
  const drawingsOf = drawingsWith({ ...options, namesOf: people.namesOf });
  const uploads = createUploads({ clients, clock, apiUrl, timeout, drawingsOf, report });
  const naming = namingWith(options.prefix);
  const textsIn = ({ locale: theirs }: Pick<Scene, 'locale'>): Texts => textsFor(theirs ?? locale);
  const draw = drawWith({ people, uploads, naming, texts: textsFor(locale) });
  const urls = createResponseUrls({ clock, apiUrl, timeout });
  const { localeOf } = people;
  const replies = createReplies({ clients, urls, draw, uploads, textsIn, localeOf, report });
  const inbox = createInbox();
  const { receive } = inbox;
  const { homeOf } = access;
  const home = (team: string, user: string): Promise<void> =>
    publishHome(
      { clients, uploads, seal, naming, localeOf, receive },
      team,
      user,
      clock.now(),
    ).catch((cause) => report('drawing an App Home', cause));
  const refresh = async ({ isHome, team, user }: Scene): Promise<void> => {
    if (isHome) await home(team, user);
  };
  const { prefix } = options;
  const reception = inbox.guarded(
    createReception({
      textsIn,
      naming,
      clients,
      people,
      replies,
      shelf,
      seal,
      clock,
      prefix,
      homeOf,
      receive,
      refresh,
      report,
    }),
  );
  const line = makeLine({
    ...calls,
    delivery: options.delivery,
    oauth: installations && workspaces.kind === 'many' ? { ...workspaces, installations } : null,
    reception,
    onFatal: options.onFatal,
    onGone: (team, at) =>
      inbox.track(
        access.forget(team, at).then(
          (isGone) => (isGone ? tellOf(team, false, at) : undefined),
          (cause) => report('forgetting a workspace', cause),
        ),
      ),
    onHome: (team, user) => inbox.track(home(homeOf(team), user)),
  });
  return {
    name: 'slack',
    // Slack has no key that turns a second post into the first.
    remembersKeysFor: 0,
    isService: true,
    editsQuietly: true,
    isReachable: line.isOpen,
    port: line.port,
    async start(handler, heeding) {
      heed = heeding;
      await access.open(isThere);
      inbox.open(handler);
      await line.open();
    },
    async stop() {
      inbox.close();
      await line.close();
      await inbox.settled();
    },
    ...createPosts({ clients, budget: createBudget({ shelf, clock, report }), draw, clock }),
    async reply(to, view, seenBy) {
      const scene = sceneAt(to, seal);
      if (!scene) throw new PlatformFault('This is no reply address of ours', 'never');
      await replies.reply(scene, view, seenBy);
      await refresh(scene);
    },
    async knows(community, member) {
      if (member === null) return people.knows(teamOf(community), null);
      const user = userOf(member);
      return user === null ? 'gone' : people.knows(teamOf(community), user);
    },
    async tell(community, member, view) {
      const [team, user] = [teamOf(community), userOf(member)];
      if (user === null) throw new PlatformFault(`${member} is no member of Slack`, 'never');
      await replies.direct(team, user, view);
    },
  };
}

function tokenOf(workspaces: SlackOptions['workspaces']): string {
  return workspaces.kind === 'one' ? workspaces.botToken : '';
}
