import type { Document } from 'mongodb';
import { isWide } from '../oracle/places.ts';
import type { Step } from './recording.ts';
import type { Difference } from './replay-recording.ts';
import type { ServerKind } from './server-kind.ts';

/** A difference of a server that is no fault of ours, or that does no harm. */
export interface KnownDifference {
  server: ServerKind;
  reason: string;
  isIt: (difference: Difference) => boolean;
}

/** Commands that are not sent to a server. */
export interface Omission {
  server: ServerKind;
  reason: string;
  isIt: (step: Step) => boolean;
}

/** One entry for each server and cause. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    server: 'DocumentDB',
    reason: '$count over no documents gives 0 instead of no document; the gateway reads both as 0',
    isIt: ({ recorded, found, step }) => recorded === undefined && isNoCount(found, step.command.pipeline ?? []),
  },
  {
    server: 'DocumentDB',
    reason: 'a polygon across the antimeridian or wider than 40 degrees is refused, or other points are in it',
    isIt: ({ step }) => polygonsIn(step.command).some(isWide),
  },
];

export const omissions: readonly Omission[] = [
  {
    server: 'DocumentDB',
    reason: 'a $lookup within a $lookup can take minutes there',
    isIt: ({ command }) => joinsIn(command.pipeline ?? []).some(({ pipeline = [] }) => joinsIn(pipeline).length > 0),
  },
];

/** Whether a result is a count of 0, or the sum of such counts. */
function isNoCount(found: unknown, pipeline: readonly Document[]): boolean {
  const isSum = pipeline.some((stage) => '$count' in stage) && '$group' in (pipeline.at(-1) ?? {});
  return (isSum ? /^\{"_id":(?:null,"n"|\d+,"count"):0\}$/ : /^\{"n":0\}$/).test(JSON.stringify(found) ?? '');
}

function joinsIn(pipeline: readonly Document[]): Document[] {
  return pipeline.flatMap((stage) => stage.$lookup ?? []);
}

function polygonsIn(value: unknown): { longitude: number; latitude: number }[][] {
  if (typeof value !== 'object' || value === null) return [];
  const { $geometry } = value as Document;
  const [ring] = $geometry?.type === 'Polygon' ? $geometry.coordinates : [];
  if (ring) return [ring.map(([longitude, latitude]: [number, number]) => ({ longitude, latitude }))];
  return Object.values(value).flatMap(polygonsIn);
}
