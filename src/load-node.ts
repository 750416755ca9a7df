import type { GraphQLResolveInfo } from 'graphql';
import type { GraphContext } from './context.ts';
import type { Documents } from './entities.ts';
import { formatNodeId, type NodeId, type NodeType } from './graph/node-id.ts';
import { selectedFields } from './graph/selection.ts';
import { isMergedType } from './graph/survivors.ts';

/** A document that says of which type it is. */
export type TypedDocument = { [T in NodeType]: Documents[T] & { __typename: T } }[NodeType];

/** What has this id, or what it means where it was given up: only an id that has nothing is looked for among merges. */
export async function loadThing<T extends NodeType>(
  type: T,
  slug: string,
  { loaders }: GraphContext,
  info: GraphQLResolveInfo,
): Promise<Documents[T] | null> {
  const fields = selectedFields(info, type);
  const load = async (id: string) => (await loaders.byId[type].load({ id, fields })) as Documents[T] | null;
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
  const document = await loadThing(type, slug, context, info);
  return document && ({ ...document, __typename: type } as unknown as TypedDocument);
}
