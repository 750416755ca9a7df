import { badUserInput } from '../errors.ts';
import { monthsBetween } from '../months.ts';
import type { Day } from '../values.ts';
import { all, any, type Condition, everything, exists, not, test } from './condition.ts';
import type { WhereInput } from './operators.ts';
import type { WhereField } from './where-field.ts';

interface Range<T> {
  from?: T | null;
  to?: T | null;
}

/** More months than these are not listed: a bound on the start does then. */
const mostListed = 120;

/** A condition on a date span; an open end is unbounded, and one that is approximate is never certain. */
export function parseSpan(
  { path, months, start }: Extract<WhereField, { kind: 'span' }>,
  input: WhereInput,
  argument: string,
  parsePrecision: (operators: WhereInput, argument: string) => Condition,
): Condition {
  const { certainly, possibly, precision } = input;
  return all([
    present(path, input.exists),
    certainly == null ? everything : all([inside(path, certainly, `${argument}.certainly`), isExact(path)]),
    possibly == null ? everything : overlaps(path, possibly, `${argument}.possibly`),
    possibly == null ? everything : near(possibly),
    precision == null ? everything : parsePrecision(precision as WhereInput, `${argument}.precision`),
  ]);

  function inside(path: string, range: Range<Day>, at: string): Condition {
    return all([isInside(`${path}.start`, `${path}.end`, checked(range, at)), exists(path)]);
  }

  function overlaps(path: string, range: Range<Day>, at: string): Condition {
    return all([isOverlapping(`${path}.start`, `${path}.end`, checked(range, at)), exists(path)]);
  }

  /** What follows from an overlap, and bounds an index. */
  function near({ from, to }: Range<Day>): Condition {
    const listed = from != null && to != null ? monthsBetween(from, to, mostListed) : undefined;
    return all([
      start !== undefined && to != null ? test(start, 'lte', to) : everything,
      months !== undefined && listed ? test(months, 'in', [...listed, 'long']) : everything,
      months !== undefined && from != null && to == null ? test(months, 'gte', from.slice(0, 7)) : everything,
    ]);
  }

  function isExact(path: string): Condition {
    return not(test(`${path}.precision`, 'eq', 'APPROXIMATE'));
  }
}

/** A condition on an uncertain number; one without a most is unbounded. */
export function parseQuantity(path: string, input: WhereInput, argument: string): Condition {
  const { certainly, possibly } = input as { certainly?: Range<number>; possibly?: Range<number> };
  return all([
    present(path, input.exists),
    certainly == null
      ? everything
      : all([isInside(`${path}.min`, `${path}.max`, checked(certainly, `${argument}.certainly`)), exists(path)]),
    possibly == null
      ? everything
      : all([isOverlapping(`${path}.min`, `${path}.max`, checked(possibly, `${argument}.possibly`)), exists(path)]),
  ]);
}

function present(path: string, asked: unknown): Condition {
  if (asked == null) return everything;
  return asked === true ? exists(path) : not(exists(path));
}

function isInside<T>(least: string, most: string, { from, to }: Range<T>): Condition {
  return all([from == null ? everything : test(least, 'gte', from), to == null ? everything : test(most, 'lte', to)]);
}

function isOverlapping<T>(least: string, most: string, { from, to }: Range<T>): Condition {
  return all([
    from == null ? everything : any([test(most, 'gte', from), not(exists(most))]),
    to == null ? everything : any([test(least, 'lte', to), not(exists(least))]),
  ]);
}

function checked<T extends string | number>(range: Range<T>, argument: string): Range<T> {
  const { from, to } = range;
  if (from != null && to != null && from > to)
    throw badUserInput(`${argument}.from`, `at most ${JSON.stringify(to)}, which is "to"`, from);
  return range;
}
