import { webApi } from '@slack/bolt';
import type { Clock } from '../../ports/clock.ts';
import { codeIn, faultOf } from './errors.ts';
import { SCOPES } from './scopes.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly isWell: boolean;
  readonly sentence: string;
}

export interface DoctorOptions {
  readonly botToken: string | null;
  readonly appToken: string | null;
  /** With which other workspaces install the app. */
  readonly client: { readonly id: string; readonly secret: string } | null;
  readonly apiUrl: string;
  readonly clock: Clock;
}

/** Requests that are further off than this are refused by Slack and by us (ms). */
const TOLERANCE = 300_000;
const TIMEOUT = 10_000;

/** Looks at the clock, the tokens, the scopes, the socket and the client. Never throws. */
export async function examineSlack(options: DoctorOptions): Promise<readonly Finding[]> {
  const { botToken, appToken, client } = options;
  return [
    await clockFinding(options),
    ...(botToken === null ? [] : await tokenFindings(botToken, options)),
    ...(appToken === null ? [] : [await socketFinding(appToken, options)]),
    ...(client === null ? [] : [await clientFinding(client, options)]),
  ];
}

const well = (sentence: string): Finding => ({ isWell: true, sentence });
const unwell = (sentence: string): Finding => ({ isWell: false, sentence });

function clientOf(token: string | undefined, { apiUrl }: DoctorOptions): webApi.WebClient {
  const retryConfig = { retries: 0 };
  const logLevel = webApi.LogLevel.ERROR;
  return new webApi.WebClient(token, {
    slackApiUrl: apiUrl,
    timeout: TIMEOUT,
    retryConfig,
    logLevel,
  });
}

async function clockFinding({ apiUrl, clock }: DoctorOptions): Promise<Finding> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    const { headers } = await fetch(`${apiUrl}api.test`, { method: 'POST', signal });
    const off = clock.now() - Date.parse(headers.get('date') ?? '');
    if (Number.isNaN(off)) return unwell('Slack did not say what time it is.');
    const seconds = Math.round(Math.abs(off) / 1_000);
    if (Math.abs(off) < TOLERANCE / 10)
      return well(`The clock agrees with Slack's to ${seconds} s.`);
    return unwell(
      `The clock is ${seconds} s off Slack's: set it by NTP, or deliveries are refused.`,
    );
  } catch {
    return unwell(`Slack cannot be reached at ${apiUrl}: check the network and SLACK_API_URL.`);
  }
}

async function tokenFindings(token: string, options: DoctorOptions): Promise<Finding[]> {
  try {
    const { team, team_id, response_metadata } = await clientOf(token, options).auth.test();
    const has = new Set(response_metadata?.scopes ?? []);
    const missing = Object.keys(SCOPES).filter((scope) => !has.has(scope));
    const scopes =
      missing.length === 0
        ? well('It has every scope that is needed.')
        : unwell(
            `It lacks ${missing.join(', ')}: install the app again from config/slack-manifest.yaml.`,
          );
    return [well(`The bot token is good for ${team ?? team_id}.`), scopes];
  } catch (cause) {
    return [unwell(`${faultOf('auth.test', cause).message}.`)];
  }
}

async function socketFinding(token: string, options: DoctorOptions): Promise<Finding> {
  try {
    await clientOf(token, options).apps.connections.open({});
    return well('The app token opens sockets.');
  } catch (cause) {
    return unwell(`${faultOf('apps.connections.open', cause).message}. Check SLACK_APP_TOKEN.`);
  }
}

/** Slack looks at the client before it looks at the code of an installation, and this one is none. */
async function clientFinding(
  { id, secret }: NonNullable<DoctorOptions['client']>,
  options: DoctorOptions,
): Promise<Finding> {
  const asked = { client_id: id, client_secret: secret, code: 'doctor' };
  try {
    await clientOf(undefined, options).oauth.v2.access(asked);
  } catch (cause) {
    const fault = faultOf('oauth.v2.access', cause);
    if (codeIn(fault) !== 'invalid_code') {
      return unwell(`${fault.message}. Check SLACK_CLIENT_ID and SLACK_CLIENT_SECRET.`);
    }
  }
  return well('The client id and secret are good: workspaces can install the app.');
}
