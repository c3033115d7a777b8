import { webApi } from '@slack/bolt';
import { PlatformFault } from '../../ports/platform.ts';

type Repeat = PlatformFault['repeat'];

/** What may be done after a refusal, and what mends it. */
interface Reaction {
  readonly repeat: Repeat;
  readonly advice: string;
  readonly afterMs?: number;
}

const MINUTE = 60_000;

/** Slack moves a workspace for hours. */
const MIGRATION: Reaction = {
  repeat: 'later',
  advice: 'the workspace is being moved into an organisation; it is tried again',
  afterMs: 15 * MINUTE,
};
const INVITE = gone('invite the bot to the channel with /invite');
const NO_CHANNEL = gone('the channel was deleted, or is private and the bot was never invited');
const ARCHIVED = gone('unarchive the channel or choose another');
const RESTRICTED = gone(
  'the rules of the workspace keep the bot from writing there; ask an administrator',
);
const INSTALL = gone('install the app in the workspace again');
const OURS: Reaction = {
  repeat: 'never',
  advice: 'this is a fault of Hypercall; please report it',
};
const AWAY: Reaction = { repeat: 'later', advice: 'Slack is busy; it is tried again' };
/** Slack says itself that some of it may have happened. */
const AMBIGUOUS: Reaction = { repeat: 'unknown', advice: 'Slack does not say whether it happened' };
const NO_MESSAGE: Reaction = { repeat: 'never', advice: 'the message is no longer there' };

function gone(advice: string): Reaction {
  return { repeat: 'gone', advice };
}

const REACTIONS: Readonly<Record<string, Reaction>> = {
  channel_not_found: NO_CHANNEL,
  is_archived: ARCHIVED,
  not_in_channel: INVITE,
  user_not_in_channel: { repeat: 'never', advice: 'the member has left the channel' },
  restricted_action: RESTRICTED,
  restricted_action_read_only_channel: RESTRICTED,
  restricted_action_thread_only_channel: RESTRICTED,
  restricted_action_non_threadable_channel: RESTRICTED,
  restricted_action_thread_locked: RESTRICTED,
  messages_tab_disabled: gone('turn on the Messages tab of the app'),
  ekm_access_denied: gone('an administrator has withdrawn the key of the workspace'),
  message_limit_exceeded: gone('the workspace has used up its messages'),
  account_inactive: INSTALL,
  token_revoked: INSTALL,
  invalid_auth: INSTALL,
  not_authed: INSTALL,
  token_expired: INSTALL,
  missing_scope: gone('install the app again with the scopes of config/slack-manifest.yaml'),
  app_access_restricted: INSTALL,
  team_access_not_granted: INSTALL,
  org_login_required: MIGRATION,
  team_added_to_org: MIGRATION,
  invalid_blocks: OURS,
  invalid_blocks_format: OURS,
  msg_blocks_too_long: OURS,
  msg_too_long: OURS,
  no_text: OURS,
  metadata_too_large: OURS,
  ratelimited: AWAY,
  rate_limited: AWAY,
  service_unavailable: AWAY,
  request_timeout: AWAY,
  fatal_error: AMBIGUOUS,
  internal_error: AMBIGUOUS,
  message_not_found: NO_MESSAGE,
  cant_update_message: NO_MESSAGE,
  edit_window_closed: NO_MESSAGE,
  cannot_dm_bot: { repeat: 'never', advice: 'this is a bot' },
  user_not_found: { repeat: 'never', advice: 'the member is no longer there' },
  user_disabled: { repeat: 'never', advice: 'the member is no longer active' },
};

/** Failures to connect: the request never left this machine. */
const NEVER_SENT =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)\b/;

/** Whether Slack refused what a message is made of, and so sent nothing. */
export function isAboutBlocks(cause: unknown): boolean {
  if (!(cause instanceof PlatformFault && cause.cause instanceof webApi.WebAPIPlatformError)) {
    return false;
  }
  return cause.cause.data.error === 'invalid_blocks';
}

/** What an error of a call to Slack means for a repeat, with its next step. */
export function faultOf(method: string, cause: unknown): PlatformFault {
  if (cause instanceof PlatformFault) return cause;
  if (cause instanceof webApi.WebAPIPlatformError) return refusal(method, cause.data.error, cause);
  if (cause instanceof webApi.WebAPIRateLimitedError) {
    return limited(method, cause.retryAfter * 1_000, cause);
  }
  if (cause instanceof webApi.WebAPIHTTPError) return statusFault(method, cause.statusCode, cause);
  const why = deepest(cause);
  if (/Retry header/.test(why)) return limited(method, MINUTE, cause);
  if (NEVER_SENT.test(why)) {
    const what = `Slack cannot be reached for ${method} (${why}); it is tried again`;
    return new PlatformFault(what, 'later', cause);
  }
  const what = `The answer of Slack to ${method} was lost (${why}): it may have happened`;
  return new PlatformFault(what, 'unknown', cause);
}

/** Slack's own code behind a fault; null where it gave none. */
export function codeIn({ cause }: PlatformFault): string | null {
  return cause instanceof webApi.WebAPIPlatformError ? cause.data.error : null;
}

function limited(method: string, afterMs: number, cause: unknown): PlatformFault {
  const what = `Slack asks to wait ${Math.ceil(afterMs / 1_000)} s before ${method} is called again`;
  return new PlatformFault(what, 'later', cause, afterMs);
}

function refusal(method: string, code: string, cause: unknown): PlatformFault {
  // Not a code but the text of a broken answer: nobody knows what came of the call.
  if (!/^[a-z0-9_]{2,60}$/.test(code)) {
    return new PlatformFault(
      `Slack answered ${method} with something unreadable`,
      'unknown',
      cause,
    );
  }
  const { repeat, advice, afterMs } = reactionTo(code);
  return new PlatformFault(
    `Slack refused ${method} (${code}): ${advice}`,
    repeat,
    cause,
    afterMs ?? null,
  );
}

function reactionTo(code: string): Reaction {
  const known = Object.hasOwn(REACTIONS, code) ? REACTIONS[code] : undefined;
  if (known) return known;
  return code.startsWith('restricted_action')
    ? RESTRICTED
    : { repeat: 'never', advice: 'see https://docs.slack.dev for this code' };
}

function statusFault(method: string, status: number, cause: unknown): PlatformFault {
  const repeat = status >= 500 || status === 408 ? 'unknown' : 'never';
  const may = repeat === 'unknown' ? ': it may have happened' : '';
  return new PlatformFault(`Slack answered ${method} with HTTP ${status}${may}`, repeat, cause);
}

/** The codes and messages of an error and of those behind it. */
function deepest(cause: unknown): string {
  const parts: string[] = [];
  for (let each = cause, depth = 0; each instanceof Error && depth < 5; depth++) {
    const { code } = each as NodeJS.ErrnoException;
    parts.push(typeof code === 'string' && !code.startsWith('slack_') ? code : each.message);
    each = each instanceof webApi.WebAPIRequestError ? each.original : each.cause;
  }
  return parts.at(-1) ?? String(cause);
}
