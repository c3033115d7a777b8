import { type Logger, LogLevel } from '@slack/bolt';

export type SlackLog = Logger;

/** What the packages of Slack report, without what they write at lower levels: that holds tokens and addresses. */
export function slackLog(report: (doing: string, cause: unknown) => void): SlackLog {
  const quiet = (): void => {};
  const told = (...words: unknown[]): void =>
    report('talking to Slack', words.map((word) => withoutSecrets(String(word))).join(' '));
  return {
    debug: quiet,
    info: quiet,
    warn: told,
    error: told,
    setLevel: quiet,
    getLevel: () => LogLevel.WARN,
    setName: quiet,
  };
}

/** Tokens, and addresses that are as good as tokens. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/\bxox[a-z]-[\w-]+|\bxapp-[\w-]+|\bxoxe[.\w-]*/g, '(a token)')
    .replace(/\b(?:https?|wss?):\/\/\S+/g, '(an address)');
}
