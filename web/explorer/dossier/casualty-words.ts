import type { CasualtyGroup, CasualtyKind, Demographic, Severity } from '../generated/graphql.ts';
import { labelOf } from '../state/labels.ts';
import { quantityInWords, type Range } from '../state/quantity-words.ts';

/** An entry of an incident's casualties. */
export interface Entry {
  kind: CasualtyKind;
  count: Range;
  group: CasualtyGroup;
  demographic: Demographic | null;
  within: boolean;
  severity: Severity;
}

/** An entry in words, without its kind: “10 to 12, best estimate 12 · civilians · children”. */
export function entryInWords(entry: Entry): string {
  return [quantityInWords(entry.count), ...qualitiesOf(entry)].join(' · ');
}

/** Who the people were and how badly they were hurt, as far as it is stated, in words. */
export function qualitiesOf({
  group,
  demographic,
  severity,
}: Pick<Entry, 'group' | 'demographic' | 'severity'>): string[] {
  return [
    group === 'UNKNOWN' ? null : labelOf(group, 'CasualtyGroup').toLowerCase(),
    demographic && labelOf(demographic, 'Demographic').toLowerCase(),
    severity === 'UNKNOWN' ? null : labelOf(severity, 'Severity').toLowerCase(),
  ].filter((words) => words !== null);
}

/** Where a number lies on a scale of `0` to `top`, as parts of 1. `to` is 1 and `open` is set if there is no upper limit. */
export interface Band {
  from: number;
  to: number;
  best: number | null;
  open: boolean;
}

/** Draws numbers on one scale, so that their bands can be compared. An open end leaves room beyond every number. */
export function bandsOf(counts: readonly Range[]): Band[] {
  const known = counts.flatMap(({ min, max, best }) => [min, max ?? 0, best ?? 0]);
  const highest = Math.max(1, ...known);
  const top = counts.some(({ max }) => max === null) ? highest * 1.3 : highest;
  return counts.map(({ min, max, best }) => {
    const exact = max !== null && min === max;
    return {
      from: min / top,
      to: max === null ? 1 : max / top,
      best: best === null ? (exact ? min / top : null) : best / top,
      open: max === null,
    };
  });
}
