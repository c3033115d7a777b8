import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { type Instant, SECOND } from '../../core/day.ts';
import type { Clock } from '../../ports/clock.ts';
import { type ClientsOptions, clientOptions } from './clients.ts';
import { httpLine } from './http-line.ts';
import type { Installations } from './installations.ts';
import type { Line } from './line.ts';
import type { Reception } from './reception.ts';
import { SCOPES } from './scopes.ts';
import { socketLine } from './socket-line.ts';

/** How deliveries come: over a socket that we open, or by requests to a port. */
export type Delivery =
  | { readonly kind: 'socket'; readonly appToken: string }
  | {
      readonly kind: 'http';
      readonly signingSecret: string;
      readonly port: number;
      readonly host: string;
    };

/** What an administrator needs to install the app in another workspace. */
interface OAuth {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the state that comes back with an installation. */
  readonly stateSecret: string;
  readonly installations: Installations;
  /** Where the browser is sent; absent: Slack's own page. */
  readonly authorizationUrl?: string;
}

export interface AppParts extends Omit<ClientsOptions, 'tokenOf'> {
  readonly delivery: Delivery;
  readonly oauth: OAuth | null;
  readonly clock: Clock;
  readonly reception: Reception;
  onHome(team: string, user: string): Promise<void>;
  /** The app was removed from a workspace or an organisation, or its token withdrawn. */
  onGone(team: string, at: Instant): Promise<void>;
  report(doing: string, cause: unknown): void;
  onFatal(sentence: string): void;
}

/** A Bolt app that hands everything over, and the line that it hangs on. */
export function makeLine(parts: AppParts): Line {
  const { delivery } = parts;
  if (delivery.kind === 'socket') {
    const receiver = socketReceiver(delivery.appToken, parts);
    listen(makeApp(receiver, parts), parts);
    return socketLine({ receiver, report: parts.report, onFatal: parts.onFatal });
  }
  const receiver = httpReceiver(parts);
  listen(makeApp(withoutInstaller(receiver), parts), parts);
  return httpLine({ receiver, clock: parts.clock, ...delivery });
}

function socketReceiver(appToken: string, parts: AppParts): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: parts.log,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(parts) },
  });
}

function httpReceiver({ log, oauth, ...parts }: AppParts): HTTPReceiver {
  const options = { signingSecret: '', signatureVerification: false, logger: log } as const;
  if (oauth === null) return new HTTPReceiver(options);
  const { installations: installationStore, authorizationUrl, ...secrets } = oauth;
  return new HTTPReceiver({
    ...options,
    ...secrets,
    installationStore,
    scopes: Object.keys(SCOPES),
    installerOptions: {
      directInstall: true,
      clientOptions: clientOptions({ ...parts, log }),
      ...(authorizationUrl === undefined ? {} : { authorizationUrl }),
    },
  });
}

/** Bolt would look up a token with it before it lets us acknowledge. */
function withoutInstaller(receiver: HTTPReceiver): Receiver {
  return { init: (app) => receiver.init(app), start: async () => {}, stop: async () => {} };
}

function makeApp(receiver: Receiver, parts: AppParts): App {
  const app = new App({
    receiver,
    // Nothing is looked up before the acknowledgement: tokens are ours to find, afterwards.
    authorize: async () => ({}),
    logger: parts.log,
    clientOptions: clientOptions(parts),
    convoStore: false,
    ignoreSelf: false,
  });
  app.error(async (cause) => parts.report('handling a delivery of Slack', cause));
  return app;
}

function listen(app: App, { reception, oauth, onHome, onGone, report }: AppParts): void {
  app.use(async ({ body, context, next }) => {
    const org = context.isEnterpriseInstall ? orgOf(body) : null;
    // Not awaited before the acknowledgement, and on its way to the store before anybody asks for a token.
    const noted = oauth && org ? oauth.installations.belongs(...org) : null;
    noted?.catch((cause) => report('noting the organisation of a workspace', cause));
    await next();
  });
  app.command(/.*/, ({ body, ack }) => reception.command(body, () => ack()));
  app.action({ type: 'block_actions' }, ({ body, ack }) => reception.action(body, () => ack()));
  app.shortcut(/.*/, ({ body, ack }) => reception.shortcut(body, () => ack()));
  app.view({ type: 'view_submission', callback_id: /.*/ }, async ({ body, ack }) => {
    if (body.type !== 'view_submission') return;
    await reception.form(body, (errors) => (errors ? ack(errors) : ack()));
  });
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab === 'home') await onHome(body.team_id, event.user);
  });
  app.event('app_uninstalled', ({ body }) => onGone(...goneIn(body)));
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await onGone(...goneIn(body));
  });
}

interface GoneEvent {
  readonly team_id: string;
  readonly enterprise_id?: string;
  readonly event_time: number;
}

function goneIn({ team_id, enterprise_id, event_time }: GoneEvent): [string, Instant] {
  return [team_id || (enterprise_id ?? ''), event_time * SECOND];
}

/** The workspace and the organisation that a payload names. */
function orgOf(body: object): readonly [string, string] | null {
  const { team, enterprise, team_id, enterprise_id } = body as {
    team?: { id?: string } | null;
    enterprise?: { id?: string } | null;
    team_id?: string;
    enterprise_id?: string;
  };
  const [teamId, orgId] = [team?.id ?? team_id, enterprise?.id ?? enterprise_id];
  return teamId && orgId ? [teamId, orgId] : null;
}
