import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { ConfigError, parseStoreConfig } from '../src/config.ts';
import { exitCodes } from '../src/exit-codes.ts';
import { findArticleFiles } from '../src/ingest/find-article-files.ts';
import { formatRefusal } from '../src/ingest/refusal.ts';
import { type SeedProgress, type SeedReport, seedFiles } from '../src/ingest/seed-files.ts';
import { readEnvironment } from '../src/read-environment.ts';
import { isUnavailable } from '../src/store/is-unavailable.ts';
import { openStore, StoreUnavailable } from '../src/store/open-store.ts';

interface Options {
  dryRun: boolean;
  json: boolean;
}

const command = new Command('seed')
  .description('Takes articles into the document store: each whole, or refused with the exact place of every fault.')
  .argument('<paths...>', 'files, folders or globs of article JSON (.json, .ndjson, .jsonl, .txt, or these as .gz)')
  .option('--dry-run', 'only say what would change', false)
  .option('--json', 'write the report as JSON to standard output', false)
  .addHelpText(
    'after',
    '\nThe store is that of MONGODB_URI, else the embedded one in DATA_DIR (data).\n' +
      'Exit codes: 0 all taken, 2 usage, 65 an article was refused, 66 a path has no articles or cannot be read,\n' +
      '69 the store does not answer, 78 a setting is wrong.',
  )
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.usage);
  })
  .action(seed);

/** Results go to standard output, all else to standard error. */
async function seed(paths: string[], options: Options): Promise<void> {
  const config = parseStoreConfig(readEnvironment());
  const { files, faults } = findArticleFiles(paths);
  if (faults.length > 0) {
    for (const { path, reason } of faults) say(`${path} ${reason}`);
    say('Nothing was written');
    process.exitCode = exitCodes.noInput;
    return;
  }
  const store = await openStore(config, { readOnly: options.dryRun });
  const progress = createProgress();
  try {
    const report = await seedFiles(store, files, { dryRun: options.dryRun, onProgress: progress.show });
    progress.stop();
    for (const refusal of report.refusals) say(formatRefusal(refusal));
    process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${summary(report)}\n`);
    if (report.refusalCount > 0) process.exitCode = exitCodes.badData;
  } finally {
    progress.stop();
    await store.close();
  }
}

/** A bar on a terminal, nothing in a pipe. */
function createProgress() {
  let bar: SingleBar | undefined;
  let phase: string | undefined;
  return {
    show(progress: SeedProgress): void {
      if (!process.stderr.isTTY) return;
      if (progress.phase !== phase) {
        bar?.stop();
        phase = progress.phase;
        const format =
          phase === 'reading' ? 'Reading {bar} {value}/{total} files' : 'Writing {bar} {value}/{total} articles';
        bar = new SingleBar({ format, stream: process.stderr, hideCursor: true });
        bar.start(progress.of, progress.done);
      }
      bar?.update(progress.done);
    },
    stop(): void {
      bar?.stop();
      bar = undefined;
    },
  };
}

function summary({ articles, changes, waiting, skipped, dryRun }: SeedReport): string {
  const { taken, unchanged, refused } = articles;
  const lines = [
    `${dryRun ? 'Would take' : 'Took'} ${plural(taken, 'article')}; ${unchanged} unchanged, ${articles.skipped} skipped, ${refused} refused`,
    ...Object.entries(changes)
      .filter(([, { created, updated, removed }]) => created + updated + removed > 0)
      .map(
        ([type, { created, updated, removed }]) =>
          `  ${`${type}s`.padEnd(10)} ${created} created, ${updated} updated, ${removed} removed`,
      ),
    ...skipped.map(({ id, reason }) => `  Skipped ${id}: ${reason}`),
  ];
  if (waiting > 0) lines.push(`  ${plural(waiting, 'link')} of statements wait for articles that are not stored`);
  return lines.join('\n');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** One line where the reader can mend it; the whole error where only we can. */
function explain(error: unknown): { code: number; message: string } {
  if (error instanceof ConfigError) return { code: exitCodes.badConfiguration, message: error.message };
  if (error instanceof StoreUnavailable) return { code: exitCodes.unavailable, message: error.message };
  if (isUnavailable(error)) {
    const message = `The store went away: ${(error as Error).message}. What was taken stays; run this again for the rest`;
    return { code: exitCodes.unavailable, message };
  }
  return {
    code: exitCodes.unexpected,
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

/** Who reads the report may have read enough, as `head` has. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

command.parseAsync().catch((error: unknown) => {
  const { code, message } = explain(error);
  say(message);
  process.exit(code); // what failed may hold the process, such as a connection that is still being tried
});
