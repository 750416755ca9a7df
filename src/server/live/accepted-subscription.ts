import type { DocumentNode } from 'graphql';
import type { Entity } from '../../query/entity.ts';
import type { Condition } from '../../query/where/condition.ts';

/** A subscription that is about to begin. */
export interface Joining {
  entity: Entity;
  condition: Condition;
  /** The revision after which it resumes; undefined to begin now. */
  after: number | undefined;
}

/** A subscription that has passed all checks of an operation. */
export interface AcceptedSubscription extends Joining {
  document: DocumentNode;
  /** The document as it was sent. */
  source: string;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
  /** The cost of a payload with as many nodes as one may have. */
  cost: number;
}
