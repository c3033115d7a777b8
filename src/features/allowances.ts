import type { Intent } from '../chat/intent.ts';
import { type Allowance, take, UNTOUCHED } from '../core/allowance.ts';
import { type Instant, SECOND } from '../core/day.ts';

/** What may come in: of each member, of each command of a member, and of each community. */
export interface Allowances {
  readonly member: Allowance;
  readonly command: Allowance;
  readonly community: Allowance;
}

/** Far more than anybody does who reads what they are shown, and far less than what would slow others. */
export const USUAL_ALLOWANCES: Allowances = {
  member: { atOnce: 60, pause: SECOND / 2 },
  command: { atOnce: 30, pause: 2 * SECOND },
  community: { atOnce: 2_000, pause: 5 },
};

/** A member who is too fast is told so this often. */
const TELLING: Allowance = { atOnce: 1, pause: SECOND };

/** Allowances that are looked after at a time; those that are whole again are forgotten first. */
const KEPT = 20_000;

/** What a process decides of an intent before anything is asked for it. */
export type Admission =
  | { readonly kind: 'admitted' }
  /** Too fast; `isTold`: they heard so within the last second. The wait is in milliseconds. */
  | { readonly kind: 'too fast'; readonly wait: number; readonly isTold: boolean }
  /** Their whole community is too fast, for which they can do nothing. */
  | { readonly kind: 'crowded' };

/**
 * Holds each member, each command of a member and each community to its allowance. A member without one takes nothing
 * from the community's. It is kept in memory: each process counts what comes to it.
 */
export function createAdmission(
  allowances: Allowances,
): (intent: Intent, now: Instant) => Admission {
  const wholeAt = new Map<string, Instant>();

  function forget(now: Instant): void {
    for (const [name, at] of wholeAt) if (at <= now) wholeAt.delete(name);
    for (const name of wholeAt.keys()) {
      if (wholeAt.size < KEPT) return;
      wholeAt.delete(name);
    }
  }

  const look = (name: string, allowance: Allowance, now: Instant) =>
    take(allowance, wholeAt.get(name) ?? UNTOUCHED, now);

  function isFirst(name: string, now: Instant): boolean {
    const told = look(name, TELLING, now);
    wholeAt.set(name, told.wholeAt);
    return told.wait === 0;
  }

  return (intent, now) => {
    if (wholeAt.size >= KEPT) forget(now);
    const { community, member } = intent;
    const who = `${community} ${member}`;
    const own = [{ name: who, ...look(who, allowances.member, now) }];
    if (intent.kind === 'command') {
      const name = `${who} /${intent.command}`;
      own.push({ name, ...look(name, allowances.command, now) });
    }
    const wait = Math.max(...own.map((taken) => taken.wait));
    if (wait > 0) return { kind: 'too fast', wait, isTold: !isFirst(`${who} told`, now) };
    const all = look(community, allowances.community, now);
    if (all.wait > 0) return { kind: 'crowded' };
    for (const { name, wholeAt: at } of own) wholeAt.set(name, at);
    wholeAt.set(community, all.wholeAt);
    return { kind: 'admitted' };
  };
}
