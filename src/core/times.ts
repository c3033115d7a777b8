/** How often a time came, by steps of 5 %: however many there are, a few hundred steps hold them. */
export type Times = Map<number, number>;

const STEP = Math.log(1.05);

/** @param ms 0 or more */
export function timed(times: Times, ms: number): void {
  const step = Math.round(Math.log(Math.max(1, ms)) / STEP);
  times.set(step, (times.get(step) ?? 0) + 1);
}

/** The lower median in milliseconds, within 2.5 %; 0 for none. */
export function medianOf(times: Times): number {
  const steps = [...times].sort(([one], [other]) => one - other);
  const half = steps.reduce((sum, [, count]) => sum + count, 0) / 2;
  let before = 0;
  for (const [step, count] of steps) {
    before += count;
    if (before >= half) return Math.round(Math.exp(step * STEP));
  }
  return 0;
}
