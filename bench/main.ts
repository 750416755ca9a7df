/** Runs a benchmark by its name: `npm run bench -- start`. What it measures it prints; it asserts nothing. */
const benchmarks: Readonly<Record<string, (args: readonly string[]) => Promise<unknown>>> = {
  queries: async (args) => (await import('./queries.ts')).benchQueries(args),
  seed: async (args) => (await import('./seed.ts')).benchSeed(args),
  start: async (args) => (await import('./start.ts')).benchStart(args),
  store: () => import('./store.ts'),
  'store-size': () => import('./store-size.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;

if (benchmark) {
  await benchmark(args);
} else {
  process.stderr.write(`Usage: npm run bench -- ${Object.keys(benchmarks).join('|')}\n`);
  process.exitCode = 2;
}
