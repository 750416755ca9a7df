import type { Entities } from '../query/entity.ts';
import { findWhole } from '../query/find-named.ts';
import type { GeoPoint } from '../query/values.ts';
import type { StoreReader } from '../store/store-reader.ts';
import { parseTypedName } from '../text/match-name.ts';
import type { DraftLookup, StoredEntity } from './draft.ts';

/** The maximum number of names of a text that are looked up: those that stand first. */
const maxNames = 3_000;

/**
 * Returns a lookup in the store, by the keys of names that `suggest` uses. Finding names costs one command for each 500
 * names, finding ids two commands.
 */
export function createStoreLookup(source: { entities: Entities; store: Pick<StoreReader, 'aggregate'> }): DraftLookup {
  const { entities, store } = source;
  return {
    async findNamed(names) {
      const found: StoredEntity[] = [];
      for (let from = 0; from < Math.min(names.length, maxNames); from += batchSize) {
        const typed = names.slice(from, from + batchSize).map(parseTypedName);
        found.push(
          ...(await findWhole<StoredDocument>(source, ['Actor', 'Location'], typed, projection)).map(storedEntity),
        );
      }
      return found;
    },
    async findByIds(ids) {
      const read = async (type: StoredEntity['type']) => {
        const wanted = ids.filter((id) => id.type === type).map(({ id }) => id);
        if (wanted.length === 0) return [];
        const stages = [
          { $match: { _id: { $in: wanted } } },
          { $project: { ...projection, type: { $literal: type } } },
        ];
        return (await store.aggregate<StoredDocument>(entities[type].collection, stages)).map(storedEntity);
      };
      return (await Promise.all([read('Actor'), read('Location')])).flat();
    },
  };
}

const batchSize = 500;

const projection = { name: 1, aliases: 1, kind: 1, country: 1, point: 1, incidents: '$counts.incidents' };

interface StoredDocument {
  _id: string;
  type: StoredEntity['type'];
  name: string;
  aliases?: string[];
  kind?: string;
  country?: string;
  point?: GeoPoint;
  incidents?: number;
}

function storedEntity({
  _id,
  type,
  name,
  aliases = [],
  kind,
  country,
  point,
  incidents = 0,
}: StoredDocument): StoredEntity {
  return {
    type,
    id: _id,
    name,
    aliases,
    incidents,
    ...(kind && { kind }),
    ...(country && { country }),
    ...(point && { point: { latitude: point.coordinates[1], longitude: point.coordinates[0] } }),
  };
}
