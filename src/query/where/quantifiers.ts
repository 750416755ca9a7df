import { all, type Condition, type Count, everything, isNothing, not, nothing, some } from './condition.ts';
import { definedEntries, type WhereInput } from './operators.ts';

/** A list under a quantifier: the condition on one member, and how to express that a number of members meet it. */
export interface Member {
  of: Condition;
  meets: (of: Condition, count: Count) => Condition;
  /** A cheaper condition for "some member meets it", if there is one. */
  some?: Condition;
}

export function parseMany(
  input: WhereInput,
  argument: string,
  parse: (element: WhereInput, argument: string) => Member,
): Condition {
  return all(
    definedEntries(input).map(([quantifier, value]) => {
      const at = `${argument}.${quantifier}`;
      if (quantifier === 'count') return parseCounted(value as WhereInput, at, parse);
      const member = parse(value as WhereInput, at);
      if (quantifier === 'every') return not(quantify(member, not(member.of), some));
      const met = member.some ?? quantify(member, member.of, some);
      return quantifier === 'none' ? not(met) : met;
    }),
  );
}

function parseCounted(
  input: WhereInput,
  argument: string,
  parse: (element: WhereInput, at: string) => Member,
): Condition {
  const { where, ...bounds } = input;
  const count = parseCount(bounds);
  const member = parse((where ?? {}) as WhereInput, `${argument}.where`);
  if (count.min > count.max) return nothing;
  if (count.min === 0 && count.max === Number.POSITIVE_INFINITY) return everything;
  return quantify(member, member.of, count);
}

/** Returns the condition that `count` members meet `of`. If nothing can meet it, the number is 0 in every list. */
function quantify(member: Member, of: Condition, count: Count): Condition {
  if (isNothing(of)) return count.min === 0 ? everything : nothing;
  return member.meets(of, count);
}

function parseCount(input: WhereInput): Count {
  const count = { min: 0, max: Number.POSITIVE_INFINITY };
  const atLeast = (n: number) => {
    count.min = Math.max(count.min, n);
  };
  const atMost = (n: number) => {
    count.max = Math.min(count.max, n);
  };
  for (const [operator, value] of definedEntries(input)) {
    const n = value as number;
    if (operator === 'eq' || operator === 'gte') atLeast(n);
    if (operator === 'eq' || operator === 'lte') atMost(n);
    if (operator === 'gt') atLeast(n + 1);
    if (operator === 'lt') atMost(n - 1);
  }
  return count;
}
