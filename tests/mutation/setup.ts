import fc from 'fast-check';

/** Every mutant is held against the same few cases: what kills it today kills it tomorrow, and soon. */
fc.configureGlobal({ numRuns: 40, seed: 20_260_101 });
