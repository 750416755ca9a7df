import { CommandError } from '../errors.ts';
import type { Path } from '../values/paths.ts';
import type { Document, Value } from '../values/value.ts';
import type { Interval } from './intervals.ts';

/** An area on the sphere. */
export interface Region {
  contains(longitude: number, latitude: number): boolean;
}

export function parseRegion(operator: string, _operand: Value): Region {
  throw new CommandError('BadValue', `${operator} is not there yet`);
}

export function within(_value: Value, _region: Region): boolean {
  return false;
}

export function intersects(_value: Value, _region: Region): boolean {
  return false;
}

/** The keys of the places at a path for a `2dsphere` index. */
export function geoKeys(_document: Document, _path: Path): Buffer[] {
  return [];
}

export function geoIntervals(_region: Region): Interval[] {
  return [];
}
