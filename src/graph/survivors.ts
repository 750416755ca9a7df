import type DataLoader from 'dataloader';
import type { NodeType } from './node-id.ts';

/**
 * For an id with its type the one that it means: another one where it was given up by a merge, else itself. Nothing is
 * stored under an id that was given up; so who has found something need not ask.
 */
export type SurvivorLoader = DataLoader<string, string>;

/** The types of which one thing may have several ids. */
export type MergedType = 'Incident' | 'Actor' | 'Location';

export function isMergedType(type: NodeType): type is MergedType {
  return type === 'Incident' || type === 'Actor' || type === 'Location';
}
