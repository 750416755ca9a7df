import { defineConfig } from 'vitest/config';

const { TEST_MONGODB_URI: server, TEST_REPORT: report } = process.env;

/** With `TEST_MONGODB_URI`, the tests that need a store run on that server, and no others. */
const withStore = [
  'test/gateway/*.test.ts',
  'test/mutation/*.test.ts',
  'test/clients/*.test.ts',
  'test/oracle/*.test.ts',
  'test/server/*.test.ts',
  'test/process/*.test.ts',
  'test/ingest/write-*.test.ts',
  'test/ingest/verify-store.test.ts',
  'test/embedded/differential*.test.ts',
];

export default defineConfig({
  // Vite would take graphql's ES modules, Node takes its CommonJS ones: two copies, whose errors do not know each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: server ? withStore : ['test/**/*.test.ts'],
    // Half of these tests wait for processes and time-outs: two at once use two cores, where Vitest would use one.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    ...(report && { reporters: ['default', 'json'], outputFile: report }),
  },
});
