import type { EventOp } from '../../generated/schema.ts';
import type { ChangeCause } from '../../store/changes.ts';

/** One payload of a subscription: what has happened up to a revision. */
export interface EventsModel {
  revision: number;
  skippedTo: number | null;
  totalCount: number;
  events: readonly EventModel[];
}

export interface EventModel {
  op: EventOp;
  /** The id with its type. */
  id: string;
  /** The slug of the node to load; absent for a node that has left. */
  node?: string;
  /** Null if the node itself was not written. */
  cause: ChangeCause | null;
}
