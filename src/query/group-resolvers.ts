import type { GraphQLResolveInfo } from 'graphql';
import { formatGroupKey, type GroupModel, groupLabel, isNode } from './aggregation/groups.ts';
import type { RelationContext } from './relation-resolvers.ts';
import { selectedFields } from './selection.ts';

/** Returns the resolvers of groups. Their nodes, of type `N`, are read with one command per type. */
export function groupResolvers<N>() {
  return {
    key: formatGroupKey,
    async label(group: GroupModel, _args: object, { entities, loaders }: RelationContext): Promise<string> {
      if (!isNode(group.is)) return groupLabel(group);
      const [path = ''] = entities[group.is].reads.label ?? [];
      const node = await loaders.byId[group.is].load({ id: group.key, fields: new Set(['label']) });
      return node?.[path] ?? group.key;
    },
    async node(group: GroupModel, _args: object, { loaders }: RelationContext, info: GraphQLResolveInfo) {
      if (!isNode(group.is)) return null;
      const node = await loaders.byId[group.is].load({ id: group.key, fields: selectedFields(info, group.is) });
      return node && ({ __typename: group.is, ...node } as N);
    },
  };
}
