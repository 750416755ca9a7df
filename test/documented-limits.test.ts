import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config/config.ts';
import { packageRoot } from '../src/config/package-root.ts';

/*
 * docs/limits.md and the code are both read, so that neither can change alone. A constant is found by its definition:
 * the expression after `const maxValues =`, or after a key such as `maxTokens:`.
 */

const page = readFileSync(join(packageRoot, 'docs', 'limits.md'), 'utf8');
const store = 'packages/embedded-store/src';
const schemaFile = 'seed/article.schema.json';

type Limit = [section: string, row: string, column: number, file: string, definition: string];

const limits: Limit[] = [
  ['Requests', 'request body', 1, 'src/server/create-server.ts', 'const maxBodyBytes ='],
  ['Requests', 'time until a request has arrived', 1, 'src/server/create-server.ts', 'const defaultPatienceMs ='],
  ['Exports', 'nodes of a page', 1, 'src/server/exports/export-types.ts', 'const pageSize ='],
  [
    'Exports',
    'share of the budget that an export leaves to other requests',
    1,
    'src/server/exports/export-pages.ts',
    'const reservedPercent =',
  ],
  ['Exports', 'time for a client to read more', 1, 'src/server/create-server.ts', 'const defaultExportStallMs ='],
  ['Operations', 'tokens of a document', 1, 'src/server/create-server.ts', 'maxTokens:'],
  ['Operations', 'levels of fields', 1, 'src/server/limits/document-limits-rule.ts', 'levels:'],
  ['Operations', 'fields', 1, 'src/server/limits/document-limits-rule.ts', 'fields:'],
  ['Operations', 'aliases', 1, 'src/server/limits/document-limits-rule.ts', 'aliases:'],
  ['Operations', 'directives', 1, 'src/server/limits/document-limits-rule.ts', 'directives:'],
  ['Operations', 'recursive selections of introspection', 1, 'src/server/create-server.ts', 'maxRecursiveSelections:'],
  ['Operations', 'values in a variable or argument', 1, 'src/server/limits/input-limits.ts', 'const maxValues ='],
  [
    'Operations',
    'levels of lists and objects in a variable or argument',
    1,
    'src/server/limits/input-limits.ts',
    'const maxLevels =',
  ],
  [
    'Operations',
    'errors reported for one document, or one set of variables',
    1,
    'src/server/create-server.ts',
    'maxErrors:',
  ],
  [
    'Operations',
    'errors reported for one document, or one set of variables',
    1,
    'src/server/create-server.ts',
    'maxCoercionErrors:',
  ],
  ['Operations', 'length of an error message', 1, 'src/server/errors/format-error.ts', 'const maxMessageLength ='],
  [
    'Lists',
    'page of a connection or of `search` (`first`, `last`)',
    1,
    'src/query/page-arguments.ts',
    'const defaultSize =',
  ],
  [
    'Lists',
    'page of a connection or of `search` (`first`, `last`)',
    2,
    'src/query/page-arguments.ts',
    'const maxSize =',
  ],
  ['Lists', 'page of a connection or of `search` (`first`, `last`)', 1, 'src/query/search.ts', 'const defaultSize ='],
  ['Lists', 'page of a connection or of `search` (`first`, `last`)', 2, 'src/query/search.ts', 'const maxSize ='],
  ['Lists', '`suggest(first:)`', 2, 'src/query/suggest.ts', 'const maxSize ='],
  ['Lists', '`nodes(ids:)`', 2, 'src/api/query-resolvers.ts', 'const maxNodes ='],
  ['Lists', '`groups(first:)`', 2, 'src/query/connection.ts', 'const maxGroups ='],
  ['Lists', '`timeline`', 2, 'src/query/aggregation/timeline.ts', 'const maxBuckets ='],
  ['Lists', '`cells(first:)`', 1, 'src/query/aggregation/cells.ts', 'const maxCells ='],
  ['Lists', '`cells(first:)`', 2, 'src/query/aggregation/cells.ts', 'const maxCells ='],
  ['Lists', '`cells(precision:)`', 2, 'src/query/aggregation/cells.ts', 'const maxPrecision ='],
  ['Filters', 'levels of a `where`', 1, 'src/query/where/parse-where.ts', 'const maxLevels ='],
  ['Filters', 'values of `in` and `notIn`', 1, 'src/query/where/operators.ts', 'const maxListLength ='],
  ['Filters', 'characters of `contains` and `startsWith`', 1, 'src/query/where/operators.ts', 'const maxTextLength ='],
  ['Filters', 'characters of `text`, `search` and `suggest`', 1, 'src/text/parse-text.ts', 'const maxCharacters ='],
  ['Filters', 'words of a name or title from which `suggest` finds it', 1, 'src/text/name-keys.ts', 'const maxWords ='],
  ['Filters', 'keys by which `suggest` finds an actor or location', 1, 'src/text/name-keys.ts', 'const maxKeys ='],
  [
    'Filters',
    'words of a `search` with `fuzzy` whose spellings are looked up',
    1,
    'src/query/spellings.ts',
    'const maxWords =',
  ],
  ['Filters', 'words of `text` and `search`', 1, 'src/text/parse-text.ts', 'const maxWords ='],
  ['Filters', '`near`', 1, 'src/query/where/geo-conditions.ts', 'const maxKm ='],
  ['Articles', 'article, or line of NDJSON', 1, 'src/ingest/parse/parse-json.ts', 'const maxArticleBytes ='],
  [
    'Articles',
    'text file of `textFile`, with its article',
    1,
    'src/ingest/parse/parse-json.ts',
    'const maxArticleBytes =',
  ],
  ['Articles', 'file that is not NDJSON, unpacked', 1, 'src/ingest/read/unpack.ts', 'const maxWholeBytes ='],
  [
    'Articles',
    'article through `ingestArticle` or `checkArticle`',
    1,
    'src/server/create-server.ts',
    'const maxBodyBytes =',
  ],
  ['Articles', 'levels of JSON', 1, 'src/ingest/json/scan-json.ts', 'const maxDepth ='],
  ['Articles', 'batch of a transaction', 1, 'src/ingest/seed-files.ts', 'const batchLimits = { articles:'],
  ['Articles', 'rejections, and warnings, shown by `seed`', 1, 'seed/seed-report.ts', 'const maxShown ='],
  [
    'Articles',
    'rejections in `--json` and `IngestResult.refusals`, warnings in `IngestResult.warnings`',
    1,
    'src/ingest/json/rejection.ts',
    'const maxRejections =',
  ],
  ['Articles', '`--concurrency`', 1, 'seed/main.ts', 'const maxThreads ='],
  [
    'Articles',
    'text searched for the nearest words to a quote',
    1,
    'src/ingest/parse/hints/near-words.ts',
    'const maxIndexed =',
  ],
  ['Articles', 'record of a CSV table (`import`)', 1, 'src/import/csv-records.ts', 'const maxRecordLength ='],
  ['Articles', 'table in a zip archive (`import`), unpacked', 1, 'src/import/zipped-table.ts', 'unpackedBytes:'],
  ['Articles', 'files in a zip archive (`import`)', 1, 'src/import/zipped-table.ts', 'entries:'],
  ['Stored nodes', 'aliases of a node', 1, 'src/ingest/fold/fold-reports.ts', 'const maxUnited ='],
  ['Stored nodes', 'addresses in `sameAs` of a node', 1, 'src/ingest/fold/fold-reports.ts', 'const maxUnited ='],
  [
    'Stored nodes',
    'actors in `to`, and in `via`, of a statement',
    1,
    'src/ingest/fold/fold-reports.ts',
    'const maxUnited =',
  ],
  ['Stored nodes', 'figures of a statement', 1, 'src/ingest/fold/fold-reports.ts', 'const maxUnited ='],
  [
    'Stored nodes',
    'context of evidence (`prefix`, `suffix`)',
    1,
    'src/entities/article/article-resolvers.ts',
    'const contextLength =',
  ],
  ['Stored nodes', 'title made from the text, label of a statement', 1, 'src/text/excerpt.ts', 'const maxLength ='],
  ['Access', 'length of `INGEST_TOKEN`, `METRICS_TOKEN`', 1, 'src/config/config.ts', 'const minTokenLength ='],
  ['Access', 'RSA key', 1, 'src/server/auth/jwt-key-file.ts', 'const minRsaBits ='],
  ['Access', 'longest wait for that delay', 1, 'src/server/limits/auth-backoff.ts', 'const maxWaitMs ='],
  ['Access', 'addresses remembered for delays', 1, 'src/server/limits/auth-backoff.ts', 'const maxClients ='],
  [
    'Access',
    'addresses remembered for `COST_PER_MINUTE`',
    1,
    'src/server/limits/leaky-bucket.ts',
    'const maxClients =',
  ],
  ['Processes', '`--workers`', 1, 'src/main.ts', 'const maxWorkers ='],
  ['Processes', 'connections of a process to the store', 1, 'src/store/client-options.ts', 'maxPoolSize:'],
  ['Processes', 'crashes within a minute before giving up', 1, 'src/process/supervise-workers.ts', 'const maxDeaths ='],
  ['Processes', 'crashes within a minute before giving up', 1, `${store}/supervise.ts`, 'const maxDeaths ='],
  ['Processes', 'operation names in metrics', 1, 'src/server/telemetry/prometheus.ts', 'const maxOperations ='],
  ['Embedded store', 'document', 1, `${store}/values/document-limits.ts`, 'const maxDocumentBytes ='],
  ['Embedded store', 'message', 1, `${store}/server/wire.ts`, 'const maxMessageBytes ='],
  ['Embedded store', 'write batch', 1, `${store}/server/commands/write.ts`, 'const maxBatch ='],
  ['Embedded store', 'indexes of a collection', 1, `${store}/server/commands/indexes.ts`, 'const maxIndexes ='],
  ['Embedded store', 'key of `_id`', 1, `${store}/storage/keys.ts`, 'const maxIdBytes ='],
  ['Embedded store', 'memory of a sort, group or lookup', 1, `${store}/query/sort.ts`, 'const maxHeldBytes ='],
  ['Embedded store', 'transaction', 1, `${store}/server/limits.ts`, 'transactionMs:'],
  ['Embedded store', 'idle cursor', 1, `${store}/server/limits.ts`, 'cursorIdleMs:'],
];

/** The numbers of the article schema: its keyword, at a definition. */
const schemaLimits: [row: string, definition: string, keyword: RegExp][] = [
  ['id', 'slug', /\{1,(\d+)\}/],
  ['names, titles, publishers', 'name', /"maxLength":(\d+)/],
  ['addresses in `sameAs`', 'address', /"maxLength":(\d+)/],
  ['quote of evidence', 'quotation', /"maxLength":(\d+)/],
  ['whole numbers', 'count', /"maximum":(\d+)/],
];

/** Rows that name settings, whose defaults are numbers of the configuration. */
const settings: [section: string, row: string, value: (config: ReturnType<typeof parseConfig>) => unknown][] = [
  ['Requests', 'connections of one client', ({ http }) => http.maxConnections],
  ['Requests', 'running queries, and running mutations', ({ http }) => http.maxInFlight],
  ['Requests', 'cost of one client per minute', ({ http }) => http.costPerMinute],
  ['Requests', 'time in the store', ({ requestTimeoutMs }) => requestTimeoutMs],
  ['Requests', 'time a mutation waits for other writers', ({ mutationTimeoutMs }) => mutationTimeoutMs],
  ['Exports', 'time in the store, for each page', ({ requestTimeoutMs }) => requestTimeoutMs],
  ['Exports', 'cost of a page', ({ maxCost }) => maxCost],
  ['Operations', 'cost', ({ maxCost }) => maxCost],
];

/** Rows whose values are no constants of this code: limits of Node, of MongoDB, of a type, or none. */
const others = [
  'headers, including the address of a `GET`',
  'unknown hosts, and refused origins, in the log of a process',
  'time for a client to read a response',
  'nodes',
  "wait for the client's budget",
  '`evidence(first:)`',
  '`reports(first:)`',
  '`claimedBy`, `deniedBy`, `attributedTo`',
  'corners of a `polygon`',
  'NDJSON file',
  'years',
  'MongoDB document',
  '`places`, `targets`, `participants`, `casualties`, `weapons`, `links`, `affiliations`, `figures`',
  'places, targets, participants, weapons, links and affiliations of a node',
  'statements that assert or deny an affiliation or a casualty',
  'publishers of an incident',
  'name of a token',
  'delay after a wrong token',
  'idle session',
];

/** Returns the rows of the tables of a section. */
function rowsOf(section: string): string[][] {
  const [within = ''] = (page.split(`\n## ${section}\n`)[1] ?? '').split('\n## ');
  return within
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| limit |'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** Returns the cell of a row. */
function cellOf(section: string, row: string, column: number): string {
  const found = rowsOf(section).find(([name]) => name === row);
  if (!found) throw new Error(`docs/limits.md has no row "${row}" in ${section}`);
  return found[column] ?? '';
}

const units: Record<string, number> = {
  GiB: 2 ** 30,
  MiB: 2 ** 20,
  MB: 2 ** 20,
  kB: 2 ** 10,
  s: 1_000,
  minutes: 60_000,
};

/** Returns the first number of a cell, in bytes or milliseconds if it has such a unit. `NAME (100)` is 100. */
function numberIn(cell: string): number {
  const [, digits = '', unit = ''] = /(\d[\d,]*)(?: (\w+))?/.exec(cell) ?? [];
  return Number(digits.replaceAll(',', '')) * (units[unit] ?? 1);
}

/** Returns the value of the arithmetic expression that follows a definition in the code. */
function codeValue(file: string, definition: string): number {
  const source = readFileSync(join(packageRoot, file), 'utf8');
  const places = source.split(definition).slice(1);
  const expression = places
    .map((after) => /^\s*(\d(?:[\d_]|\*{1,2}|\s)*)/.exec(after)?.[1])
    .find((found) => found !== undefined);
  if (expression === undefined) throw new Error(`${file} does not define ${definition}`);
  return expression
    .replaceAll('_', '')
    .split(/(?<!\*)\*(?!\*)/)
    .map((factor) => factor.split('**').map(Number))
    .reduce((product, [base = 1, exponent = 1]) => product * base ** exponent, 1);
}

describe('docs/limits.md', () => {
  it.each(limits)('%s: row %s, column %i has the number in %s, %s', (section, row, column, file, definition) => {
    expect(numberIn(cellOf(section, row, column))).toBe(codeValue(file, definition));
  });

  it.each(schemaLimits)('Articles: %s has the number of the article schema', (row, definition, keyword) => {
    const { $defs } = JSON.parse(readFileSync(join(packageRoot, schemaFile), 'utf8'));
    const [, number] = keyword.exec(JSON.stringify($defs[definition])) ?? [];
    expect(numberIn(cellOf('Articles', row, 1))).toBe(Number(number));
  });

  it.each(settings)('%s: %s has the default of its setting', (section, row, value) => {
    expect(numberIn(cellOf(section, row, 1))).toBe(value(parseConfig({})));
  });

  it('has no row that is not compared, except those that are listed here', () => {
    const sections = [...page.matchAll(/^## (.+)$/gm)].map(([, section = '']) => section);
    const rows = sections.flatMap((section) => rowsOf(section).map(([row = '']) => row));
    const compared = new Set([...limits, ...settings].map(([, row]) => row));
    for (const [row] of schemaLimits) compared.add(row);
    expect(rows.filter((row) => !compared.has(row)).sort()).toEqual([...others].sort());
  });
});
