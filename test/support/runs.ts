const { TEST_RUNS: factor = '1', TEST_SEED: seed } = process.env;

/** How often a property is tried: TEST_RUNS times as often as usual. */
export function runsOf(usual: number): number {
  return usual * Number(factor);
}

/** `runsOf`, as fast-check takes it, and from TEST_SEED on where that is given. */
export function tries(usual = 100): { numRuns: number; seed?: number } {
  return { numRuns: runsOf(usual), ...(seed !== undefined && { seed: Number(seed) }) };
}

/** What is drawn without fast-check begins at TEST_SEED, else at `usual`. */
export function firstSeed(usual: number): number {
  return Number(seed ?? usual);
}
