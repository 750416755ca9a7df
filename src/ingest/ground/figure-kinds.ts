import type { FigureKind } from '../../generated/schema.ts';
import type { Counted } from './find-wrong-number.ts';

const counted: Readonly<Record<FigureKind, Counted>> = {
  KILLED: 'people',
  INJURED: 'people',
  CAPTURED: 'people',
  MISSING: 'people',
  DISPLACED: 'people',
  RELEASED: 'people',
  ARRESTED: 'people',
  PEOPLE: 'people',
  MONEY: 'measures',
  WEAPONS: 'measures',
  DAYS: 'days',
  DISTANCE: 'measures',
  OTHER: 'measures',
};

/** Returns what the number of a figure counts. */
export function countedBy(kind: FigureKind): Counted {
  return counted[kind];
}
