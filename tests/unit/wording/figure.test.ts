import { describe, expect, it } from 'vitest';
import { figureAt } from '../../../src/core/wording/figure.ts';

describe('figures', () => {
  it.each([
    ['1,024', 1.024, 1_024],
    ['1.024', 1.024, 1_024],
    ['0,375', 0.375, null],
    ['1234,567', 1_234.567, null],
    ['1,0245', 1.0245, null],
    ['1,234,567', 1_234_567, null],
    ['12,345,678.25', 12_345_678.25, null],
    ['123.456.789,25', 123_456_789.25, null],
    ['1,500k', 1_500, 1_500_000],
    ['1/4', 0.25, null],
    ['4 1/2', 4.5, null],
    ['12', 12, null],
  ])('%j mean %d, or with thousands %j', (text, decimal, thousands) => {
    expect(figureAt(text)).toEqual({ figure: { decimal, thousands }, rest: '' });
  });

  it.each([
    '1,234,567,8',
    '1.234.567.8',
    '0,123,456',
    '0.123.456',
    '1234,567,890',
    '1234.567.890',
    '12,34,567',
    '1,234,567.8.9',
    '1.234.567,8,9',
    'many',
    '',
  ])('%j mean nothing', (text) => {
    expect(figureAt(text)).toBeNull();
  });

  it('leave what stands behind them', () => {
    expect(figureAt('24k ms')).toEqual({
      figure: { decimal: 24_000, thousands: null },
      rest: ' ms',
    });
    expect(figureAt('2 × 10^3 lines')?.rest).toBe(' lines');
    expect(figureAt('1/2 of it')?.rest).toBe(' of it');
    expect(figureAt('4 kilometres')?.rest).toBe(' kilometres');
  });
});
