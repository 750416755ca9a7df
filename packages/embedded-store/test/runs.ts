const { TEST_QUICK: quick, TEST_MONGODB_URI: server, TEST_SEED: seed = '1' } = process.env;
/** `npm test` draws fewer cases, `npm run test:all` all of them. */
const { TEST_RUNS: factor = quick && !server ? '0.3' : '1' } = process.env;

/** Options for fast-check: TEST_RUNS times the usual number of runs, with the seed TEST_SEED, or else 1. */
export function tries(usual = 100): { numRuns: number; seed: number } {
  return { numRuns: Math.ceil(usual * Number(factor)), seed: Number(seed) };
}
