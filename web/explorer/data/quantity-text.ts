/** A number as a band from `min` to `max`, which is null if it is open, with its best estimate. */
export interface Band {
  min: number;
  max?: number | null;
  best?: number | null;
}

/** Returns a band in words, such as `12–15 (best estimate 13)` or `41 or more`. */
export function bandText({ min, max, best }: Band): string {
  const [low, high] = [min.toLocaleString('en'), max?.toLocaleString('en')];
  const band = high === undefined ? `${low} or more` : low === high ? low : `${low}–${high}`;
  const isWider = best !== null && best !== undefined && max !== min;
  return isWider ? `${band} (best estimate ${best.toLocaleString('en')})` : band;
}

/** Returns a count with its noun, such as `1 incident` or `1,204 incidents`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;
}
