import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeNumber } from '../../../src/core/wording/number.ts';
import { always } from '../core/made-up.ts';

type Verdict = 'right' | 'wrong' | 'unreadable';

function grade(value: number, typed: string, unit: string | null = null, tolerance = 0): Verdict {
  return gradeNumber({ value, tolerance, unit }, typed);
}

type Row = readonly [value: number, typed: string, unit?: string | null, tolerance?: number];

function holds(verdict: Verdict, rows: readonly Row[]): void {
  it.each(rows.map((row) => ({ row })))(
    `$row is ${verdict}`,
    ({ row: [value, typed, unit, tolerance] }) => {
      expect(grade(value, typed, unit, tolerance)).toBe(verdict);
    },
  );
}

describe('a bare number', () => {
  holds('right', [
    [24, '24'],
    [24, ' 24.0 '],
    [24, '24,0'],
    [24, '24.'],
    [24, '+24'],
    [24, '２４'],
    [24, 'it is about 24, I think'],
    [24, 'x = 24'],
    [24, '24 memory accesses'],
    [-1, '−1'],
    [0.25, '.25'],
    [0.25, '1/4'],
    [0.25, '¼'],
    [4.5, '4½'],
    [4.5, '4 1/2'],
    [4.5, '9/2'],
    [0, '0'],
    [0, '-0'],
    [0, 'none'],
    [4, 'four'],
    [220_000, '220k'],
    [220_000, '2.2e5'],
    [220_000, '2.2 × 10^5'],
    [1_000_000, '1 million'],
  ]);
  holds('wrong', [
    [24, '25'],
    [24, '2.4'],
    [24, '-24'],
    [24, '24 ms'],
    [24, '24 %'],
    [24, '24 or more'],
    [0, '1'],
    [0, '0.001'],
    [1e9, '1000000001'],
    [5, 'five hundred'],
  ]);
  holds('unreadable', [
    [24, ''],
    [24, 'many'],
    [24, '24 or 25'],
    [24, '24-25'],
    [24, '2 4'],
    [24, '20 + 4'],
    [24, '> 24'],
    [24, '24 ± 1'],
    [24, '6*4'],
    [24, '0x18'],
    [24, '2²'],
    [24, '24/0'],
    [24, 'NaN'],
    [24, 'Infinity'],
    [24, '∞'],
    [24, '1e999'],
    [24, '9'.repeat(400)],
    [24, '1..024'],
    [24, '1,02,4'],
  ]);
});

describe('a sign between thousands', () => {
  holds('right', [
    [1024, '1,024'],
    [1024, '1.024'],
    [1024, '1 024'],
    [1024, "1'024"],
    [1024, '1,024.00'],
    [1024, '1.024,0'],
    [1_234_567, '1,234,567'],
    [1_234_567, '1.234.567'],
    [1.202, '1.202'],
    [1.202, '1,202'],
    [0.375, '0,375'],
    [3, '3.000'],
  ]);
  holds('wrong', [
    [1024, '1.24'],
    [1024, '10,24'],
    [1.202, '1202'],
    [3, '3,000'],
    [31.25, '31,250'],
    [63_200, '63.2'],
  ]);
});

describe('a unit', () => {
  holds('right', [
    [24, '24ms', 'ms'],
    [24, '24 milliseconds', 'ms'],
    [24, '0.024 s', 'ms'],
    [24, '24,000 µs', 'ms'],
    [24, '24000us', 'ms'],
    [90, '1.5 min', 's'],
    [3, '3,000 ms', 's'],
    [4.5, '4608 MiB', 'GiB'],
    [64, '65536 bytes', 'KiB'],
    [6668, '6.668 kB', 'B'],
    [2, '2 mb', 'MB'],
    [10, '10,000 Mbit/s', 'Gbit/s'],
    [10, '10 Gbps', 'Gbit/s'],
    [2.5, '2500 MHz', 'GHz'],
    [8, '8 percent', '%'],
    [8, '8 % of the core', '%'],
    [63_200, '63200 CPU cycles', 'cycles'],
    [1, '1 host', 'hosts'],
    [220_000, '220,000 lines of code', 'lines'],
  ]);
  holds('wrong', [
    [24, '24 s', 'ms'],
    [24, '24 MB', 'ms'],
    [4.5, '4.5 GB', 'GiB'],
    [64, '64 kB', 'KiB'],
    [2, '2 Mb', 'MB'],
    [10, '10 GB/s', 'Gbit/s'],
    [10, '10 Gbit', 'Gbit/s'],
    [8, '0.08', '%'],
    [4, '4 VMs', 'hosts'],
    [12, '12 ms', 'threads'],
  ]);
});

describe('a tolerance', () => {
  holds('right', [
    [31.25, '31.3 ms', 'ms', 0.625],
    [31.25, '0.031 s', 'ms', 0.625],
    [0, '0.05', null, 0.1],
    [0.3, '0.4', null, 0.1],
  ]);
  holds('wrong', [
    [31.25, '32 ms', 'ms', 0.625],
    [31.25, '31 s', 'ms', 0.625],
    [0, '0.2', null, 0.1],
  ]);
});

describe('any number', () => {
  const value = fc.oneof(
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.double({ min: 1e-9, max: 1e6, noNaN: true }),
  );

  it('is right as JavaScript writes it, and wrong once it is another', () => {
    always(
      fc.property(value, (number) => {
        expect(grade(number, String(number))).toBe('right');
        expect(grade(number, String(number + 1))).toBe('wrong');
      }),
    );
  });

  it('is right in every unit of its kind', () => {
    const sizes = [
      ['B', 1],
      ['KiB', 2 ** 10],
      ['MiB', 2 ** 20],
      ['GiB', 2 ** 30],
      ['kB', 1e3],
    ] as const;
    always(
      fc.property(
        fc.nat({ max: 999_999 }),
        fc.constantFrom(...sizes),
        fc.constantFrom(...sizes),
        (bytes, a, b) => {
          expect(grade(bytes / a[1], `${bytes / b[1]} ${b[0]}`, a[0])).toBe('right');
        },
      ),
    );
  });
});
