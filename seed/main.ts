import { Command, InvalidArgumentError } from 'commander';
import { parseStoreConfig } from '../src/config.ts';
import { exitCodes } from '../src/exit-codes.ts';
import { readEnvironment } from '../src/read-environment.ts';
import { openStore, type Store } from '../src/store/open-store.ts';
import { explainError } from './explain-error.ts';
import { type MergeOption, parseMerge, parseUnmerge, type ThingId } from './merge-option.ts';
import { say } from './say.ts';
import { seedPaths } from './seed-paths.ts';
import { listDuplicates, mergeThings, type Outcome, rebuild, verify } from './tend-store.ts';

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
}

/** More threads than this only take memory. */
const maxThreads = 64;

const command = new Command('seed')
  .description('Takes articles into the document store: each whole, or refused with the exact place of every fault.')
  .usage('[options] <paths...>\n       seed --merge <from=into> | --unmerge <id> | --duplicates | --verify | --rebuild')
  .argument('[paths...]', 'files, folders or globs of article JSON (.json, .ndjson, .jsonl, .txt, or these as .gz)')
  .option('--dry-run', 'only say what would change')
  .option('--json', 'write the report as JSON to standard output')
  .option('--max-errors <count>', 'stop at so many refusals and write nothing', wholeNumber)
  .option('--fail-fast', 'stop at the first refusal and write nothing')
  .option('--concurrency <count>', 'parse NDJSON in so many threads', threadCount, 1)
  .option('--merge <from=into>', 'one thing has two ids, as in actor:tehran=actor:iran (repeatable)', parseMerge)
  .option('--unmerge <id>', 'take a merge back, as in actor:tehran (repeatable)', parseUnmerge)
  .option('--duplicates', 'list the actors and the places that look like one, as --merge lines')
  .option('--verify', 'compare the store with what follows from its articles and merges')
  .option('--rebuild', 'make the store what follows from its articles and merges')
  .addHelpText(
    'after',
    `
The store is that of MONGODB_URI, else the embedded one in DATA_DIR (data).

All files are read before anything is written, in batches of at most 250 articles or 4 MB, each in one step. NDJSON may
be of any size, gzipped or not; another file holds at most 64 MiB, an article 8 MiB. Ctrl-C ends after the batches in
hand; the same command goes on: what is stored is skipped. Of refusals the first 20 are shown, and all are counted.
Results go to standard output, refusals and progress to standard error.

Merges are of two actors, two locations or two incidents, stored or not. Old ids go on working.

Exit codes:
  0    all taken, or equal
  1    an error of this program
  2    usage
  65   an article was refused, or --verify found differences
  66   a path has no articles or cannot be read
  69   the store does not answer
  78   a setting is wrong
  130  ended by SIGINT (Ctrl-C), 143 by SIGTERM`,
  )
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.usage);
  })
  .action(run);

async function run(paths: string[], options: Options): Promise<void> {
  const tend = chooseTending(paths, options);
  const config = parseStoreConfig(readEnvironment());
  if (tend) {
    const store = await openStore(config);
    try {
      tell(await tend(store), options.json ?? false);
    } finally {
      await store.close();
    }
    return;
  }
  const { dryRun = false, json = false, concurrency } = options;
  const maxErrors = options.failFast ? 1 : options.maxErrors;
  process.exitCode = await seedPaths(config, paths, { dryRun, json, maxErrors, concurrency });
}

/** What is to be done with the store other than to seed paths. Ends the process where the options do not go together. */
function chooseTending(paths: readonly string[], options: Options): ((store: Store) => Promise<Outcome>) | undefined {
  const { merge = [], unmerge = [] } = options;
  const chosen = [
    ...(merge.length + unmerge.length > 0
      ? [
          {
            flag: merge.length > 0 ? '--merge' : '--unmerge',
            tend: (store: Store) => mergeThings(store, unmerge, merge),
          },
        ]
      : []),
    ...(options.duplicates ? [{ flag: '--duplicates', tend: listDuplicates }] : []),
    ...(options.verify ? [{ flag: '--verify', tend: verify }] : []),
    ...(options.rebuild ? [{ flag: '--rebuild', tend: rebuild }] : []),
  ];
  const [first, second] = chosen;
  if (!first && paths.length === 0) command.error("error: missing required argument 'paths'");
  if (first && second) command.error(`error: ${first.flag} and ${second.flag} do not go together`);
  if (first && paths.length > 0) command.error(`error: ${first.flag} takes no paths`);
  if (first && options.dryRun) command.error(`error: ${first.flag} and --dry-run do not go together`);
  return first?.tend;
}

function tell({ report, lines, exitCode }: Outcome, json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${lines.join('\n')}\n`);
  process.exitCode = exitCode;
}

function wholeNumber(written: string): number {
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(written);
}

function threadCount(written: string): number {
  const count = /^\d{1,2}$/.test(written) ? Number(written) : 0;
  if (count < 1 || count > maxThreads) {
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${maxThreads}.`);
  }
  return count;
}

/** Who reads the report may have read enough, as `head` has. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

command.parseAsync().catch((error: unknown) => {
  const { code, message } = explainError(error);
  say(message);
  process.exit(code); // what failed may hold the process, such as a connection that is still being tried
});
