import type { QuantityInput } from '../../article/article.ts';
import type { GedEvent } from './ged-event.ts';

export type DeathsOf = keyof GedEvent['deaths'];

/** How many of whom were killed; `total` where the file's parts do not make up its sum. */
export interface Deaths {
  of: DeathsOf | 'total';
  count: QuantityInput;
}

/**
 * The killed, by whom they belonged to. The file gives best estimates of the parts, and a low and a high one of the sum
 * only: what the sum may be less or more is put on those of unknown side, else on the largest part, and on the next as
 * far as it is less than nobody. So the mins make up the low, the maxes the high and the bests the best estimate.
 * Where those three are not in order, the least and the greatest of them bound, and their words are kept.
 */
export function deathsOf({ deaths, low, best, high }: GedEvent): Deaths[] {
  const least = Math.min(low, best, high);
  const most = Math.max(low, best, high);
  const isOrdered = least === low && most === high;
  const original = isOrdered ? {} : { original: `low ${low}, best ${best}, high ${high}` };
  const parts = (Object.entries(deaths) as [DeathsOf, number][])
    .filter(([, count]) => count > 0)
    .sort(([a, inA], [b, inB]) => Number(b === 'unknown') - Number(a === 'unknown') || inB - inA);
  if (parts.reduce((sum, [, count]) => sum + count, 0) !== best || parts.length === 0) {
    return most === 0 ? [] : [{ of: 'total', count: { min: least, max: most, best, ...original } }];
  }
  let below = best - least;
  const spread = parts.map(([of, count], at): Deaths => {
    const less = Math.min(below, count);
    below -= less;
    const more = at === 0 ? most - best : 0;
    return { of, count: { min: count - less, max: count + more, best: count, ...(at === 0 && original) } };
  });
  return (Object.keys(deaths) as DeathsOf[]).flatMap((of) => spread.filter((each) => each.of === of));
}
