import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { Instant } from '../../../src/core/day.ts';
import type { Clock } from '../../../src/ports/clock.ts';

/** The run's true time. It goes by at `pace`, unless nothing happens for a while. */
export interface TrueClock extends Clock {
  /** How many seconds go by in one of ours while questions are sent. */
  readonly pace: number;
  /** Time flies until `until`, and then goes by at `pace` again, whoever is asleep. */
  hurry(until: Instant): void;
  /** Time goes by at `pace` from now on. */
  calm(): void;
  /** The clock of one process is wrong by so much from now on (milliseconds). */
  putWrong(process: number, by: number): void;
  close(): void;
}

/** How fast time flies while nothing happens. */
const HURRY = 3_000;
/** Numbers in the file: five of {@link Anchor}, their sum, and then by how much each process is wrong. */
const HEAD = 6;
const BYTES = 8;

interface Anchor {
  readonly virtual: number;
  readonly real: number;
  readonly fast: number;
  readonly until: number;
  readonly slow: number;
}

function timeBy({ virtual, real, fast, until, slow }: Anchor): number {
  const gone = Date.now() - real;
  const flight = (until - virtual) / fast;
  return gone < flight ? virtual + gone * fast : until + (gone - flight) * slow;
}

/** Time in a file: a process that was stopped sees the right time at once, as on a real machine. */
export function trueClock(
  file: string,
  begin: Instant,
  pace: number,
  processes: number,
): TrueClock {
  const handle = openSync(file, 'w+');
  const begun = { virtual: begin, real: Date.now(), fast: HURRY, until: begin, slow: pace };
  let anchor: Anchor = begun;
  const write = (numbers: readonly number[], at: number): void => {
    writeSync(handle, new Float64Array(numbers), 0, numbers.length * BYTES, at * BYTES);
  };
  const runUntil = (until: Instant | null): void => {
    const virtual = timeBy(anchor);
    anchor = { ...begun, virtual, real: Date.now(), until: Math.max(virtual, until ?? virtual) };
    const { real, fast, slow } = anchor;
    const head = [virtual, real, fast, anchor.until, slow];
    write([...head, sumOf(head)], 0);
  };
  write(
    Array.from({ length: HEAD + processes }, () => 0),
    0,
  );
  runUntil(null);
  return {
    pace,
    now: () => Math.floor(timeBy(anchor)),
    hurry: runUntil,
    calm: () => runUntil(null),
    putWrong: (process, by) => write([by], HEAD + process),
    close: () => closeSync(handle),
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** The clock that a process of the run looks at, which may be wrong; `null`: the true one. */
export function clockOfProcess(file: string, process: number | null): Clock {
  const handle = openSync(file, 'r');
  const numbers = new Float64Array(HEAD + (process ?? 0) + 1);
  const read = (): Anchor => {
    for (;;) {
      readSync(handle, numbers, 0, numbers.byteLength, 0);
      const [virtual = 0, real = 0, fast = 0, until = 0, slow = 0, sum = 0] = numbers;
      // Written and read without a lock: a torn copy does not add up.
      if (sumOf([virtual, real, fast, until, slow]) === sum) {
        return { virtual, real, fast, until, slow };
      }
    }
  };
  return {
    now: () => Math.floor(timeBy(read()) + (process === null ? 0 : (numbers[HEAD + process] ?? 0))),
  };
}
