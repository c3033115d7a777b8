import { webApi } from '@slack/bolt';
import type { Instant } from '../../core/day.ts';
import { type ClientsOptions, clientOptions } from './clients.ts';
import { faultOf } from './errors.ts';

/** Which workspaces the app is installed in, and with what token. */
export interface Access {
  /** The only workspace, where there is but one and it is known. */
  open(): Promise<string | null>;
  /** The workspace whose community an event of `team` belongs to. */
  homeOf(team: string): string;
  /** Null where the app is not installed. */
  tokenOf(team: string): Promise<string | null>;
  /** The app was removed, or its token withdrawn, at this time; false where a later installation stays. */
  forget(team: string, at: Instant): Promise<boolean>;
}

/** One workspace, by the token that its administrator copied. */
export function singleAccess(
  botToken: string,
  options: Omit<ClientsOptions, 'tokenOf'> & { report(doing: string, cause: unknown): void },
): Access {
  let home: string | null = null;
  let isRevoked = false;
  return {
    async open() {
      const client = new webApi.WebClient(botToken, clientOptions(options));
      try {
        home = (await client.auth.test()).team_id ?? null;
      } catch (cause) {
        const fault = faultOf('auth.test', cause);
        if (fault.repeat === 'gone') {
          throw new Error(`${fault.message} Then set SLACK_BOT_TOKEN.`, { cause });
        }
        options.report('asking Slack which workspace the token is for', fault);
      }
      return home;
    },
    homeOf: (team) => home ?? team,
    tokenOf: async (team) => (isRevoked || (home !== null && team !== home) ? null : botToken),
    async forget(team) {
      const isOurs = home === null || team === home;
      if (isOurs) isRevoked = true;
      return isOurs;
    },
  };
}
