import { configDefaults, defineConfig } from 'vitest/config';

/** Long walks through every zone, every labelled answer and endless texts; shorter tests reach the same rules. */
const LONG = [
  'tests/unit/core/every-quarter-hour.test.ts',
  'tests/unit/core/schedule-in-every-zone.test.ts',
  'tests/unit/wording/corpus.test.ts',
  'tests/unit/wording/hostile-text.test.ts',
];

/** The tests that judge the rules, without a Redis: each mutant of `src/core` runs against them. */
export default defineConfig({
  test: {
    include: ['tests/unit/core/**/*.test.ts', 'tests/unit/wording/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...LONG],
    isolate: false,
    setupFiles: ['tests/mutation/setup.ts'],
    testTimeout: 30_000,
  },
});
