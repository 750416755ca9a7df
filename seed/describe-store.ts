import type { Store } from '../src/store/open-store.ts';

/**
 * Describes the store of a command within a sentence: `the embedded store in data`, `a new embedded store in data`, `the
 * MongoDB at db.example:27017, database incident-graph`. Never shows credentials.
 */
export function describeStore({ address, place }: Pick<Store, 'address' | 'place'>): string {
  if (place.engine === 'mongodb') return `the ${address}, database ${place.database}`;
  return place.isNew ? `a new ${address}` : `the ${address}`;
}
