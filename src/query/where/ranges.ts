import { badUserInput } from '../../errors/bad-user-input.ts';
import { monthsBetween } from '../months.ts';
import type { WhereField } from '../relation.ts';
import type { Day } from '../values.ts';
import { all, any, type Condition, everything, exists, not, test } from './condition.ts';
import type { WhereInput } from './operators.ts';

interface Range<T> {
  from?: T | null;
  to?: T | null;
}

/** The maximum number of months that a filter lists. Beyond it, only the start is bounded. */
const maxListedMonths = 120;

/** Parses a condition on a date span. An open end is unbounded, and an approximate span is never certain. */
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

  /** Returns weaker conditions that every overlapping span meets, and that an index can serve. */
  function near({ from, to }: Range<Day>): Condition {
    const listed = from != null && to != null ? monthsBetween(from, to, maxListedMonths) : undefined;
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

/** Parses a condition on an uncertain number. A number without a maximum is unbounded. */
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

function isInside<T>(minPath: string, maxPath: string, { from, to }: Range<T>): Condition {
  return all([
    from == null ? everything : test(minPath, 'gte', from),
    to == null ? everything : test(maxPath, 'lte', to),
  ]);
}

function isOverlapping<T>(minPath: string, maxPath: string, { from, to }: Range<T>): Condition {
  return all([
    from == null ? everything : any([test(maxPath, 'gte', from), not(exists(maxPath))]),
    to == null ? everything : any([test(minPath, 'lte', to), not(exists(minPath))]),
  ]);
}

function checked<T extends string | number>(range: Range<T>, argument: string): Range<T> {
  const { from, to } = range;
  if (from != null && to != null && from > to)
    throw badUserInput(`${argument}.from`, `at most ${JSON.stringify(to)}, the value of "to"`, from);
  return range;
}
