import { accessSync, constants, statSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { exitCodes } from '../src/exit-codes.ts';
import { toFile, toStandardOutput } from '../src/import/article-output.ts';
import type { Imported } from '../src/import/imported.ts';
import { importRe3d } from '../src/import/re3d/import-re3d.ts';
import { sourceFolders } from '../src/import/re3d/read-source.ts';
import { importUcdp } from '../src/import/ucdp/import-ucdp.ts';
import { parseRelease } from '../src/import/ucdp/release.ts';

interface Options {
  out?: string;
  limit?: number;
}

/** How many refused entries are shown; all are counted. */
const maxShown = 20;

const command = new Command('import')
  .description("Makes article JSON of other people's data: NDJSON, to be seeded like any other.")
  .addHelpText(
    'after',
    '\ndocs/import.md tells what becomes of what.\n' +
      'Exit codes: 0 all made, 2 usage, 65 a row was refused, 66 a path is not there or cannot be read.',
  )
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.usage);
  });

command
  .command('ucdp')
  .description("events of UCDP's Georeferenced Event Dataset")
  .argument('<files...>', 'its tables, .csv or .csv.gz')
  .option('--release <release>', 'the release that the tables are of, such as 23.1; it becomes the version', release)
  .option('--out <file>', 'write to a file, gzipped when its name ends in .gz')
  .option('--limit <count>', 'make so many articles at most', wholeNumber)
  .action(async (files: string[], options: Options & { release?: number }) => {
    if (!areReadable(files, 'file')) return;
    await run(options, files, (file) => importUcdp(file, options.release));
  });

command
  .command('re3d')
  .description('annotated texts of the Relationship and Entity Extraction Evaluation Dataset')
  .argument('<folder>', 'a folder of documents, entities and relations, or one that holds such folders')
  .option('--out <file>', 'write to a file, gzipped when its name ends in .gz')
  .option('--limit <count>', 'make so many articles at most', wholeNumber)
  .action(async (folder: string, options: Options) => {
    if (!areReadable([folder], 'folder')) return;
    if (sourceFolders(folder).length === 0) noInput(`${folder} holds no documents.jsonl or documents.jsonl.gz`);
    else await run(options, [folder], importRe3d);
  });

/** Articles go to the file or to standard output, all else to standard error. */
async function run(
  { out, limit = Number.POSITIVE_INFINITY }: Options,
  paths: readonly string[],
  imported: (path: string) => AsyncIterable<Imported>,
): Promise<void> {
  const output = out === undefined ? toStandardOutput() : toFile(out);
  let made = 0;
  let refused = 0;
  for (const path of paths) {
    if (made >= limit) break;
    for await (const { article, refusals } of imported(path)) {
      if (article) {
        await output.write(article);
        made++;
      } else {
        if (refused < maxShown) for (const refusal of refusals) say(refusal);
        refused++;
      }
      if (made >= limit) break;
    }
  }
  await output.close();
  if (refused > maxShown) say(`and ${refused - maxShown} more`);
  const left = refused === 0 ? '' : `; ${refused} ${refused === 1 ? 'row or line' : 'rows or lines'} left out`;
  say(`Made ${made} article${made === 1 ? '' : 's'}${out === undefined ? '' : ` in ${out}`}${left}`);
  if (refused > 0) process.exitCode = exitCodes.badData;
}

function areReadable(paths: readonly string[], kind: 'file' | 'folder'): boolean {
  const faults = paths.flatMap((path) => {
    try {
      accessSync(path, constants.R_OK);
      return statSync(path).isDirectory() === (kind === 'folder') ? [] : [`${path} is not a ${kind}`];
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return [code === 'ENOENT' ? `${path} does not exist` : `${path} cannot be read (${code})`];
    }
  });
  for (const fault of faults) noInput(fault);
  return faults.length === 0;
}

function noInput(reason: string): void {
  say(reason);
  process.exitCode = exitCodes.noInput;
}

function release(written: string): number {
  const version = parseRelease(written);
  if (version === undefined) throw new InvalidArgumentError('It must be like 23.1, or 23.0.5.');
  return version;
}

function wholeNumber(written: string): number {
  if (!/^[1-9]\d{0,14}$/.test(written)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(written);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Who reads the articles may have read enough, as `head` has. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.ok);
});

command.parseAsync().catch((error: unknown) => {
  const { code, path } = error as NodeJS.ErrnoException;
  if (path?.endsWith('.part')) {
    say(`--out cannot be written (${code})`);
    process.exit(exitCodes.usage);
  }
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(exitCodes.unexpected);
});
