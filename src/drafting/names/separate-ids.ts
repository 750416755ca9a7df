import { joinSlugs } from '../../import/slug.ts';
import type { DraftLookup, StoredEntity } from '../draft.ts';
import type { DraftedNames } from './draft-names.ts';
import { keyOfName } from './name-words.ts';

/**
 * Gives a new id to each actor and place whose id the store uses for something of another name, so that a draft never
 * says anything about what its text does not name. Costs one lookup.
 */
export async function separateIds(
  { places, actors }: DraftedNames,
  { articleId, stored, lookup }: { articleId: string; stored: readonly StoredEntity[]; lookup: DraftLookup },
): Promise<void> {
  const known = new Set(stored.map(({ type, id }) => `${type} ${id}`));
  const fresh = [
    ...places.map(({ input }) => ({ type: 'Location' as const, input })),
    ...actors.map(({ input }) => ({ type: 'Actor' as const, input })),
  ].filter(({ type, input }) => !known.has(`${type} ${input.id}`));
  if (fresh.length === 0) return;
  const taken = await lookup.findByIds(fresh.map(({ type, input }) => ({ type, id: input.id })));
  const byId = new Map(taken.map((entity) => [`${entity.type} ${entity.id}`, entity]));
  for (const { type, input } of fresh) {
    const other = byId.get(`${type} ${input.id}`);
    if (!other) continue;
    const names = new Set([other.name, ...other.aliases].map(keyOfName));
    if ([input.name, ...(input.aliases ?? [])].some((name) => names.has(keyOfName(name)))) continue;
    const old = input.id;
    input.id = joinSlugs(articleId, old);
    for (const place of places) if (type === 'Location' && place.input.partOf === old) place.input.partOf = input.id;
  }
}
