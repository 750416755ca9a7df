import { formatRefusal } from '../src/ingest/refusal.ts';
import type { SeedReport } from '../src/ingest/seed-files.ts';
import { plural } from './say.ts';

/** How many refusals are shown; all are counted. */
const maxShown = 20;

/** A line for each of the first refusals, and one for the others. */
export function refusalLines({ refusals, refusalCount }: SeedReport): string[] {
  const lines = refusals.slice(0, maxShown).map(formatRefusal);
  const others = refusalCount - lines.length;
  if (others > 0) lines.push(`and ${plural(others, 'more refusal')}; --json tells the first 1000`);
  return lines;
}

/** What was taken, and what changed by it. */
export function summaryLines({ articles, changes, waiting, skipped, dryRun }: SeedReport): string[] {
  const { taken, unchanged, refused } = articles;
  const lines = [
    `${dryRun ? 'Would take' : 'Took'} ${plural(taken, 'article')}; ${unchanged} unchanged, ${articles.skipped} skipped, ${refused} refused`,
    ...changeLines(changes),
    ...skipped.slice(0, maxShown).map(({ id, reason }) => `  Skipped ${id}: ${reason}`),
  ];
  if (articles.skipped > maxShown) lines.push(`  and ${articles.skipped - maxShown} more skipped`);
  if (waiting > 0) {
    const wait = waiting === 1 ? 'waits' : 'wait';
    lines.push(`  ${plural(waiting, 'link')} of statements ${wait} for articles that are not stored`);
  }
  return lines;
}

/** A line for each type of which anything changed. */
export function changeLines(changes: SeedReport['changes']): string[] {
  return Object.entries(changes)
    .filter(([, { created, updated, removed }]) => created + updated + removed > 0)
    .map(
      ([type, { created, updated, removed }]) =>
        `  ${`${type}s`.padEnd(10)} ${created} created, ${updated} updated, ${removed} removed`,
    );
}

/** What ended the run early, and how to go on; nothing where nothing did. */
export function stopLines({ stopped, articles, refusalCount }: SeedReport): string[] {
  if (stopped === undefined) return [];
  if (stopped === 'refusals') {
    return [
      `Stopped at ${plural(refusalCount, 'refusal')}, as --max-errors or --fail-fast has it; nothing was written`,
    ];
  }
  if (stopped === 'reading') return ['Stopped before anything was written. Run the same command again to start anew'];
  const left = plural(articles.left, 'article');
  return [`Stopped with ${left} left. Run the same command again to go on: what is stored stays as it is`];
}
