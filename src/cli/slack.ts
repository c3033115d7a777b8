import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SlackOptions } from '../platforms/slack/index.ts';
import type { Platform } from '../ports/platform.ts';
import type { Settings } from '../settings/settings.ts';
import type { RedisTarget } from '../store/connection.ts';
import { openShelf } from './open-shelf.ts';
import { Sentence } from './sentence.ts';
import { readSettings } from './settings.ts';

/** Slack's libraries are large: they are loaded where they are needed. */
const parts = async () => ({
  ...(await import('../platforms/slack/index.ts')),
  ...(await import('../platforms/slack/doctor.ts')),
  ...(await import('../platforms/slack/manifest.ts')),
});

/** A platform and what has to be let go of after it. */
export interface OpenPlatform {
  readonly platform: Platform;
  close(): Promise<void>;
}

type Given = Pick<SlackOptions, 'clock' | 'report' | 'onFatal' | 'picture' | 'chart'>;

/** Slack as the settings say; null where they name neither a token nor a client. @throws {Sentence} */
export async function openSlack(
  settings: Settings,
  redis: RedisTarget,
  given: Given,
): Promise<OpenPlatform | null> {
  const { slack } = settings;
  if (slack.botToken === null && slack.clientId === null) return null;
  const sealingKey = sealingKeyOf(settings);
  const [delivery, workspaces] = [deliveryOf(settings), workspacesOf(settings, sealingKey)];
  const { slackPlatform } = await parts();
  const { shelf, close } = await openShelf(settings, redis, 'Slack', given.report);
  const { prefix, apiUrl } = slack;
  const platform = slackPlatform({
    ...given,
    delivery,
    workspaces,
    shelf,
    sealingKey,
    prefix,
    apiUrl,
    locale: settings.language,
  });
  return { platform, close };
}

function deliveryOf({ slack }: Settings): SlackOptions['delivery'] {
  const { appToken, signingSecret, port, host, botToken } = slack;
  if (appToken !== null && botToken !== null) return { kind: 'socket', appToken };
  if (signingSecret !== null) return { kind: 'http', signingSecret, port, host };
  throw new Sentence(
    botToken === null
      ? 'Slack with many workspaces works by HTTP: set SLACK_SIGNING_SECRET.'
      : 'Slack has a bot token and no way in: set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.',
  );
}

function workspacesOf({ slack }: Settings, key: Uint8Array): SlackOptions['workspaces'] {
  const { botToken, clientId, clientSecret } = slack;
  if (botToken !== null) return { kind: 'one', botToken };
  if (clientId === null || clientSecret === null) {
    throw new Sentence('Slack has a client id and no secret: set SLACK_CLIENT_SECRET.');
  }
  const stateSecret = createHmac('sha256', key).update('oauth state').digest('hex');
  return { kind: 'many', clientId, clientSecret, stateSecret };
}

/** Of the settings, or one of our own that stays in the folder. */
function sealingKeyOf({ slack, folder }: Settings): Uint8Array {
  if (slack.key !== null) return Buffer.from(slack.key, 'hex');
  const file = join(folder, 'slack.key');
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length === 32) return key;
  throw new Sentence(
    `${file} is damaged: restore it, or delete it and install the Slack app again.`,
  );
}

/** `slack manifest [address]` and `slack doctor`. */
export async function slackOrder([order, address]: readonly string[]): Promise<string> {
  const settings = readSettings(process.env);
  if (order === 'manifest') {
    const { manifest } = await parts();
    return manifest({ prefix: settings.slack.prefix, address: address ?? null });
  }
  if (order === 'doctor') return doctor(settings);
  throw new Sentence(
    'Write `slack manifest`, `slack manifest https://your.host` or `slack doctor`.',
  );
}

async function doctor({ slack }: Settings): Promise<string> {
  const { botToken, appToken, apiUrl, clientId: id, clientSecret: secret } = slack;
  const client = id === null || secret === null ? null : { id, secret };
  const clock = { now: () => Date.now() };
  const { examineSlack } = await parts();
  const findings = await examineSlack({ botToken, appToken, client, apiUrl, clock });
  const lines = findings.map(({ isWell, sentence }) => `${isWell ? '✓' : '✗'} ${sentence}\n`);
  if (botToken === null && slack.clientId === null) lines.push('✗ No SLACK_BOT_TOKEN is set.\n');
  const text = lines.join('');
  if (text.includes('✗')) throw new Sentence(text.trimEnd());
  return text;
}
