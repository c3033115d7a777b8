import type { Settings } from '../settings/settings.ts';
import { Sentence } from './sentence.ts';

/** What a process does: hold the connections to the platforms, take jobs, find what is due. */
export type Role = 'gateway' | 'worker' | 'scheduler';

export const ALL_ROLES: ReadonlySet<Role> = new Set(['gateway', 'worker', 'scheduler']);

export function rolesOf(role: Settings['role']): ReadonlySet<Role> {
  return role === 'all' ? ALL_ROLES : new Set([role]);
}

/** The environment as `--role` changes it. @throws {Sentence} for other words */
export function withRole(env: NodeJS.ProcessEnv, words: readonly string[]): NodeJS.ProcessEnv {
  if (words.length === 0) return env;
  const [, role] = /^--role[= ](\S+)$/.exec(words.join(' ')) ?? [];
  if (role === undefined) {
    throw new Sentence(
      `${words.join(' ')} is no option: write --role and all, gateway, worker or scheduler.`,
    );
  }
  return { ...env, HYPERCALL_ROLE: role };
}

/** @throws {Sentence} where a process that does a part of the work could not meet the others */
export function refuseLonely({ role, redis }: Settings): void {
  if (role === 'all' || redis.url !== null) return;
  throw new Sentence(
    `A ${role} works with others through one Redis: set REDIS_URL, or run one process that does all.`,
  );
}
