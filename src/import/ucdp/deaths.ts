import type { QuantityInput } from '../../entities/article/article.ts';
import type { GedEvent } from './ged-event.ts';

export type DeathsOf = keyof GedEvent['deaths'];

/** How many members of a group were killed; `total` if the groups do not add up to the total. */
export interface Deaths {
  of: DeathsOf | 'total';
  count: QuantityInput;
}

/**
 * Returns the deaths by group. The file has a best estimate for each group, but low and high estimates only for the
 * total. The difference to the low and high estimate is assigned to the deaths of unknown side or, without any, to the
 * largest group; a difference that would go below 0 continues with the next largest group. The minimums, maximums and
 * best estimates of the groups therefore add up to low, high and best. If low, best and high are not in order, the
 * smallest and largest of them are the bounds, and `original` quotes all three.
 */
export function deathsOf({ deaths, low, best, high }: GedEvent): Deaths[] {
  const least = Math.min(low, best, high);
  const most = Math.max(low, best, high);
  const isOrdered = least === low && most === high;
  const original = isOrdered ? {} : { original: `${best} (low ${low}, high ${high})` };
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
