import { defaultServerConditions } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';

const { TEST_MONGODB_URI: server, TEST_REPORT: report, TEST_QUICK: quick } = process.env;

/** With `TEST_MONGODB_URI`, the tests that need a store run on that server, and no others. */
const withStore = [
  'test/{gateway,api,clients,oracle,replay,server,process,store}/**/*.test.ts',
  'test/ingest/{write,dump}/*.test.ts',
  'packages/embedded-store/test/differential*.test.ts',
];

/** What takes longest, run by `npm run test:all` as CI does; `npm test` (`TEST_QUICK`) leaves it out, to end within 3 minutes. */
const long = [
  'test/process/{identity,operations,package,seed,seed-bulk,seed-tending}.test.ts',
  'test/server/{faults,outage}.test.ts',
  'test/server/limits/rate-limit.test.ts',
  'test/server/live/subscriber-killed.test.ts',
  'test/import/public-data.test.ts',
  'test/ingest/dump/{dump-beside-writers,dump-killed}.test.ts',
  'test/process/{dump,full-disk,lint,prepare,privileges,upgrade}.test.ts',
  'test/gateway/shipped-articles.test.ts',
  'test/ingest/read/read-file.test.ts',
  'test/ingest/write/{rebuild-store,upgrade-cut-off,write-cut-off}.test.ts',
  'test/playground/{answer-actions,first-minute,playground}.test.ts',
  'test/explorer/{map,new-incidents,requests,timeline,{accessibility,failures,phone,search}/*}.test.ts',
  'test/explorer/{dossier/dossier,facets/facets,list/incident-list,query-drawer/query-drawer,share/share,words/words}.test.ts',
  'test/desk/*.test.ts',
  'test/drafting/any-text.test.ts',
  'test/server/exports/export-readers.test.ts',
  'test/replay/{recording,replay-command}.test.ts',
  'test/clients/{app,client-preset,two-components}.test.ts',
  'packages/embedded-store/test/{restart,processes,transactions,documented,durability}.test.ts',
];

/** What `npm test` leaves out on the embedded store too, but not on a server, where it has no other run. */
const longHere = [
  'test/api/mutation-deadline.test.ts',
  'test/gateway/{fuzzy-search,kept-summaries,one-state,part-identity}.test.ts',
  'test/import/{acled,command,gtd}.test.ts',
  'test/ingest/write/{dry-run,fence,lost-collections,seed-merges,upgrade-store}.test.ts',
  'test/process/{main,which-store}.test.ts',
  'test/replay/replay.test.ts',
  'test/server/exports/export-limits.test.ts',
  'test/store/{opening-errors,store-address}.test.ts',
];

export default defineConfig({
  // Vite would take graphql's ES modules, Node takes its CommonJS ones: two copies, whose errors do not know each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  // The packages of this repository are tested from source.
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
  test: {
    include: server ? withStore : ['test/**/*.test.ts', 'packages/*/test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(quick ? long : []), ...(quick && !server ? longHere : [])],
    // Half of these tests wait for processes and time-outs: two at once use two cores, where Vitest would use one.
    maxWorkers: 2,
    globalSetup: ['test/support/build.ts'],
    setupFiles: ['test/support/watch-answers.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A busy machine takes longer than the usual second.
    expect: { poll: { timeout: 20_000 } },
    ...(report && { reporters: ['default', 'json'], outputFile: report }),
  },
});
