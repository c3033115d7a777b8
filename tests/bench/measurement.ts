/** One line of a bench: a figure of ours beside the same figure of a baseline, taken in the same run. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Null where the bar is a plain number. */
  readonly baseline: number | null;
  readonly ratio: number | null;
  /** What the ratio or the value should reach. */
  readonly bar: string;
}

export interface Bench {
  readonly name: string;
  run(bed: TestBed): Promise<Measurement[]>;
}

/** What benches share: a real Redis of their own, by socket. */
export interface TestBed {
  readonly socket: string;
  /** Holds a fetched Redis, for the benches that start whole processes. */
  readonly binaries: string;
  readonly root: string;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function beside(
  name: string,
  value: number,
  unit: string,
  baseline: number,
  bar: string,
): Measurement {
  return { name, value, unit, baseline, ratio: value / baseline, bar };
}

export function alone(name: string, value: number, unit: string, bar: string): Measurement {
  return { name, value, unit, baseline: null, ratio: null, bar };
}

/** Runs `count` pieces of work, `inFlight` at a time. */
export async function inFlight(
  count: number,
  width: number,
  work: (at: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
}
