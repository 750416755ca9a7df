import type { Db } from 'mongodb';
import { compareStore } from './compare-store.ts';
import type { PartOf } from './fold/part-of.ts';
import { isPutOff } from './pending.ts';
import type { StoredDocument } from './plan-write.ts';
import { isBeingRebuilt } from './rebuild-store.ts';
import { isSameDocument } from './same-document.ts';
import { createStoreView } from './store-view.ts';
import { readUndisturbed } from './take-turn.ts';
import { readUnfinished } from './unfinished.ts';

/** What there is to say of a document. */
export interface Difference {
  collection: string;
  id: string;
  /** Such as `is missing`, `differs in title, counts` or `waits for news.denial`. */
  what: string;
  /** Whether it is not what follows from the articles. If not, it is what an editor may want to know. */
  isFault: boolean;
}

/**
 * Makes anew what follows from the stored articles and merges, and compares. Tells also which `partOf` closes a circle
 * and so is not followed, which links wait for their other end, and what the next write is still to do.
 *
 * Reads all that is stored, and takes as much memory as `compareStore`.
 */
export async function verifyStore(database: Db): Promise<Difference[]> {
  const { result, isDisturbed } = await readUndisturbed(database, () => findDifferences(database));
  const what = 'was written to while it was compared, so that differences may be none';
  return isDisturbed ? [...result, { collection: 'control', id: 'seed', what, isFault: false }] : result;
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
      what: `waits for ${waitsFor}`,
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
  return { collection, id: child, what: `is part of ${parent}, which closes a circle`, isFault: false };
}

async function readPending(database: Db): Promise<Difference[]> {
  const view = createStoreView(database, undefined);
  const things = await view.find<StoredDocument>('pending', { _id: isPutOff });
  const told = things.map(({ _id }) => ({ id: _id, what: 'is still to be derived' }));
  if (await isBeingRebuilt(view)) told.push({ id: 'rebuild', what: 'says that a rebuild goes on, or was cut short' });
  const { isMarked } = await readUnfinished(view);
  if (isMarked) told.push({ id: 'write', what: 'says that a write goes on, or was cut short' });
  return told.map((each) => ({ collection: 'pending', ...each, isFault: false }));
}
