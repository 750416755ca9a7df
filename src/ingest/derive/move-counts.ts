import type { Drafts } from '../drafts/change-set.ts';
import type { StoreDrafts } from '../drafts/store-drafts.ts';
import {
  actorReferences,
  addCounts,
  type CountedDocument,
  type CountedType,
  count,
  incidentReferences,
  locationReferences,
  statementReferences,
  type Tally,
} from '../fold/count-relations.ts';
import { slugsOf } from './work.ts';

/**
 * Adds the difference between drafted and stored references to the counts of the documents that they refer to, and
 * drafts these.
 */
export async function moveCounts(drafts: StoreDrafts): Promise<void> {
  const { incidents, actors, statements, locations } = drafts;
  const tally: Tally = new Map();
  countDifference(tally, incidents, incidentReferences);
  countDifference(tally, actors, actorReferences);
  countDifference(tally, statements, statementReferences);
  countDifference(tally, locations, locationReferences);
  const referredTo = [...tally].filter(([, by]) => by !== 0).map(([key]) => key.slice(0, key.indexOf(' ')));
  await add('Incident', incidents);
  await add('Actor', actors);
  await add('Location', locations);

  async function add<D extends CountedDocument>(type: CountedType, documents: Drafts<D>): Promise<void> {
    const ids = slugsOf(type, referredTo);
    await documents.load(ids);
    for (const id of ids) {
      const document = documents.get(id);
      if (document) documents.set(id, addCounts(type, document, tally));
    }
  }
}

function countDifference<D extends { _id: string }>(
  tally: Tally,
  documents: Drafts<D>,
  references: (document: D) => string[],
): void {
  for (const { before, after } of documents.drafted()) {
    if (before) count(tally, references(before), -1);
    if (after) count(tally, references(after), 1);
  }
}
