import type { IngestChange, IngestRefusal, SearchType, Warning } from '../generated/schema.ts';
import type { ChangeCounts } from '../ingest/drafts/write-plan.ts';
import { formatRejection, type Rejection } from '../ingest/json/rejection.ts';
import type { NodeId } from '../query/node-id.ts';
import { nodeTypes } from '../query/node-id.ts';

/** The result of a mutation, or of the check of an article. */
export interface IngestResultModel {
  accepted: boolean;
  changes: IngestChange[];
  refusals: IngestRefusal[];
  skipped: string | null;
  warnings: Warning[];
  /** What it was about, to be read as it is now; null where nothing is there any more, or nothing was changed. */
  about: NodeId | null;
}

export function takenResult(changes: ChangeCounts, about: NodeId | null, warnings: Warning[] = []): IngestResultModel {
  return { accepted: true, changes: changesOf(changes), refusals: [], skipped: null, warnings, about };
}

export function rejectedResult(rejections: readonly Rejection[]): IngestResultModel {
  return {
    accepted: false,
    changes: [],
    refusals: rejections.map(toIngestRefusal),
    skipped: null,
    warnings: [],
    about: null,
  };
}

export function skippedResult(reason: string, warnings: Warning[]): IngestResultModel {
  return { accepted: false, changes: [], refusals: [], skipped: reason, warnings, about: null };
}

/** Warns that an id names nothing that is stored. */
export function notStored(id: string): Warning {
  return { pointer: '', code: 'NOT_STORED', message: `${id} is not stored` };
}

function changesOf(changes: ChangeCounts): IngestChange[] {
  return nodeTypes
    .map((type) => ({ type: type.toUpperCase() as SearchType, ...changes[type] }))
    .filter(({ created, updated, removed }) => created + updated + removed > 0);
}

function toIngestRefusal(rejection: Rejection): IngestRefusal {
  const { pointer, line, column, expected, found, hint = null } = rejection;
  return { pointer, line, column, expected, found, hint, message: formatRejection(rejection) };
}
