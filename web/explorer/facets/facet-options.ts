/** A value of a facet, as the answer counts it. */
export interface Group {
  key: string;
  label: string;
  count: number;
}

/** A value that can be chosen. */
export interface Option {
  key: string;
  label: string;
  /** The number of incidents; null while it is not known. */
  count: number | null;
  chosen: boolean;
}

interface Given {
  /** The counted values, most frequent first. */
  groups: readonly Group[];
  /** The counts of the incidents that have a chosen value. */
  chosenGroups?: readonly Group[] | undefined;
  chosen: readonly string[];
  /** How a value is called of which there is no count. */
  labelOf: (key: string) => string;
  /** Whether a value without a count occurs nowhere, as `groups` or `chosenGroups` is complete. */
  complete: boolean;
}

/** The values of a facet in the order of their counts. Chosen ones are always among them, those without a count last. */
export function facetOptions({ groups, chosenGroups = [], chosen, labelOf, complete }: Given): Option[] {
  const counted = new Map(groups.map((group) => [group.key, group]));
  const options: Option[] = groups.map((group) => ({ ...group, chosen: chosen.includes(group.key) }));
  const others = new Map(chosenGroups.map((group) => [group.key, group]));
  const uncounted = chosen
    .filter((key) => !counted.has(key))
    .map((key) => {
      const group = others.get(key);
      const count = group?.count ?? (complete ? 0 : null);
      return { key, label: group?.label ?? labelOf(key), count, chosen: true };
    });
  return [...options, ...uncounted.sort((a, b) => (b.count ?? 0) - (a.count ?? 0))];
}

/** The options to show when only `size` fit: the first ones, and all that are chosen. */
export function shortlist(options: readonly Option[], size: number): Option[] {
  return options.filter((option, index) => index < size || option.chosen);
}

/** The options whose label contains all the words, without regard to case and accents. */
export function matching(options: readonly Option[], words: string): Option[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return options.filter(({ label }) => wanted.every((word) => fold(label).includes(word)));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The list with the value added, or removed if it is there. */
export function toggled<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
