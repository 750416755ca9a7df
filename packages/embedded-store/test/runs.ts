const { TEST_RUNS: factor = '1', TEST_SEED: seed = '1' } = process.env;

/** Options for fast-check: TEST_RUNS times the usual number of runs, with the seed TEST_SEED, or else 1. */
export function tries(usual = 100): { numRuns: number; seed: number } {
  return { numRuns: usual * Number(factor), seed: Number(seed) };
}
