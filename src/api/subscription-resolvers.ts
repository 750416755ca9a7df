import type { EventsModel } from '../entities/change/events-model.ts';
import type { EntityDocuments } from '../entities/entities.ts';
import type { SubscriptionResolvers } from '../generated/resolvers.ts';
import { type NodeType, nodeTypes } from '../query/node-id.ts';
import { toOptional } from '../query/relation.ts';
import { type RelationResolvers, relationResolvers } from '../query/relation-resolvers.ts';

type EventResolvers = {
  [T in NodeType as `${T}Event`]: RelationResolvers<
    EntityDocuments,
    { node: { kind: 'toOptional'; to: T; path: string } }
  >;
};

/**
 * The fields of Subscription. A subscription is executed for each payload, which is its root. The types of graphql-js
 * also ask for `subscribe`, which would open a source for each subscriber; here all share one (`createLiveFeed`).
 */
export const subscriptionResolvers = Object.fromEntries(
  nodeTypes.map((type) => [`${type.charAt(0).toLowerCase()}${type.slice(1)}s`, (root: EventsModel) => root]),
) as unknown as SubscriptionResolvers;

/** The nodes of all events of a payload are read with one command. */
export const eventResolvers = Object.fromEntries(
  nodeTypes.map((type) => [
    `${type}Event`,
    relationResolvers<EntityDocuments>()(undefined, { node: toOptional(type, 'node') }),
  ]),
) as unknown as EventResolvers; // `Object.fromEntries` loses which key has which value
