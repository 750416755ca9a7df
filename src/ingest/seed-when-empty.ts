import { dirname, join, relative } from 'node:path';
import { packageRoot } from '../package-root.ts';
import type { Store } from '../store/open-store.ts';
import { findArticleFiles } from './find-article-files.ts';
import { formatRefusal } from './refusal.ts';
import { seedFiles } from './seed-files.ts';

/**
 * Seeds the project's own articles into a store without any, and says so: the first look is to show something. What lies
 * in folders beside them is for `npm run seed`: it would take longer than a start may.
 */
export async function seedWhenEmpty(store: Store, say: (line: string) => void): Promise<void> {
  if (await store.database.collection('articles').findOne({}, { projection: { _id: 1 } })) return;
  const own = join(packageRoot, 'seed', 'articles');
  const files = findArticleFiles([own]).files.filter((file) => dirname(file) === own);
  const report = await seedFiles(store, files, { dryRun: false });
  const folder = relative(process.cwd(), own);
  const counts = Object.entries(report.changes).map(([type, { created }]) => plural(created, type.toLowerCase()));
  say(`Seeded the empty store from ${folder}: ${counts.join(', ')}`);
  for (const refusal of report.refusals) say(formatRefusal(refusal));
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
