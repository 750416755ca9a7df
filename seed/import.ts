import { accessSync, constants, statSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { exitCodes } from '../src/errors/exit-codes.ts';
import { importAcled } from '../src/import/acled/import-acled.ts';
import { toFile, toStandardOutput } from '../src/import/article-output.ts';
import { importGtd } from '../src/import/gtd/import-gtd.ts';
import { parseRelease as parseGtdRelease } from '../src/import/gtd/release.ts';
import type { Imported } from '../src/import/imported.ts';
import { importRe3d } from '../src/import/re3d/import-re3d.ts';
import { sourceFolders } from '../src/import/re3d/read-source.ts';
import { importUcdp } from '../src/import/ucdp/import-ucdp.ts';
import { parseRelease } from '../src/import/ucdp/release.ts';
import { isDay } from '../src/ingest/parse/edtf.ts';
import { isFullDisk } from '../src/store/is-full-disk.ts';
import { guardOutput } from './guard-output.ts';
import { refuseSwallowedOptions } from './refuse-swallowed-options.ts';
import { say } from './stderr.ts';

interface Options {
  out?: string;
  limit?: number;
}

/** The number of rejected entries that are shown; all are counted. */
const maxShown = 20;

const command = new Command('import')
  .description('Converts other data sets to article JSON (NDJSON), which npm run seed reads.')
  .addHelpText(
    'after',
    '\ndocs/import-mappings.md and docs/crosswalk.md describe the mappings.\n' +
      'Exit codes: 0 success, 2 usage error, 65 a row was rejected, 66 a path is missing or unreadable,\n74 a disk is full.',
  )
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.usage);
  });

command
  .command('ucdp')
  .description("events of UCDP's Georeferenced Event Dataset")
  .argument('<files...>', 'CSV files, also as .csv.gz or in a .zip')
  .option(
    '--release <release>',
    'the release of the files, such as 23.1; it becomes the version of the articles',
    release,
  )
  .option('--out <file>', 'write to a file, gzipped when its name ends in .gz')
  .option('--limit <count>', 'stop after this many articles', wholeNumber)
  .action(async (files: string[], options: Options & { release?: number }) => {
    if (!areReadable(files, 'file')) return;
    await run(options, files, (file) => importUcdp(file, options.release));
  });

command
  .command('acled')
  .description('events of ACLED, as its export tool and its API write them')
  .argument('<files...>', 'CSV files, also as .csv.gz or in a .zip')
  .option('--accessed <day>', 'the day when the files were downloaded, which ACLED asks to be cited', day)
  .option('--out <file>', 'write to a file, gzipped when its name ends in .gz')
  .option('--limit <count>', 'stop after this many articles', wholeNumber)
  .action(async (files: string[], options: Options & { accessed?: string }) => {
    if (!areReadable(files, 'file')) return;
    await run(options, files, (file) => importAcled(file, options.accessed));
  });

command
  .command('gtd')
  .description('incidents of the Global Terrorism Database')
  .argument('<files...>', 'CSV files, also as .csv.gz or in a .zip')
  .option(
    '--release <month>',
    'the month of the release of the files, such as 2022-05; it becomes the version of the articles',
    gtdRelease,
  )
  .option('--out <file>', 'write to a file, gzipped when its name ends in .gz')
  .option('--limit <count>', 'stop after this many articles', wholeNumber)
  .action(async (files: string[], options: Options & { release?: number }) => {
    if (!areReadable(files, 'file')) return;
    await run(options, files, (file) => importGtd(file, options.release));
  });

command
  .command('re3d')
  .description('annotated texts of the Relationship and Entity Extraction Evaluation Dataset')
  .argument('<folder>', 'a folder with documents, entities and relations, or a parent of such folders')
  .option('--out <file>', 'write to a file, gzipped when its name ends in .gz')
  .option('--limit <count>', 'stop after this many articles', wholeNumber)
  .action(async (folder: string, options: Options) => {
    if (!areReadable([folder], 'folder')) return;
    if (sourceFolders(folder).length === 0) noInput(`${folder} contains no documents.jsonl or documents.jsonl.gz`);
    else await run(options, [folder], importRe3d);
  });

/** Writes articles to the file or to standard output, and everything else to standard error. */
async function run(
  { out, limit = Number.POSITIVE_INFINITY }: Options,
  paths: readonly string[],
  imported: (path: string) => AsyncIterable<Imported>,
): Promise<void> {
  const output = out === undefined ? toStandardOutput() : toFile(out);
  let made = 0;
  let rejected = 0;
  for (const path of paths) {
    if (made >= limit) break;
    for await (const { article, rejections } of imported(path)) {
      if (article) {
        await output.write(article);
        made++;
      } else {
        if (rejected < maxShown) for (const rejection of rejections) say(rejection);
        rejected++;
      }
      if (made >= limit) break;
    }
  }
  await output.close();
  if (rejected > maxShown) say(`and ${rejected - maxShown} more rejected rows or lines`);
  const left = rejected === 0 ? '' : `; ${rejected} ${rejected === 1 ? 'row or line' : 'rows or lines'} rejected`;
  say(`Wrote ${made} article${made === 1 ? '' : 's'}${out === undefined ? '' : ` to ${out}`}${left}`);
  if (rejected > 0) process.exitCode = exitCodes.badData;
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
  if (version === undefined) throw new InvalidArgumentError('It must be a version such as 23.1 or 23.0.5.');
  return version;
}

function gtdRelease(written: string): number {
  const version = parseGtdRelease(written);
  if (version === undefined) throw new InvalidArgumentError('It must be a month such as 2022-05.');
  return version;
}

function day(written: string): string {
  if (!isDay(written)) throw new InvalidArgumentError('It must be a calendar day such as 2023-02-16.');
  return written;
}

function wholeNumber(written: string): number {
  if (!/^[1-9]\d{0,14}$/.test(written)) throw new InvalidArgumentError('It must be a whole number, 1 or more.');
  return Number(written);
}

guardOutput({
  onClosed: () => process.exit(exitCodes.ok),
  onFailed: () => process.exit(exitCodes.ioError),
});

refuseSwallowedOptions(command);
command.parseAsync().catch((error: unknown) => {
  const { code, path } = error as NodeJS.ErrnoException;
  if (isFullDisk(error)) {
    say(
      `--out cannot be written, because the disk is full (${code}). Nothing was kept: free some space and run the command again`,
    );
    process.exit(exitCodes.ioError);
  }
  if (path?.endsWith('.part')) {
    say(`--out cannot be written (${code})`);
    process.exit(exitCodes.usage);
  }
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(exitCodes.unexpected);
});
