import type { StoreConfig } from '../src/config.ts';
import { exitCodes } from '../src/exit-codes.ts';
import { findArticleFiles } from '../src/ingest/find-article-files.ts';
import { seedFiles } from '../src/ingest/seed-files.ts';
import { openStore } from '../src/store/open-store.ts';
import { createProgress } from './progress.ts';
import { say } from './say.ts';
import { refusalLines, stopLines, summaryLines } from './seed-report.ts';
import { createStopper } from './stopper.ts';

export interface SeedPathsOptions {
  dryRun: boolean;
  json: boolean;
  maxErrors: number | undefined;
  concurrency: number;
}

/** Seeds the articles that some paths name, and reports. Answers what to exit with. */
export async function seedPaths(config: StoreConfig, paths: string[], options: SeedPathsOptions): Promise<number> {
  const { files, faults } = findArticleFiles(paths);
  if (faults.length > 0) {
    for (const { path, reason } of faults) say(`${path} ${reason}`);
    say('Nothing was written');
    return exitCodes.noInput;
  }
  const progress = createProgress(process.stderr);
  const stopper = createStopper(progress.stop);
  const store = await openStore(config, { readOnly: options.dryRun });
  try {
    const { dryRun, maxErrors, concurrency } = options;
    const report = await seedFiles(store, files, {
      dryRun,
      maxErrors,
      concurrency,
      signal: stopper.signal,
      onProgress: progress.show,
    });
    progress.stop();
    for (const line of [...refusalLines(report), ...stopLines(report)]) say(line);
    process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${summaryLines(report).join('\n')}\n`);
    if (report.stopped === 'reading' || report.stopped === 'writing') return stopper.exitCode() ?? exitCodes.unexpected;
    return report.refusalCount > 0 ? exitCodes.badData : exitCodes.ok;
  } finally {
    progress.stop();
    stopper.close();
    await store.close();
  }
}
