import { type Casualty, CasualtyKind } from '../../generated/schema.ts';
import type { Cell } from './table-cells.ts';

type Entry = Pick<Casualty, 'kind' | 'within'> & { count: Pick<Casualty['count'], 'min' | 'max' | 'best'> };

/** The columns `killed_min`, `killed_max`, `killed_best` and so on. */
export const totalColumns: readonly string[] = Object.values(CasualtyKind).flatMap((kind) =>
  ['min', 'max', 'best'].map((end) => `${kind.toLowerCase()}_${end}`),
);

/**
 * Returns the sums of an incident's casualties for `totalColumns`: null where no number is stated. Entries `within` others
 * are not added. `max` is null if any entry is open, and `best` if any entry has neither a best nor an exact number.
 */
export function casualtyTotals(casualties: readonly Entry[]): Cell[] {
  return Object.values(CasualtyKind).flatMap((kind) => {
    const counts = casualties.filter((entry) => entry.kind === kind && !entry.within).map(({ count }) => count);
    if (counts.length === 0) return [null, null, null];
    return [
      sum(counts.map(({ min }) => min)),
      sum(counts.map(({ max }) => max ?? null)),
      sum(counts.map(({ min, max, best }) => best ?? (min === max ? min : null))),
    ];
  });
}

function sum(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((total, each) => (total === null || each === null ? null : total + each), 0);
}
