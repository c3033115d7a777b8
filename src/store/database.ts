import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ChainableCommander, Cluster, Redis } from 'ioredis';
import type { CommunityId } from '../core/ids.ts';
import { StoreAway } from '../ports/store.ts';

/** A Lua script beside its name; each file under `scripts/` says in one sentence what it decides. */
export interface Script {
  readonly source: string;
  readonly sha: string;
}

/** Reads `scripts/<name>.lua` behind the functions of `scripts/fragments/` that it calls, from the sources and from the build alike. */
export function scriptNamed(name: string, ...fragments: readonly string[]): Script {
  const files = [...fragments.map((fragment) => `fragments/${fragment}`), name];
  const source = files.map(sourceOf).join('\n');
  return { source, sha: createHash('sha1').update(source).digest('hex') };
}

function sourceOf(file: string): string {
  return readFileSync(new URL(`../../src/store/scripts/${file}.lua`, import.meta.url), 'utf8');
}

/** One run of a script: all keys of one community. */
export interface Call {
  readonly keys: readonly string[];
  readonly args: readonly (string | number)[];
}

/** One Redis, with the only function that makes keys and the only place that judges its errors. */
export interface Database {
  /** Every key of a community carries the same hash tag, so that one script can touch them all. */
  key(community: CommunityId, ...parts: readonly string[]): string;
  /** Communities by their earliest due time; outside all tags. */
  readonly wakeKey: string;
  /** The mark of this life of the store. */
  readonly epochKey: string;
  /** Signs of life by platform. */
  readonly beatsKey: string;
  outagesKey(platform: string): string;
  /** Runs commands; whatever means "not reachable" becomes {@link StoreAway}. */
  ask<Result>(command: (redis: Redis | Cluster) => Promise<Result>): Promise<Result>;
  /** Runs commands of one community in one round trip and throws the first error among them. */
  askAll(commands: (pipeline: ChainableCommander) => ChainableCommander): Promise<unknown[]>;
  run(
    script: Script,
    keys: readonly string[],
    args: readonly (string | number)[],
  ): Promise<unknown>;
  /**
   * Runs a script once for each, of any communities, in one round trip where one server holds them all; the replies in
   * that order. Throws the first error among them, the others having run.
   */
  runEach(script: Script, calls: readonly Call[]): Promise<unknown[]>;
}

/** Replies of a server that is up but cannot serve now. */
const NOT_NOW = /^(LOADING|BUSY|OOM|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|NOREPLICAS|MISCONF)\b/;

function orAway(error: unknown): never {
  const reply = error instanceof Error && error.name === 'ReplyError';
  if (reply && !NOT_NOW.test(error.message)) throw error;
  throw new StoreAway(error);
}

type Outcome = [error: Error | null, reply: unknown];

const isUnknownScript = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('NOSCRIPT');

export function openDatabase(redis: Redis | Cluster, prefix: string): Database {
  const ask: Database['ask'] = (command) => command(redis).catch(orAway);
  const run: Database['run'] = (script, keys, args) =>
    ask(async () => {
      try {
        return await redis.evalsha(script.sha, keys.length, ...keys, ...args);
      } catch (error) {
        if (!isUnknownScript(error)) throw error;
        return redis.eval(script.source, keys.length, ...keys, ...args);
      }
    });

  async function runTogether({ sha }: Script, calls: readonly Call[]): Promise<Outcome[]> {
    const pipeline = redis.pipeline();
    for (const { keys, args } of calls) pipeline.evalsha(sha, keys.length, ...keys, ...args);
    return (await ask(() => pipeline.exec())) ?? [];
  }

  return {
    ask,
    key: (community, ...parts) => `${prefix}:{${community}}:${parts.join(':')}`,
    wakeKey: `${prefix}:wake`,
    epochKey: `${prefix}:epoch`,
    beatsKey: `${prefix}:beats`,
    outagesKey: (platform) => `${prefix}:outages:${platform}`,
    async askAll(commands) {
      const replies = await ask(() => commands(redis.pipeline()).exec());
      return (replies ?? []).map(([error, reply]) => (error ? orAway(error) : reply));
    },
    run,
    async runEach(script, calls) {
      // A Cluster takes a pipeline for one of its nodes only.
      if (redis.isCluster) {
        const runs = calls.map(({ keys, args }) => run(script, keys, args));
        await Promise.allSettled(runs);
        return Promise.all(runs);
      }
      let outcomes = await runTogether(script, calls);
      if (outcomes.some(([error]) => isUnknownScript(error))) {
        await ask(() => redis.script('LOAD', script.source));
        outcomes = await runTogether(script, calls);
      }
      return outcomes.map(([error, reply]) => (error ? orAway(error) : reply));
    },
  };
}
