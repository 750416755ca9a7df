import type { EventModel } from '../../entities/change/events-model.ts';
import { collectionOf, formatNodeId, type NodeType } from '../../query/node-id.ts';
import type { WrittenIds } from '../../query/where/affected-ids.ts';
import type { ChangeLine, EntityChange } from '../../store/changes.ts';
import { maxEventNodes } from '../limits/list-size.ts';

/** What one or several turns of writing have changed. */
export interface WrittenTurns extends WrittenIds {
  /** Whether anything may have changed. The ids are then not known. */
  isReset: boolean;
  /** Whether merges were made or undone, which changes the meaning of ids in filters. */
  hasMerges: boolean;
  /** The last line of an entity; undefined if it was not written. */
  lineOf(type: NodeType, slug: string): EntityChange | undefined;
  /** Whether the entity was created in these turns. */
  isNew(type: NodeType, slug: string): boolean;
}

/** Sums up lines of the change log, which must be in their order. `isComplete` is false if there are more. */
export function sumUp(lines: readonly ChangeLine[], isComplete: boolean): WrittenTurns {
  const ids = new Map<string, Set<string>>();
  const earlier = new Map<string, Set<string>>();
  const last = new Map<string, EntityChange>();
  const created = new Set<string>();
  let isReset = !isComplete;
  let hasMerges = false;
  for (const line of lines) {
    if (line.op === 'RESET') {
      isReset = true;
      continue;
    }
    const key = formatNodeId(line.type, line.id);
    const collection = collectionOf(line.type);
    add(ids, collection, line.id);
    if (line.op === 'CREATED' && !last.has(key)) created.add(key);
    if (!created.has(key)) add(earlier, collection, line.id);
    hasMerges ||= line.op === 'MERGED' || 'merge' in line.cause;
    last.set(key, line);
  }
  return {
    ids,
    earlier,
    isReset,
    hasMerges,
    lineOf: (type, slug) => last.get(formatNodeId(type, slug)),
    isNew: (type, slug) => created.has(formatNodeId(type, slug)),
  };
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

/** What has happened to the nodes of a filter; undefined if that cannot be said, or not within the limits. */
export interface Happened {
  events: readonly EventModel[];
  totalCount: number;
  /** Whether the client must query again. */
  isSkipped: boolean;
}

/** The max number of events in a payload. Nodes, of which there are fewer, take much more room than the ids of what has left. */
const maxEvents = 1000;

export const nothingHappened: Happened = { events: [], totalCount: 0, isSkipped: false };

/** Returns these events, or that there are too many. */
export function happened(events: readonly EventModel[]): Happened {
  const nodes = events.reduce((sum, { node }) => sum + (node === undefined ? 0 : 1), 0);
  const isSkipped = nodes > maxEventNodes || events.length > maxEvents;
  return { events: isSkipped ? [] : events, totalCount: events.length, isSkipped };
}
