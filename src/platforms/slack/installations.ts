import {
  type Installation,
  type InstallationQuery,
  type InstallationStore,
  webApi,
} from '@slack/bolt';
import { HOUR, type Instant, SECOND } from '../../core/day.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Shelf } from '../../ports/shelf.ts';
import type { Access } from './access.ts';
import { type ClientsOptions, clientOptions } from './clients.ts';
import { faultOf } from './errors.ts';
import type { Seal } from './seal.ts';

/** Many workspaces, each installed by its own administrator; tokens lie sealed on the shelf. */
export interface Installations extends Access, InstallationStore {
  /** An organisation installed the app for all its workspaces: `team` is one of them. */
  belongs(team: string, enterprise: string): Promise<void>;
}

export interface InstallationsOptions extends Omit<ClientsOptions, 'tokenOf'> {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly shelf: Shelf;
  readonly seal: Seal;
  readonly clock: Clock;
  onInstalled(team: string, at: Instant): Promise<void>;
}

interface Kept {
  readonly installation: Installation;
  /** When the token came. */
  readonly since: Instant;
}

/** A token that lives shorter than this is exchanged for a new one. */
const RENEW_BEFORE = 2 * HOUR;
/** Longer than an exchange takes, the time-out of its call included. */
const EXCHANGE = 60 * SECOND;
const LOOK_AGAIN = 50;

const PURPOSE = 'slack installation';
const installAt = (id: string): string => `slack:install:${id}`;
const orgAt = (team: string): string => `slack:org-of:${team}`;

export function createInstallations(options: InstallationsOptions): Installations {
  const { shelf, seal, clock } = options;
  const exchanger = new webApi.WebClient(undefined, clientOptions(options));

  /** Workspaces of organisations that were told to be there: each delivery says so, and the installation does not. */
  const told = new Set<string>();

  async function readKept(id: string): Promise<Kept | null> {
    const sealed = await shelf.get(installAt(id));
    const text = sealed === null ? null : seal.open(sealed, PURPOSE);
    return text === null ? null : (JSON.parse(text) as Kept);
  }

  const read = async (id: string): Promise<Installation | null> =>
    (await readKept(id))?.installation ?? null;

  async function write(id: string, installation: Installation): Promise<void> {
    const kept: Kept = { installation, since: clock.now() };
    await shelf.put(installAt(id), seal.close(JSON.stringify(kept), PURPOSE));
  }

  async function idFor(team: string): Promise<string> {
    if ((await shelf.get(installAt(team))) !== null) return team;
    return (await shelf.get(orgAt(team))) ?? team;
  }

  const lifeOf = ({ bot }: Installation): number =>
    bot?.expiresAt === undefined ? Number.POSITIVE_INFINITY : bot.expiresAt * SECOND - clock.now();

  const isGood = (installation: Installation | null, expired?: string): boolean =>
    installation === null ||
    (lifeOf(installation) > RENEW_BEFORE && installation.bot?.token !== expired);

  /** A refresh token works once, so that of all processes one exchanges it and the others wait for what it got. */
  async function renewed(id: string, expired?: string): Promise<Installation | null> {
    const claim = await shelf.claim(`slack:renew:${id}`, EXCHANGE);
    if (claim === null) return renewedElsewhere(id, expired);
    try {
      const now = await read(id);
      return now === null || isGood(now, expired) ? now : await exchanged(id, now);
    } finally {
      await claim.release();
    }
  }

  /** The exchange may end the old token at once, so there is nothing to go on with before it is done. */
  async function renewedElsewhere(id: string, expired?: string): Promise<Installation | null> {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
    const now = await read(id);
    return isGood(now, expired) ? now : renewed(id, expired);
  }

  async function exchanged(id: string, old: Installation): Promise<Installation> {
    const { bot } = old;
    if (bot?.refreshToken === undefined) return old;
    const { clientId: client_id, clientSecret: client_secret } = options;
    try {
      const got = await exchanger.oauth.v2.access({
        client_id,
        client_secret,
        grant_type: 'refresh_token',
        refresh_token: bot.refreshToken,
      });
      const { access_token: token = '', refresh_token: refreshToken = '', expires_in = 0 } = got;
      const expiresAt = Math.floor(clock.now() / SECOND) + expires_in;
      const fresh = { ...old, bot: { ...bot, token, refreshToken, expiresAt } };
      await write(id, fresh);
      return fresh;
    } catch (cause) {
      if (lifeOf(old) > 0) return old;
      throw faultOf('oauth.v2.access', cause);
    }
  }

  return {
    open: async () => {},
    homeOf: (team) => team,
    async belongs(team, enterprise) {
      await shelf.put(orgAt(team), enterprise);
      if (told.has(team)) return;
      told.add(team);
      await options.onInstalled(team, clock.now());
    },
    async tokenOf(team, expired) {
      const id = await idFor(team);
      const known = await read(id);
      const now = isGood(known, expired) ? known : await renewed(id, expired);
      return now?.bot?.token ?? null;
    },
    async forget(team, at) {
      // Word of a removal can come late, even after the app was installed again.
      if (((await readKept(team))?.since ?? 0) > at + SECOND) return false;
      await shelf.remove(installAt(team));
      await shelf.remove(orgAt(team));
      told.clear();
      return true;
    },
    async storeInstallation(installation) {
      const id = idOf(installation);
      await write(id, installation as Installation);
      await options.onInstalled(id, clock.now());
    },
    async fetchInstallation(query) {
      const found = await read(idOfQuery(query));
      if (found === null) throw new Error('The app is not installed there.');
      return found;
    },
  };
}

function idOf({
  team,
  enterprise,
  isEnterpriseInstall,
}: Pick<Installation, 'team' | 'enterprise' | 'isEnterpriseInstall'>): string {
  const id = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (id) return id;
  throw new Error('Slack named neither a workspace nor an organisation for an installation.');
}

function idOfQuery({
  teamId,
  enterpriseId,
  isEnterpriseInstall,
}: InstallationQuery<boolean>): string {
  return (isEnterpriseInstall ? enterpriseId : teamId) ?? '';
}
