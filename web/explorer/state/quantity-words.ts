/** A number as the gateway answers it; `max` is null if there is no upper limit. */
export interface Range {
  min: number;
  max: number | null;
  best: number | null;
}

/** A number in words: “3”, “10 to 12, best estimate 12” or “at least 41”. */
export function quantityInWords({ min, max, best }: Range): string {
  const range =
    max === null ? `at least ${format(min)}` : min === max ? format(min) : `${format(min)} to ${format(max)}`;
  return best === null || (min === max && best === min) ? range : `${range}, best estimate ${format(best)}`;
}

function format(count: number): string {
  return count.toLocaleString('en');
}
