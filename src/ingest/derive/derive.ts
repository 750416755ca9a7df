import type { StoreDrafts } from '../drafts/store-drafts.ts';
import { countStatements } from './count-statements.ts';
import { deriveActors } from './derive-actors.ts';
import { deriveIncidents } from './derive-incidents.ts';
import { deriveLocations } from './derive-locations.ts';
import { deriveStatements } from './derive-statements.ts';
import { moveAssertions } from './move-assertions.ts';
import { moveCounts } from './move-counts.ts';
import { type Budget, slugsOf, type Work } from './work.ts';

/**
 * Drafts the documents that a change of articles affects. After all deferred work, the store equals a fold of all
 * articles. Entities beyond the budget are deferred; they stay outdated until a later call has them among its
 * `entities`.
 */
export async function derive(drafts: StoreDrafts, { articles, entities }: Work, budget: Budget): Promise<void> {
  await drafts.articles.load(articles.map(({ before, after }) => before?._id ?? after?.document._id ?? ''));
  for (const { before, after } of articles) {
    drafts.articles.set(before?._id ?? after?.document._id ?? '', after?.document);
  }
  const touched = [...(await moveAssertions(drafts, articles)), ...entities];
  const again = slugsOf('Incident', entities);
  const places = await deriveLocations(drafts, slugsOf('Location', touched), budget);
  await deriveIncidents(drafts, slugsOf('Incident', touched), [...places, ...slugsOf('Location', entities)], budget);
  await deriveActors(drafts, slugsOf('Actor', touched));
  await deriveStatements(drafts, articles, slugsOf('Statement', entities), budget);
  await moveCounts(drafts);
  await countStatements(drafts, again, budget);
}
