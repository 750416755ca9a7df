import type { Stage } from '../query/stage.ts';
import {
  addDependency,
  type Dependencies,
  type MutableDependencies,
  mergeDependencies,
  topLevelField,
} from '../values/dependencies.ts';

/** The part of their input that stages read. */
export interface StageReads {
  /** Null for whole documents. */
  reads: Dependencies | null;
  /** Whether input may come from index entries alone, since no stored document is returned as it is. */
  covers: boolean;
  /** Whether the order of the input does not affect the output. */
  inAnyOrder: boolean;
  /** Whether the output has only fields that are read. */
  ends: boolean;
}

/** The paths of input documents that the stages read. */
export function readsOfStages(stages: readonly Stage[]): StageReads {
  const reads: MutableDependencies = new Map();
  const ofMade: MutableDependencies = new Map();
  const made = new Set<string>();
  let passes = true;
  let inAnyOrder = true;
  for (const stage of stages) {
    if (stage.reads === null) return { reads: null, covers: false, inAnyOrder: false, ends: false };
    for (const [path, read] of stage.reads) addDependency(made.has(topLevelField(path)) ? ofMade : reads, path, read);
    if (stage.effect === 'ends')
      return {
        // A field that is set again keeps its position.
        reads: stage.keepsOrder ? mergeDependencies([reads, ofMade]) : reads,
        covers: stage.keepsOrder !== true,
        inAnyOrder: inAnyOrder && stage.inAnyOrder === true,
        ends: true,
      };
    if (stage.effect === 'changes') passes = false;
    if (orderly.has(stage.name)) inAnyOrder = false;
    for (const field of stage.makes ?? []) made.add(field);
  }
  // Documents that pass unchanged are returned as stored, so they must be read.
  if (reads.size === 0) reads.set('_id', 'value');
  return { reads: passes ? reads : null, covers: false, inAnyOrder: false, ends: false };
}

/** Stages whose output reveals the order of their input. */
const orderly: ReadonlySet<string> = new Set(['$limit', '$skip', '$sort', '$sample']);
