import { formatRejection } from '../src/ingest/json/rejection.ts';
import { formatWarning } from '../src/ingest/read/place-warnings.ts';
import type { SeedReport } from '../src/ingest/seed-files.ts';
import { plural } from '../src/text/plural.ts';

/** The number of rejections that are shown; all are counted. */
const maxShown = 20;

/** One line for each of the first rejections, and one for the rest. */
export function refusalLines({ refusals, refusalCount }: SeedReport): string[] {
  const lines = refusals.slice(0, maxShown).map(formatRejection);
  const others = refusalCount - lines.length;
  if (others > 0) lines.push(`and ${plural(others, 'more rejection')}; --json reports the first 1000`);
  return lines;
}

/** One line for each of the first warnings, and one for the rest. */
export function warningLines({ warnings, warningCount }: SeedReport): string[] {
  const lines = warnings.slice(0, maxShown).map((warning) => `Warning: ${formatWarning(warning)}`);
  const others = warningCount - lines.length;
  if (others > 0) lines.push(`and ${plural(others, 'more warning')}; --lint prints all of them`);
  return lines;
}

/** One warning for each of the first merged ids that no article names, and one for the rest. */
export function mergeWarnings({ merges: { unknown } }: SeedReport): string[] {
  const lines = unknown.slice(0, maxShown).map((id) => `Warning: ${id} is not named in any article`);
  if (unknown.length > maxShown) lines.push(`and ${unknown.length - maxShown} more merged ids that no article names`);
  return lines;
}

/**
 * The number of articles and merges by outcome with the store, `the embedded store in data`, the changes, and the number of
 * warnings.
 */
export function summaryLines(
  { articles, merges, changes, waiting, skipped, warningCount, dryRun }: SeedReport,
  store: string,
): string[] {
  const { taken, unchanged, refused } = articles;
  const hasMerges = merges.taken + merges.unchanged + merges.left > 0;
  const lines = [
    `${dryRun ? 'Would seed' : 'Seeded'} ${plural(taken, 'article')} into ${store}; ${unchanged} unchanged, ${articles.skipped} skipped, ${refused} rejected`,
    ...(hasMerges ? [`  ${'Merges'.padEnd(10)} ${merges.taken} made, ${merges.unchanged} unchanged`] : []),
    ...changeLines(changes),
    ...skipped.slice(0, maxShown).map(({ id, reason }) => `  Skipped ${id}: ${reason}`),
  ];
  if (articles.skipped > maxShown) lines.push(`  and ${articles.skipped - maxShown} more skipped`);
  if (waiting > 0) {
    const point = waiting === 1 ? 'points' : 'point';
    lines.push(`  ${plural(waiting, 'statement link')} ${point} to articles that are not stored`);
  }
  if (warningCount > 0) lines.push(`  ${plural(warningCount, 'warning')}`);
  return lines;
}

/** One line for each type with changes. */
export function changeLines(changes: SeedReport['changes']): string[] {
  return Object.entries(changes)
    .filter(([, { created, updated, removed }]) => created + updated + removed > 0)
    .map(
      ([type, { created, updated, removed }]) =>
        `  ${`${type}s`.padEnd(10)} ${created} created, ${updated} updated, ${removed} removed`,
    );
}

/** Explains why the run stopped early and how to continue; empty if it did not. */
export function stopLines({ stopped, articles, merges, refusalCount }: SeedReport): string[] {
  if (stopped === undefined) return [];
  if (stopped === 'refusals') {
    return [
      `Stopped after ${plural(refusalCount, 'rejection')} because of --max-errors or --fail-fast; nothing was written`,
    ];
  }
  if (stopped === 'reading') return ['Stopped before anything was written. Run the same command again to start over'];
  const left = [plural(articles.left, 'article'), ...(merges.left > 0 ? [plural(merges.left, 'merge')] : [])].join(
    ' and ',
  );
  return [`Stopped with ${left} left. Run the same command again to continue`];
}
