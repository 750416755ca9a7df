import type { GraphQLResolveInfo } from 'graphql';
import type { GraphContext } from '../entities/context.ts';
import type { EntityDocuments } from '../entities/entities.ts';
import { formatNodeId, type NodeId, type NodeType } from '../query/node-id.ts';
import { selectedFields } from '../query/selection.ts';
import { isMergedType } from '../query/survivors.ts';

/** A document with the name of its type. */
export type TypedDocument = { [T in NodeType]: EntityDocuments[T] & { __typename: T } }[NodeType];

/**
 * Loads the entity with this id, or the survivor if the id was merged; null if there is neither. Merges are read only
 * if no entity has the id.
 */
export async function loadEntity<T extends NodeType>(
  type: T,
  slug: string,
  { loaders }: GraphContext,
  info: GraphQLResolveInfo,
): Promise<EntityDocuments[T] | null> {
  const fields = selectedFields(info, type);
  const load = async (id: string) => (await loaders.byId[type].load({ id, fields })) as EntityDocuments[T] | null;
  const found = await load(slug);
  if (found || !isMergedType(type)) return found;
  const survivor = (await loaders.survivor.load(formatNodeId(type, slug))).slice(type.length + 1);
  return survivor === slug ? null : load(survivor);
}

export async function loadNode(
  { type, slug }: NodeId,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<TypedDocument | null> {
  const document = await loadEntity(type, slug, context, info);
  return document && ({ __typename: type, ...document } as unknown as TypedDocument);
}
