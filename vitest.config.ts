import { configDefaults, defineConfig } from 'vitest/config';

const { TEST_MONGODB_URI: server, TEST_REPORT: report, TEST_QUICK: quick } = process.env;

/** With `TEST_MONGODB_URI`, the tests that need a store run on that server, and no others. */
const withStore = [
  'test/gateway/*.test.ts',
  'test/mutation/*.test.ts',
  'test/clients/*.test.ts',
  'test/oracle/*.test.ts',
  'test/server/*.test.ts',
  'test/process/*.test.ts',
  'test/ingest/write-*.test.ts',
  'test/ingest/{rebuild,verify}-store.test.ts',
  'test/embedded/differential*.test.ts',
];

/** What takes longest, run by `npm run test:all` as CI does; `npm test` (`TEST_QUICK`) leaves it out, to end within 3 minutes. */
const long = [
  'test/process/seed.test.ts',
  'test/process/seed-bulk.test.ts',
  'test/process/seed-tending.test.ts',
  'test/process/operations.test.ts',
  'test/process/identity.test.ts',
  'test/server/faults.test.ts',
  'test/server/outage.test.ts',
  'test/server/rate-limit.test.ts',
  'test/import/public-data.test.ts',
  'test/embedded/restart.test.ts',
  'test/embedded/processes.test.ts',
  'test/embedded/transactions.test.ts',
  'test/embedded/documented.test.ts',
  'test/embedded/durability.test.ts',
  'test/gateway/shipped-articles.test.ts',
  'test/ingest/read-file.test.ts',
  'test/ingest/rebuild-store.test.ts',
  'test/ingest/write-cut-off.test.ts',
  'test/playground/playground.test.ts',
  'test/clients/client-preset.test.ts',
];

export default defineConfig({
  // Vite would take graphql's ES modules, Node takes its CommonJS ones: two copies, whose errors do not know each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: server ? withStore : ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(quick ? long : [])],
    // Half of these tests wait for processes and time-outs: two at once use two cores, where Vitest would use one.
    maxWorkers: 2,
    setupFiles: ['test/support/watch-answers.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    ...(report && { reporters: ['default', 'json'], outputFile: report }),
  },
});
