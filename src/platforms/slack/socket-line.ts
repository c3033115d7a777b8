import { type SocketModeReceiver, webApi } from '@slack/bolt';
import type { Line } from './line.ts';

interface SocketOptions {
  /** Made with `autoReconnectEnabled: false`: Bolt's own way back ends the process when a token was withdrawn. */
  readonly receiver: SocketModeReceiver;
  report(doing: string, cause: unknown): void;
  /** Told once, when no further attempt can help. */
  onFatal(sentence: string): void;
  /** The longest wait for Slack's greeting (ms). */
  readonly patience?: number;
}

const FATAL: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'user_removed_from_team',
  'team_disabled',
  'not_allowed_token_type',
  'missing_scope',
]);

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const PATIENCE = 15_000;
const FAREWELL = 2_000;

/** Deliveries over a socket that we opened; it is opened again as often as Slack closes it. */
export function socketLine({
  receiver,
  report,
  onFatal,
  patience = PATIENCE,
}: SocketOptions): Line {
  const { client } = receiver;
  let state: 'closed' | 'opening' | 'open' = 'closed';
  let isWanted = false;
  let pause: { readonly timer: NodeJS.Timeout; readonly over: () => void } | null = null;

  client.on('connected', () => {
    state = 'open';
  });
  client.on('disconnected', () => {
    const wasOpen = state === 'open';
    if (wasOpen) state = 'closed';
    if (isWanted && wasOpen) void keepOpen();
  });

  async function attempt(): Promise<void> {
    state = 'opening';
    const giveUp = setTimeout(() => void client.disconnect(), patience);
    try {
      await client.start();
    } catch (cause) {
      state = 'closed';
      throw cause;
    } finally {
      clearTimeout(giveUp);
    }
  }

  async function keepOpen(): Promise<void> {
    for (let failures = 0; isWanted && state === 'closed'; failures++) {
      if (failures > 0) await wait(Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE));
      if (isWanted && !(await reopened())) return;
    }
  }

  /** False where no further attempt can help. */
  async function reopened(): Promise<boolean> {
    try {
      await attempt();
    } catch (cause) {
      const sentence = fatalSentence(cause);
      if (sentence === null) report('opening the socket to Slack', cause);
      else onFatal(sentence);
      return sentence === null;
    }
    return true;
  }

  function wait(span: number): Promise<void> {
    return new Promise((resolve) => {
      // Not all at the same moment, where Slack closed many.
      const timer = setTimeout(resolve, span * (0.5 + Math.random() / 2));
      pause = { timer, over: resolve };
    });
  }

  return {
    isOpen: () => state === 'open',
    port: () => null,
    async open() {
      isWanted = true;
      try {
        await attempt();
      } catch (cause) {
        const sentence = fatalSentence(cause);
        if (sentence !== null) throw new Error(sentence, { cause });
        report('opening the socket to Slack', cause);
        void keepOpen();
      }
    },
    async close() {
      isWanted = false;
      if (pause) {
        clearTimeout(pause.timer);
        pause.over();
      }
      if (state === 'closed') return;
      state = 'closed';
      // A peer that is gone never completes the farewell.
      const limit = new Promise<void>((resolve) => setTimeout(resolve, FAREWELL).unref());
      await Promise.race([client.disconnect(), limit]);
    },
  };
}

/** Null where another attempt may help. */
function fatalSentence(cause: unknown): string | null {
  if (!(cause instanceof webApi.WebAPIPlatformError)) return null;
  const code = cause.data.error;
  if (!FATAL.has(code)) return null;
  return `Slack no longer accepts the app token (${code}): make a new one with the scope connections:write and set SLACK_APP_TOKEN.`;
}
