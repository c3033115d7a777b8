import { webApi } from '@slack/bolt';
import { type Instant, MINUTE, SECOND } from '../../core/day.ts';
import { type ClientsOptions, clientOptions } from './clients.ts';
import { faultOf } from './errors.ts';

type IsThere = (team: string, at: Instant) => Promise<void>;

const FIRST_PAUSE = SECOND;
const LONGEST_PAUSE = MINUTE;

/** Which workspaces the app is installed in, and with what token. */
export interface Access {
  /** @param isThere hears which workspace has the app, where there is but one; later, where Slack is away now */
  open(isThere: IsThere): Promise<void>;
  /** The workspace whose community an event of `team` belongs to. */
  homeOf(team: string): string;
  /** Null where the app is not installed. @param expired a token that Slack no longer takes: it is exchanged first */
  tokenOf(team: string, expired?: string): Promise<string | null>;
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
  const client = new webApi.WebClient(botToken, clientOptions(options));

  async function askForHome(): Promise<string | null> {
    return (await client.auth.test()).team_id ?? null;
  }

  /** Until it is known, somebody of another workspace could not be told from one of this. */
  function askAgain(isThere: IsThere, failures: number): void {
    const wait = Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE);
    setTimeout(() => {
      askForHome().then(
        (team) => learn(team, isThere),
        () => askAgain(isThere, failures + 1),
      );
    }, wait).unref();
  }

  async function learn(team: string | null, isThere: IsThere): Promise<void> {
    home = team;
    if (team !== null) await isThere(team, options.clock.now());
  }

  return {
    async open(isThere) {
      try {
        await learn(await askForHome(), isThere);
      } catch (cause) {
        const fault = faultOf('auth.test', cause);
        if (fault.repeat === 'gone') {
          throw new Error(`${fault.message}. Then set SLACK_BOT_TOKEN.`, { cause });
        }
        options.report('asking Slack which workspace the token is for', fault);
        askAgain(isThere, 0);
      }
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
