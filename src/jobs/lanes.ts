import type { JobResult } from '../ports/queue.ts';

/**
 * Jobs of one lane run one after another, in the order of their coming; lanes run beside each other. So a tenant whose
 * platform hangs holds few of a worker's places, however much of it is due.
 */
export interface Lanes {
  /** Runs `work` when it is its turn. `again` where too many wait in this lane, or since the lanes are closed. */
  run(lane: string | null, work: () => Promise<JobResult>): Promise<JobResult>;
  /** Those who wait are sent away; those who run go on. */
  close(): void;
}

/** How many of one lane may be in a process: the one that runs and those behind it. */
const ROOM = 20;
/** Those who found no room come back no sooner (milliseconds), and one after another. */
const COME_BACK = 250;
const APART = 50;

interface Lane {
  readonly waiting: (() => void)[];
  /** When the last that found no room was told to come back, by the process's clock. */
  lastBack: number;
}

export function createLanes(room = ROOM): Lanes {
  const lanes = new Map<string, Lane>();
  let closed = false;

  async function turn(name: string): Promise<void> {
    const lane = lanes.get(name);
    if (lane) await new Promise<void>((next) => lane.waiting.push(next));
    else lanes.set(name, { waiting: [], lastBack: 0 });
  }

  function leave(name: string): void {
    const next = lanes.get(name)?.waiting.shift();
    if (next) next();
    else lanes.delete(name);
  }

  async function inTurn(name: string, work: () => Promise<JobResult>): Promise<JobResult> {
    await turn(name);
    try {
      return closed ? comeBack(0) : await work();
    } finally {
      leave(name);
    }
  }

  return {
    async run(name, work) {
      if (name === null) return work();
      if (closed) return comeBack(0);
      const lane = lanes.get(name);
      return lane && lane.waiting.length + 1 >= room ? laterIn(lane) : inTurn(name, work);
    },
    close() {
      closed = true;
      for (const { waiting } of lanes.values()) for (const next of waiting.splice(0)) next();
    },
  };
}

function comeBack(afterMs: number): JobResult {
  return { kind: 'again', afterMs };
}

function laterIn(lane: Lane): JobResult {
  const now = performance.now();
  lane.lastBack = Math.max(now + COME_BACK, lane.lastBack + APART);
  return comeBack(Math.round(lane.lastBack - now));
}
