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

/** What `npm test` leaves out on the embedded store too, to end in time, but not on a server, where it has no other run. */
const longHere = [
  'packages/embedded-store/test/{covered,file-format,geo,join-table,key-ranges,pipelines,posting-lists,regex}.test.ts',
  'packages/embedded-store/test/{snapshots,sums,tools,wire}.test.ts',
  'test/api/{authorize-writes,check-article,draft-article,ingest-article,merge,mutation-deadline}.test.ts',
  'test/clients/{apollo-client,cached-pages,relay-compiler,subscriptions}.test.ts',
  'test/drafting/{built-gateway,dates,guides,model}.test.ts',
  'test/explorer/hash/hash.test.ts',
  'test/explorer/query-drawer/copy-as.test.ts',
  'test/gateway/{changes,commands,evidence,executors,fields,fuzzy-search,joint-summaries,kept-summaries}.test.ts',
  'test/gateway/{letters,mentions,one-state,part-identity,parts,plans,private-text,scalars,search-rounds}.test.ts',
  'test/gateway/{seed-article,suggest,suggest-oracle,summaries,sums,wide-filters}.test.ts',
  'test/import/{acled,command,gtd,zipped-table}.test.ts',
  'test/ingest/seed-files.test.ts',
  'test/ingest/dump/dump-store.test.ts',
  'test/ingest/duplicates/find-duplicates.test.ts',
  'test/ingest/fold/fold-properties.test.ts',
  'test/ingest/ground/properties.test.ts',
  'test/ingest/parse/{canonical-article,quote-hints,refused-bytes}.test.ts',
  'test/ingest/read/{dedupe-index,text-file}.test.ts',
  'test/ingest/write/{dry-run,fence,lost-collections,seed-merges,upgrade-killed,upgrade-store,verify-store}.test.ts',
  'test/ingest/write/{write-derived,write-history,write-merges}.test.ts',
  'test/oracle/{sums,wide}.test.ts',
  'test/playground/subscription.test.ts',
  'test/process/{cluster-limits,draft,main,which-store}.test.ts',
  'test/replay/replay.test.ts',
  'test/server/attacks.test.ts',
  'test/server/auth/jwt.test.ts',
  'test/server/exports/{export-limits,exports}.test.ts',
  'test/server/http/{empty-parameters,hosts,raw-json-variables}.test.ts',
  'test/server/limits/{connections,limits,operation-cost}.test.ts',
  'test/server/live/bad-subscribers.test.ts',
  'test/server/telemetry/{health,logs,metrics,store-debug-plugin,tracing}.test.ts',
  'test/store/{opening-errors,read-documents,store-address}.test.ts',
  'test/text/fold-text.test.ts',
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
    // In the run that counts, a test that fails is tried once more, and named in the report.
    ...(report && { reporters: ['default', 'json'], outputFile: report, retry: 1 }),
  },
});
