import type { CasualtyKind, Occurrence } from '../generated/graphql.ts';

interface Count {
  min: number;
  max?: number | null;
  best?: number | null;
}

interface Entry {
  kind: CasualtyKind;
  within: boolean;
  count: Count;
}

/**
 * How many people were killed or injured, such as “3 killed”, “at least 41 killed” or “10–12 killed”; null if nobody
 * states a number. That is not 0: “none killed” is only said where a source says so.
 */
export function peopleInWords(kind: 'KILLED' | 'INJURED', casualties: readonly Entry[]): string | null {
  const entries = casualties.filter((entry) => entry.kind === kind && !entry.within);
  if (entries.length === 0) return null;
  const word = kind === 'KILLED' ? 'killed' : 'injured';
  return `${quantityInWords(sum(entries.map(({ count }) => count)))} ${word}`;
}

/** A number with its doubt: “3”, “at least 41”, “10–12”, “about 11 (10–12)”, “none”. */
export function quantityInWords({ min, max, best }: Count): string {
  const known = best != null && best !== min && best !== max ? `about ${number(best)} ` : '';
  if (max == null) return known ? `${known}(at least ${number(min)})` : `at least ${number(min)}`;
  if (min === max) return max === 0 ? 'none' : number(min);
  const span = min === 0 ? `up to ${number(max)}` : `${number(min)}–${number(max)}`;
  return known ? `${known}(${span})` : span;
}

/** What an incident that did not happen is: planned, expected, … Null for one that did. */
export function occurrenceInWords(occurrence: Occurrence): string | null {
  const words: Record<Occurrence, string | null> = {
    HAPPENED: null,
    PLANNED: 'planned',
    EXPECTED: 'expected',
    CONDITIONAL: 'threatened on a condition',
    DID_NOT_HAPPEN: 'did not happen',
  };
  return words[occurrence] ?? null;
}

/** The sum, which has an upper limit or a best estimate only if every part has one. */
function sum(counts: readonly Count[]): Count {
  const add = (values: (number | null)[]) =>
    values.some((value) => value === null) ? null : values.reduce((total: number, value) => total + (value ?? 0), 0);
  const exact = ({ min, max, best }: Count) => best ?? (min === max ? min : null);
  return {
    min: counts.reduce((total, { min }) => total + min, 0),
    max: add(counts.map(({ max }) => max ?? null)),
    best: counts.some(({ best }) => best != null) ? add(counts.map(exact)) : null,
  };
}

function number(value: number): string {
  return value.toLocaleString('en');
}
