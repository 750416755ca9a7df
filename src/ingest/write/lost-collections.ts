import type { Db } from 'mongodb';
import { StoreUnavailable } from '../../store/open-store.ts';
import { derivedCollections } from '../drafts/store-contents.ts';

/** Thrown if collections of the store have been dropped. The message names them and the remedy in one line. */
export class CollectionsLost extends StoreUnavailable {
  constructor(names: readonly string[]) {
    const lost = `The store has lost ${names.length === 1 ? 'the collection' : 'the collections'} ${names.join(', ')}`;
    const remedy = names.includes('articles')
      ? 'restore a backup, since all others are derived from it'
      : '"npm run seed -- --rebuild" derives it again from the articles';
    super(`${lost}: ${names.length === 1 ? remedy : remedy.replace(' it ', ' them ')}`, undefined);
    this.name = 'CollectionsLost';
  }
}

/**
 * Throws `CollectionsLost` if a collection is missing although documents of other collections refer to it. A collection
 * that the store never had, because nothing was written yet or no article reports any, is not lost. With `rebuilds`,
 * only the articles count, because all others can be derived from them. Costs one command and, if collections are
 * missing, at most one more for each.
 */
export async function assertNothingLost(database: Db, { rebuilds = false } = {}): Promise<void> {
  const existing = new Set((await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  const lost: string[] = [];
  if (!existing.has('articles')) {
    for (const name of derivedCollections) {
      if (existing.has(name) && (await database.collection(name).findOne({}, { projection: { _id: 1 } }))) {
        throw new CollectionsLost(['articles']);
      }
    }
    return;
  }
  if (rebuilds) return;
  for (const name of derivedCollections) {
    if (existing.has(name)) continue;
    // An article holds the ids of its assertions, and counts the documents of each other type.
    const refers = name === 'accounts' ? { accounts: { $gt: '' } } : { [`counts.${name}`]: { $gt: 0 } };
    if (await database.collection('articles').findOne(refers, { projection: { _id: 1 } })) lost.push(name);
  }
  if (lost.length > 0) throw new CollectionsLost(lost);
}
