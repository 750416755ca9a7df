import type { StoreDrafts } from '../store-drafts.ts';
import { countStatements } from './count-statements.ts';
import { deriveActors } from './derive-actors.ts';
import { deriveIncidents } from './derive-incidents.ts';
import { deriveLocations } from './derive-locations.ts';
import { deriveStatements } from './derive-statements.ts';
import { moveAccounts } from './move-accounts.ts';
import { moveCounts } from './move-counts.ts';
import { type Budget, slugsOf, type Work } from './work.ts';

/**
 * Drafts all that follows from a change of articles, and from nothing else: the result is what a fold of all articles
 * would give. What is beyond the budget is put off, and is right once it has been among the `things` of later work.
 */
export async function derive(drafts: StoreDrafts, { articles, things }: Work, budget: Budget): Promise<void> {
  await drafts.articles.load(articles.map(({ before, after }) => before?._id ?? after?.document._id ?? ''));
  for (const { before, after } of articles) {
    drafts.articles.set(before?._id ?? after?.document._id ?? '', after?.document);
  }
  const touched = [...(await moveAccounts(drafts, articles)), ...things];
  const again = slugsOf('Incident', things);
  const places = await deriveLocations(drafts, slugsOf('Location', touched), budget);
  await deriveIncidents(drafts, slugsOf('Incident', touched), [...places, ...slugsOf('Location', things)], budget);
  await deriveActors(drafts, slugsOf('Actor', touched));
  await deriveStatements(drafts, articles, slugsOf('Statement', things), budget);
  await moveCounts(drafts);
  await countStatements(drafts, again, budget);
}
