/** Runs a benchmark by name: `npm run bench -- start`. Benchmarks print measurements and assert nothing. */
const benchmarks: Readonly<Record<string, (args: readonly string[]) => Promise<unknown>>> = {
  draft: async (args) => (await import('./draft.ts')).benchDraft(args),
  exports: async (args) => (await import('./exports.ts')).benchExports(args),
  grounding: async (args) => (await import('./grounding.ts')).benchGrounding(args),
  explorer: async (args) => (await import('./explorer.ts')).benchExplorer(args),
  'explorer-page': async () => (await import('./explorer-page.ts')).benchExplorerPage(),
  live: async () => (await import('./live.ts')).benchLive(),
  peers: async (args) => (await import('./peers.ts')).benchPeers(args),
  plans: async (args) => (await import('./plans.ts')).benchPlans(args),
  queries: async (args) => (await import('./queries.ts')).benchQueries(args),
  search: async (args) => (await import('./search.ts')).benchSearch(args),
  seed: async (args) => (await import('./seed.ts')).benchSeed(args),
  start: async (args) => (await import('./start.ts')).benchStart(args),
  store: () => import('../packages/embedded-store/bench/store.ts'),
  'store-size': () => import('../packages/embedded-store/bench/store-size.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;

if (benchmark) {
  await benchmark(args);
} else {
  process.stderr.write(`Usage: npm run bench -- ${Object.keys(benchmarks).join('|')}\n`);
  process.exitCode = 2;
}
