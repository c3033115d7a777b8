/** What the streak rules make of a member's credited rounds: a second opinion, round by round. */
export interface RunModel {
  readonly current: number;
  readonly longest: number;
  readonly last: number;
  readonly credited: number;
  readonly freezes: number;
}

export const NO_RUN: RunModel = { current: 0, longest: 0, last: 0, credited: 0, freezes: 0 };

const ROUNDS_FOR_A_FREEZE = 7;
const FREEZES_HELD = 2;

/** @param spared rounds whose misses do not count */
export function runOf(rounds: ReadonlySet<number>, spared: ReadonlySet<number> = new Set()) {
  let run: RunModel = NO_RUN;
  let misses = 0;
  for (let round = 1; round <= Math.max(0, ...rounds); round++) {
    if (rounds.has(round)) {
      run = credited(run, round, misses);
      misses = 0;
    } else if (!spared.has(round)) {
      misses += 1;
    }
  }
  return run;
}

function credited(run: RunModel, round: number, misses: number): RunModel {
  const goesOn = run.current > 0 && misses <= run.freezes;
  const current = goesOn ? run.current + 1 : 1;
  const count = run.credited + 1;
  const earned = count % ROUNDS_FOR_A_FREEZE === 0 ? 1 : 0;
  const kept = goesOn ? run.freezes - misses : run.freezes;
  return {
    current,
    longest: Math.max(run.longest, current),
    last: round,
    credited: count,
    freezes: Math.min(FREEZES_HELD, kept + earned),
  };
}
