import type { Db } from 'mongodb';
import { isSameDocument } from '../drafts/same-document.ts';
import { createStoreView } from '../drafts/store-view.ts';
import type { StoredDocument } from '../drafts/write-plan.ts';
import type { PartOf } from '../fold/part-of.ts';
import { compareStore } from './compare-store.ts';
import { isBeingRebuilt } from './rebuild-store.ts';
import { assertRules } from './store-rules.ts';
import { readUndoLog } from './undo-log.ts';
import { isDeferred } from './work-queue.ts';
import { readConsistently } from './write-lock.ts';

/** A finding about one document. */
export interface Difference {
  collection: string;
  id: string;
  /** The finding, such as `is missing` or `differs in title, counts`. */
  what: string;
  /** Whether the document is not what follows from the articles. Other findings are information for editors. */
  isFault: boolean;
}

/**
 * Returns the differences between the store and the documents that follow from its articles and merges. Also reports
 * the `partOf` edges that are ignored because they close a cycle, links whose target is not stored, and work that is
 * left for the next write.
 *
 * Reads the whole store, and needs as much memory as `compareStore`. Throws `OtherRules` if the store has another rules
 * version, or if an upgrade is not complete.
 */
export async function verifyStore(database: Db): Promise<Difference[]> {
  await assertRules(database);
  const { result, wasInterrupted } = await readConsistently(database, () => findDifferences(database));
  const what = 'was written to during the comparison, so reported differences may not exist';
  return wasInterrupted ? [...result, { collection: 'control', id: 'seed', what, isFault: false }] : result;
}

async function findDifferences(database: Db): Promise<Difference[]> {
  const differences: Difference[] = [];
  const { broken, waiting } = await compareStore(database, (collection, { before, after }) => {
    differences.push(differenceOf(collection, before, after));
  });
  return [
    ...differences,
    ...(await readPending(database)),
    ...broken.incidents.map((edge) => circleAt('incidents', edge)),
    ...broken.locations.map((edge) => circleAt('locations', edge)),
    ...waiting.map(({ statement, waitsFor }) => ({
      collection: 'statements',
      id: statement,
      what: `links to ${waitsFor}, which is not stored`,
      isFault: false,
    })),
  ];
}

function differenceOf(
  collection: string,
  before: StoredDocument | undefined,
  after: StoredDocument | undefined,
): Difference {
  const id = before?._id ?? after?._id ?? '';
  const isFault = true;
  if (!before) return { collection, id, what: 'is missing', isFault };
  if (!after) return { collection, id, what: 'follows from no article', isFault };
  return { collection, id, what: `differs in ${differingFields(before, after).join(', ')}`, isFault };
}

function differingFields(before: StoredDocument, after: StoredDocument): string[] {
  const [a, b] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const fields = [...new Set([...a.keys(), ...b.keys()])];
  const differing = fields.filter(
    (field) => a.has(field) !== b.has(field) || !isSameDocument({ it: a.get(field) }, { it: b.get(field) }),
  );
  return differing.length > 0 ? differing : ['the order of its fields'];
}

function circleAt(collection: string, { child, parent }: PartOf): Difference {
  return { collection, id: child, what: `is part of ${parent}, which closes a cycle`, isFault: false };
}

async function readPending(database: Db): Promise<Difference[]> {
  const view = createStoreView(database, undefined);
  const entities = await view.find<StoredDocument>('pending', { _id: isDeferred });
  const told = entities.map(({ _id }) => ({ id: _id, what: 'has not been derived yet' }));
  if (await isBeingRebuilt(view))
    told.push({ id: 'rebuild', what: 'marks a rebuild that is running or was interrupted' });
  const { isCommitted: isMarked } = await readUndoLog(view);
  if (isMarked) told.push({ id: 'write', what: 'marks a write that is running or was interrupted' });
  return told.map((each) => ({ collection: 'pending', ...each, isFault: false }));
}
