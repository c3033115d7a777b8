/** A measure and its size in the smallest unit of its kind. */
export interface Unit {
  readonly kind: 'time' | 'bytes' | 'bits' | 'byte rate' | 'bit rate' | 'frequency' | 'share';
  readonly size: number;
}

const TIMES: readonly (readonly [size: number, names: string])[] = [
  [1, 'ns nanosecond nanoseconds nanosec'],
  [1e3, 'us μs µs microsecond microseconds microsec'],
  [1e6, 'ms msec msecs millisecond milliseconds millisec'],
  [1e9, 's sec secs second seconds'],
  [60e9, 'min mins minute minutes'],
  [3600e9, 'h hr hrs hour hours'],
];

const PREFIXES: readonly (readonly [prefix: string, name: string, size: number])[] = [
  ['', '', 1],
  ['k', 'kilo', 1e3],
  ['m', 'mega', 1e6],
  ['g', 'giga', 1e9],
  ['t', 'tera', 1e12],
  ['ki', 'kibi', 2 ** 10],
  ['mi', 'mebi', 2 ** 20],
  ['gi', 'gibi', 2 ** 30],
  ['ti', 'tebi', 2 ** 40],
];

const FREQUENCIES = PREFIXES.slice(0, 5);

/** Units by their lower-case names. */
const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...TIMES.flatMap(([size, names]) => named(names.split(' '), { kind: 'time', size })),
  ...PREFIXES.flatMap(([prefix, name, size]) => [
    ...named([`${prefix}b`, `${prefix}byte`, `${prefix}bytes`], { kind: 'bytes', size }),
    ...named([`${name}byte`, `${name}bytes`], { kind: 'bytes', size }),
    ...named([`${prefix}bit`, `${prefix}bits`, `${name}bit`, `${name}bits`], {
      kind: 'bits',
      size,
    }),
  ]),
  ...FREQUENCIES.flatMap(([prefix, name, size]) =>
    named([`${prefix}hz`, `${name}hertz`], { kind: 'frequency', size }),
  ),
  ...named(['%', 'percent', 'per cent', 'pct'], { kind: 'share', size: 1 }),
]);

function named(names: readonly string[], unit: Unit): (readonly [string, Unit])[] {
  return names.map((name) => [name, unit] as const);
}

/**
 * The unit that a text names, or null. Capitals make no difference, but in "Gb", "Mib": a small b behind a capital
 * is a bit.
 */
export function unitOf(written: string): Unit | null {
  const rate = /^(\S+?)(?:\/s|ps| per second)$/u.exec(written);
  const per = rate === null ? undefined : measureOf(rate[1] ?? '');
  if (per?.kind === 'bytes') return { kind: 'byte rate', size: per.size };
  if (per?.kind === 'bits') return { kind: 'bit rate', size: per.size };
  return measureOf(written) ?? null;
}

function measureOf(written: string): Unit | undefined {
  const measure = UNITS.get(written.toLowerCase());
  const isBit = measure?.kind === 'bytes' && /^[KMGT]i?b$/.test(written);
  return isBit ? { kind: 'bits', size: measure.size } : measure;
}
