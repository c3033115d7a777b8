import type { Locale } from '../../chat/intent.ts';
import { HOUR, MINUTE } from '../../core/day.ts';
import type { Clock } from '../../ports/clock.ts';

/** The language of a member. Never throws. */
export type LocaleOf = (team: string, user: string) => Promise<Locale>;

interface LocalesOptions {
  readonly clock: Clock;
  /** Asks Slack. */
  ask(team: string, user: string): Promise<Locale>;
}

/** How long a language is believed: people change theirs rarely. */
const FRESH = 24 * HOUR;
const KEPT = 50_000;
/** Questions to Slack within a minute, for one workspace: the rest of what it allows is for those who may do what. */
const ALLOWANCE = 30;
/** The longest that an answer waits for its language (ms). */
const PATIENCE = 1_000;
const UNKNOWN: Locale = 'en';

/** Languages of members, asked for sparingly: where it is not known soon, members read English. */
export function createLocales({ clock, ask }: LocalesOptions): LocaleOf {
  const known = new Map<string, { readonly until: number; readonly locale: Locale }>();
  const asked = new Map<string, { readonly since: number; count: number }>();

  function mayAsk(team: string): boolean {
    const now = clock.now();
    const before = asked.get(team);
    const current = before && now - before.since < MINUTE ? before : { since: now, count: 0 };
    asked.set(team, current);
    current.count += 1;
    return current.count <= ALLOWANCE;
  }

  function keep(name: string, locale: Locale): Locale {
    known.delete(name);
    known.set(name, { until: clock.now() + FRESH, locale });
    for (const oldest of known.keys()) {
      if (known.size <= KEPT) break;
      known.delete(oldest);
    }
    return locale;
  }

  return async (team, user) => {
    const name = `${team} ${user}`;
    const found = known.get(name);
    if (found && found.until > clock.now()) return found.locale;
    if (!mayAsk(team)) return UNKNOWN;
    const answer = ask(team, user).then(
      (locale) => keep(name, locale),
      () => UNKNOWN,
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Locale>((resolve) => {
      timer = setTimeout(() => resolve(UNKNOWN), PATIENCE);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  };
}
