import { Command } from 'commander';
import { parseStoreConfig, type StoreConfig } from '../src/config/config.ts';
import { readEnvironment } from '../src/config/read-environment.ts';
import { exitCodes } from '../src/errors/exit-codes.ts';
import { dumpStore, estimateDump } from '../src/ingest/dump/dump-store.ts';
import { isUnavailable } from '../src/store/is-unavailable.ts';
import { openStore, StoreMissing, StoreUnavailable } from '../src/store/open-store.ts';
import { plural } from '../src/text/plural.ts';
import { createStopper } from './abort-on-signal.ts';
import { type DumpOutput, OutputFailure, toFile, toStandardOutput } from './dump-output.ts';
import { explainSeedError } from './explain-seed-error.ts';
import { createProgress, type Progress } from './progress.ts';
import { refuseSwallowedOptions } from './refuse-swallowed-options.ts';
import { say } from './stderr.ts';

interface Options {
  force?: boolean;
  json?: boolean;
}

/** What `--json` reports. */
interface DumpReport {
  articles: number;
  withdrawals: number;
  merges: number;
  /** The size of the output, as it was written. */
  bytes: number;
  /** `-` for standard output. */
  file: string;
  store: string;
}

/** An empty file would not be accepted as a dump, and a wrong setting is the likely cause. */
class StoreEmpty extends Error {
  constructor(address: string) {
    super(`The ${address} is empty: there is nothing to dump`);
    this.name = 'StoreEmpty';
  }
}

const command = new Command('dump')
  .description('Writes all articles, withdrawals and merges of a store to a file that npm run seed reads.')
  .argument('<file>', 'the file to write, gzipped if its name ends in .gz; - for standard output')
  .option('--force', 'replace an existing file')
  .option('--json', 'write the report as JSON')
  .addHelpText(
    'after',
    `
The store is the server at MONGODB_URI if that is set, otherwise the embedded store in DATA_DIR (default: data). It is only
read, and may be written to meanwhile: everything that was committed before the dump began is in it. Stores that an earlier
version filled are read without an upgrade.

The file is NDJSON. It gets its name once it is complete and on the disk; until then its name ends in .part. Seeding it into
an empty store gives the same documents. The report goes to standard output, or to standard error after "-".

Exit codes:
  0    success: the dump is complete
  1    unexpected error
  2    usage error
  66   there is no store, or it is empty
  69   the store is unavailable
  73   the file exists already, or cannot be created
  74   the file cannot be written, such as when the disk is full
  78   a setting is wrong, or a later version filled the store
  130  stopped by SIGINT (Ctrl-C); 143 by SIGTERM`,
  )
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.usage);
  })
  .action(run);

async function run(path: string, { force = false, json = false }: Options): Promise<void> {
  const config = parseStoreConfig(readEnvironment());
  const progress = createProgress(process.stderr);
  const stopper = createStopper(progress.stop, 'stopping; a second signal stops immediately');
  try {
    const output = path === '-' ? toStandardOutput() : await toFile(path, { force });
    const report = await dumpTo(output, config, path, { signal: stopper.signal, progress }).finally(output.discard);
    const line = json ? JSON.stringify(report) : resultLine(report);
    if (path === '-') say(line);
    else process.stdout.write(`${line}\n`);
  } catch (error) {
    const code = stopper.exitCode();
    if (code === undefined) throw error;
    process.exitCode = code;
  } finally {
    progress.stop();
    stopper.close();
  }
}

async function dumpTo(
  output: DumpOutput,
  config: StoreConfig,
  file: string,
  { signal, progress }: { signal: AbortSignal; progress: Progress },
): Promise<DumpReport> {
  const { database, address, close } = await openStore(config, { readOnly: true, mustExist: true });
  try {
    const report: DumpReport = { articles: 0, withdrawals: 0, merges: 0, bytes: 0, file, store: address };
    const of = await estimateDump(database);
    for await (const { text, articles, withdrawals, merges } of dumpStore(database, { signal })) {
      await output.write(text);
      report.articles += articles;
      report.withdrawals += withdrawals;
      report.merges += merges;
      const done = report.articles + report.withdrawals;
      progress.show({ phase: 'dumping', done, of: Math.max(of, done) });
    }
    if (report.articles + report.withdrawals + report.merges === 0) throw new StoreEmpty(address);
    signal.throwIfAborted();
    report.bytes = await output.finish();
    progress.stop();
    return report;
  } finally {
    await close();
  }
}

function resultLine({ articles, withdrawals, merges, bytes, file, store }: DumpReport): string {
  const counts = `${plural(articles, 'article')}, ${plural(withdrawals, 'withdrawal')} and ${plural(merges, 'merge')}`;
  const place = file === '-' ? 'standard output' : file;
  return `Wrote ${counts} of the ${store} to ${place} (${plural(bytes, 'byte')})`;
}

function explainDumpError(error: unknown): { code: number; message: string } {
  if (error instanceof OutputFailure) return { code: exitCodes[error.kind], message: error.message };
  if (error instanceof StoreMissing || error instanceof StoreEmpty)
    return { code: exitCodes.noInput, message: error.message };
  if (!(error instanceof StoreUnavailable) && isUnavailable(error)) {
    const message = `The store became unavailable: ${(error as Error).message}. The dump is not complete; run it again`;
    return { code: exitCodes.unavailable, message };
  }
  return explainSeedError(error);
}

refuseSwallowedOptions(command);
command.parseAsync().catch((error: unknown) => {
  const { code, message } = explainDumpError(error);
  say(message);
  process.exit(code); // something may keep the process running, such as a pending connection attempt
});
