import { statSync } from 'node:fs';
import { exitCodes } from '../src/errors/exit-codes.ts';
import { formatRejection, type Rejection } from '../src/ingest/json/rejection.ts';
import { findArticleFiles } from '../src/ingest/read/find-article-files.ts';
import { formatWarning, type PlacedWarning } from '../src/ingest/read/place-warnings.ts';
import { readSeedInput } from '../src/ingest/read/read-seed-input.ts';
import { plural } from '../src/text/plural.ts';
import { createProgress } from './progress.ts';
import { say } from './stderr.ts';

export interface LintOptions {
  /** Whether a warning is a failure, as a rejection is. */
  strict: boolean;
  json: boolean;
  concurrency: number;
}

/**
 * Prints all rejections and warnings of the articles at the given paths to standard output: in the order of the files, or
 * as one JSON document. Opens no store. Returns the exit code.
 */
export async function lintPaths(paths: readonly string[], options: LintOptions): Promise<number> {
  const { files, faults } = findArticleFiles(paths);
  for (const { path, reason } of faults) say(`${path} ${reason}`);
  if (faults.length > 0) return exitCodes.noInput;
  const { rejections, rejectionCount, warnings, accepted, rejected, repeated } = await readAll(
    files,
    options.concurrency,
  );
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ warnings, refusals: rejections })}\n`);
  } else {
    const lines = inFileOrder(files, rejections, warnings);
    const counts = [plural(rejectionCount, 'rejection'), plural(warnings.length, 'warning')];
    lines.push(`${counts.join(' and ')} in ${plural(accepted + repeated + rejected, 'article')}`);
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  const failures = rejectionCount + (options.strict ? warnings.length : 0);
  return failures > 0 ? exitCodes.badData : exitCodes.ok;
}

async function readAll(files: readonly string[], concurrency: number) {
  const progress = createProgress(process.stderr);
  const of = files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
  let done = 0;
  const onRead = (bytes: number): void => {
    done += bytes;
    progress.show({ phase: 'reading', done, of });
  };
  try {
    const all = { maxErrors: Number.POSITIVE_INFINITY, maxKept: Number.POSITIVE_INFINITY };
    const input = await readSeedInput(undefined, files, { ...all, onRead, signal: undefined, concurrency });
    input.close();
    return input;
  } finally {
    progress.stop();
  }
}

function inFileOrder(
  files: readonly string[],
  rejections: readonly Rejection[],
  warnings: readonly PlacedWarning[],
): string[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const placed = [
    ...rejections.map((each) => ({ ...each, shown: formatRejection(each) })),
    ...warnings.map((each) => ({ ...each, shown: formatWarning(each) })),
  ];
  return placed
    .sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line || a.column - b.column)
    .map(({ shown }) => shown);
}
