const { TEST_QUICK: quick, TEST_MONGODB_URI: server, TEST_SEED: seed } = process.env;
/** `npm test` draws fewer cases on the embedded store, for which `npm run test:all` draws all. */
const { TEST_RUNS: factor = quick && !server ? '0.3' : '1' } = process.env;

/** Returns the number of runs of a property: `usual`, multiplied by TEST_RUNS. */
export function runsOf(usual: number): number {
  return Math.ceil(usual * Number(factor));
}

/**
 * Returns `runsOf` as parameters of fast-check, with the seed TEST_SEED, or else 1: two runs of `npm test` check the same
 * cases, and `npm run fuzz` draws new ones.
 */
export function tries(usual = 100): { numRuns: number; seed: number } {
  return { numRuns: runsOf(usual), seed: firstSeed(1) };
}

/** Returns the first seed for data drawn without fast-check: TEST_SEED, or else `usual`. */
export function firstSeed(usual: number): number {
  return Number(seed ?? usual);
}
