import { Command, InvalidArgumentError } from 'commander';
import { parseChangesKeepDays, parseDemo, parseStoreConfig } from '../src/config/config.ts';
import { readEnvironment } from '../src/config/read-environment.ts';
import { exitCodes } from '../src/errors/exit-codes.ts';
import { keepChanges } from '../src/ingest/write/change-log.ts';
import type { Store } from '../src/store/open-store.ts';
import { describeStore } from './describe-store.ts';
import { explainSeedError } from './explain-seed-error.ts';
import { guardOutput } from './guard-output.ts';
import { lintPaths } from './lint.ts';
import { listDuplicates, mergeThings, type Outcome, rebuild, verify } from './maintenance.ts';
import { type MergeOption, parseMerge, parseUnmerge, type ThingId } from './merge-option.ts';
import { openCurrentStore } from './open-current-store.ts';
import { refuseSwallowedOptions } from './refuse-swallowed-options.ts';
import { seedPaths } from './seed-paths.ts';
import { say } from './stderr.ts';
import { stateOf, watchPaths } from './watch.ts';

interface Options {
  dryRun?: boolean;
  json?: boolean;
  maxErrors?: number;
  failFast?: boolean;
  concurrency: number;
  merge?: MergeOption[];
  unmerge?: ThingId[];
  duplicates?: boolean;
  verify?: boolean;
  rebuild?: boolean;
  lint?: boolean;
  strict?: boolean;
  watch?: boolean;
}

/** More threads than this cost memory and gain nothing. */
const maxThreads = 64;

const command = new Command('seed')
  .description(
    'Seeds article files into the document store. Each article is accepted as a whole, or rejected with the position of every error.',
  )
  .usage(
    '[options] <paths...>\n       seed --lint [--strict] [--watch] <paths...>\n       seed --merge <from=into> | --unmerge <id> | --duplicates | --verify | --rebuild',
  )
  .argument('[paths...]', 'files, folders or globs of article JSON (.json, .ndjson, .jsonl, .txt, or these as .gz)')
  .option('--dry-run', 'report what would change, write nothing')
  .option('--json', 'write the report as JSON to standard output')
  .option('--max-errors <count>', 'stop after this many rejections, write nothing', wholeNumber)
  .option('--fail-fast', 'stop after the first rejection, write nothing')
  .option('--lint', 'print all rejections and warnings; open no store')
  .option('--strict', 'with --lint: exit with 65 if there are warnings')
  .option('--watch', 'with --lint: lint again when a file changes')
  .option('--concurrency <count>', 'parse NDJSON in this many threads', threadCount, 1)
  .option('--merge <from=into>', 'merge one id into another, as in actor:tehran=actor:iran (repeatable)', parseMerge)
  .option('--unmerge <id>', 'undo a merge, as in actor:tehran (repeatable)', parseUnmerge)
  .option('--duplicates', 'list incidents, actors and locations that may be the same, as --merge options')
  .option('--verify', 'compare the stored documents with those derived from the articles and merges')
  .option('--rebuild', 'derive all documents again from the articles and merges')
  .addHelpText(
    'after',
    `
The store is the server at MONGODB_URI if that is set, otherwise the embedded store in DATA_DIR (default: data).

All files are read before anything is written. Articles are written in batches of up to 250 articles or 4 MB, each in one
transaction. NDJSON may be any size, gzipped or not; other files up to 64 MiB, articles up to 8 MiB. Ctrl-C stops after
the batches in progress; run the same command again to continue. The first 20 rejections are shown, and all are counted.
Results go to standard output, rejections and progress to standard error.

Warnings are about accepted articles: facts that their quotes do not state. --lint prints all of them, a
seeding run the first 20. docs/grounding.md explains each code.

A merge joins two actors, two locations or two incidents, stored or not. Old ids keep working.

Exit codes:
  0    success; for --verify, no differences
  1    unexpected error
  2    usage error
  65   an article was rejected, --lint --strict found warnings, or --verify found differences
  66   a path is missing, is unreadable or holds no articles
  69   the store is unavailable
  74   a disk is full
  78   a setting is wrong, or another version wrote the store: npm run upgrade
  130  stopped by SIGINT (Ctrl-C); 143 by SIGTERM`,
  )
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.usage);
  })
  .action(run);

async function run(paths: string[], options: Options): Promise<void> {
  const tend = chooseMaintenance(paths, options);
  checkLintOptions(options);
  if (options.lint) {
    await lint(paths, options);
    return;
  }
  const environment = readEnvironment();
  const config = parseStoreConfig(environment);
  const changesKeepDays = parseChangesKeepDays(environment);
  if (tend) {
    const store = await openCurrentStore(config, { writes: tend.writes, rebuilds: tend.rebuilds ?? false });
    keepChanges(store.client, { days: changesKeepDays });
    try {
      if (!tend.writes && store.place.engine === 'embedded' && store.place.isNew) {
        say(`No store found: created ${describeStore(store)}`);
      }
      tell(await tend.tend(store), options.json ?? false);
    } finally {
      await store.close();
    }
    return;
  }
  const { dryRun = false, json = false, concurrency } = options;
  const maxErrors = options.failFast ? 1 : options.maxErrors;
  const demo = parseDemo(environment);
  process.exitCode = await seedPaths(config, paths, { changesKeepDays, demo, dryRun, json, maxErrors, concurrency });
}

async function lint(
  paths: string[],
  { strict = false, json = false, watch = false, concurrency }: Options,
): Promise<void> {
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
  const lintOnce = () => lintPaths(paths, { strict, json, concurrency });
  const seen = stateOf(paths);
  process.exitCode = await lintOnce();
  if (watch && process.exitCode !== exitCodes.noInput) await watchPaths(paths, seen, lintOnce);
}

/** Ends the process if --lint conflicts with an option, or an option needs it. */
function checkLintOptions(options: Options): void {
  const { lint, dryRun, maxErrors, failFast, strict, watch } = options;
  if (!lint && strict) command.error('error: --strict requires --lint');
  if (!lint && watch) command.error('error: --watch requires --lint');
  const writing = { '--dry-run': dryRun, '--max-errors': maxErrors, '--fail-fast': failFast };
  const [conflict] = Object.entries(writing).find(([, given]) => given !== undefined) ?? [];
  if (lint && conflict) command.error(`error: --lint and ${conflict} cannot be combined`);
}

/**
 * Returns the maintenance command that the options choose; undefined to seed paths. Ends the process if the options
 * conflict.
 */
function chooseMaintenance(
  paths: readonly string[],
  options: Options,
): { writes: boolean; rebuilds?: boolean; tend: (store: Store) => Promise<Outcome> } | undefined {
  const { merge = [], unmerge = [] } = options;
  const chosen = [
    ...(merge.length + unmerge.length > 0
      ? [
          {
            flag: merge.length > 0 ? '--merge' : '--unmerge',
            writes: true,
            tend: (store: Store) => mergeThings(store, unmerge, merge),
          },
        ]
      : []),
    ...(options.duplicates ? [{ flag: '--duplicates', writes: false, tend: listDuplicates }] : []),
    ...(options.verify ? [{ flag: '--verify', writes: false, tend: verify }] : []),
    ...(options.rebuild ? [{ flag: '--rebuild', writes: true, rebuilds: true, tend: rebuild }] : []),
  ];
  const [first, second] = chosen;
  if (!first && paths.length === 0) command.error("error: missing required argument 'paths'");
  if (first && second) command.error(`error: ${first.flag} and ${second.flag} cannot be combined`);
  if (first && paths.length > 0) command.error(`error: ${first.flag} takes no paths`);
  if (first && options.lint) command.error(`error: ${first.flag} and --lint cannot be combined`);
  if (first && options.dryRun) command.error(`error: ${first.flag} and --dry-run cannot be combined`);
  return first;
}

function tell({ report, lines, warnings = [], exitCode }: Outcome, json: boolean): void {
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${lines.join('\n')}\n`);
  process.exitCode = exitCode;
}

function wholeNumber(written: string): number {
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new InvalidArgumentError('It must be a whole number, 1 or more.');
  return Number(written);
}

function threadCount(written: string): number {
  const count = /^\d{1,2}$/.test(written) ? Number(written) : 0;
  if (count < 1 || count > maxThreads) {
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${maxThreads}.`);
  }
  return count;
}

guardOutput();

refuseSwallowedOptions(command);
command.parseAsync().catch((error: unknown) => {
  const { code, message } = explainSeedError(error);
  say(message);
  process.exit(code); // something may keep the process running, such as a pending connection attempt
});
