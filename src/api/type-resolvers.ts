import { type EntityDocuments, entities } from '../entities/entities.ts';
import { connectionResolvers, connectionTimeline, mapResolvers, timelineResolver } from '../query/connection.ts';
import { groupResolvers } from '../query/group-resolvers.ts';
import { type NodeType, nodeTypes } from '../query/node-id.ts';
import { toOptional } from '../query/relation.ts';
import { relationResolvers } from '../query/relation-resolvers.ts';

type ConnectionResolvers<T extends NodeType> = ReturnType<typeof connectionResolvers<EntityDocuments[T]>> &
  Partial<typeof connectionTimeline & typeof mapResolvers>;
type GroupResolvers = ReturnType<typeof groupResolvers<EntityDocuments[NodeType]>> & Partial<typeof timelineResolver>;

type TypeResolvers = { [T in NodeType as `${T}Connection`]: ConnectionResolvers<T> } & {
  [T in NodeType as `${T}Group`]: GroupResolvers;
};

/** The resolvers of each type's connection and groups. */
export const typeResolvers = Object.fromEntries(
  nodeTypes.flatMap((type) => [
    [`${type}Connection`, connectionOf(type)],
    [`${type}Group`, groupsOf(type)],
  ]),
) as TypeResolvers; // `Object.fromEntries` loses which key has which value

/** Of many cells, the locations are read with one command. */
export const cellResolvers = relationResolvers<EntityDocuments>()(undefined, {
  location: toOptional('Location', 'location'),
});

function connectionOf<T extends NodeType>(type: T): ConnectionResolvers<T> {
  const { timeline, point } = entities[type];
  return {
    ...connectionResolvers<EntityDocuments[T]>(),
    ...(timeline && connectionTimeline),
    ...(point && mapResolvers),
  };
}

function groupsOf(type: NodeType): GroupResolvers {
  return { ...groupResolvers<EntityDocuments[NodeType]>(), ...(entities[type].timeline && timelineResolver) };
}
