import type { IngestChange, IngestRefusal, SearchType } from '../generated/schema.ts';
import type { NodeId } from '../graph/node-id.ts';
import { nodeTypes } from '../graph/node-id.ts';
import type { ChangeCounts } from '../ingest/plan-write.ts';
import { formatRefusal, type Refusal } from '../ingest/refusal.ts';

/** What a mutation did. */
export interface IngestResultModel {
  accepted: boolean;
  changes: IngestChange[];
  refusals: IngestRefusal[];
  skipped: string | null;
  /** What it was about, to be read as it is now; null where nothing is there any more, or nothing was changed. */
  about: NodeId | null;
}

export function takenResult(changes: ChangeCounts, about: NodeId | null): IngestResultModel {
  return { accepted: true, changes: changesOf(changes), refusals: [], skipped: null, about };
}

export function refusedResult(refusals: readonly Refusal[]): IngestResultModel {
  return { accepted: false, changes: [], refusals: refusals.map(toIngestRefusal), skipped: null, about: null };
}

export function skippedResult(reason: string): IngestResultModel {
  return { accepted: false, changes: [], refusals: [], skipped: reason, about: null };
}

function changesOf(changes: ChangeCounts): IngestChange[] {
  return nodeTypes
    .map((type) => ({ type: type.toUpperCase() as SearchType, ...changes[type] }))
    .filter(({ created, updated, removed }) => created + updated + removed > 0);
}

function toIngestRefusal(refusal: Refusal): IngestRefusal {
  const { pointer, line, column, expected, found } = refusal;
  return { pointer, line, column, expected, found, message: formatRefusal(refusal) };
}
