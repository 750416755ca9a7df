import { all, type Condition, type Count, everything, isNothing, not, nothing, some } from './condition.ts';
import { given, type WhereInput } from './operators.ts';

/** What a quantifier is about: the condition on one member of a list, and what so many members meeting it amount to. */
export interface Member {
  of: Condition;
  meets: (of: Condition, count: Count) => Condition;
  /** The shorter way to say that some meet it, where there is one. */
  some?: Condition;
}

export function parseMany(
  input: WhereInput,
  argument: string,
  parse: (element: WhereInput, argument: string) => Member,
): Condition {
  return all(
    given(input).map(([quantifier, value]) => {
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
  if (count.least > count.most) return nothing;
  if (count.least === 0 && count.most === Number.POSITIVE_INFINITY) return everything;
  return quantify(member, member.of, count);
}

/** Of what nothing meets, there are 0 in every list. */
function quantify(member: Member, of: Condition, count: Count): Condition {
  if (isNothing(of)) return count.least === 0 ? everything : nothing;
  return member.meets(of, count);
}

function parseCount(input: WhereInput): Count {
  const count = { least: 0, most: Number.POSITIVE_INFINITY };
  const atLeast = (n: number) => {
    count.least = Math.max(count.least, n);
  };
  const atMost = (n: number) => {
    count.most = Math.min(count.most, n);
  };
  for (const [operator, value] of given(input)) {
    const n = value as number;
    if (operator === 'eq' || operator === 'gte') atLeast(n);
    if (operator === 'eq' || operator === 'lte') atMost(n);
    if (operator === 'gt') atLeast(n + 1);
    if (operator === 'lt') atMost(n - 1);
  }
  return count;
}
