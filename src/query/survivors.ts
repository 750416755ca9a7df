import type DataLoader from 'dataloader';
import type { NodeType } from './node-id.ts';

/**
 * Loads the *survivor* of an id, both with their types. A merge replaces one id by another; the survivor is the id at
 * the end of a chain of merges, and an id that was never merged is its own survivor. Documents are stored under
 * survivors only, so an id that finds a document needs no lookup.
 */
export type SurvivorLoader = DataLoader<string, string>;

/** The types whose ids can be merged. */
export const mergedTypes = ['Incident', 'Actor', 'Location'] as const;
export type MergedType = (typeof mergedTypes)[number];

export function isMergedType(type: NodeType): type is MergedType {
  return (mergedTypes as readonly NodeType[]).includes(type);
}
