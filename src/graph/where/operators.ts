import { collationKey } from '../collation-key.ts';
import { badUserInput } from '../errors.ts';
import { type NodeType, parseIdOf } from '../node-id.ts';
import { isMergedType } from '../survivors.ts';
import { all, type Condition, exists, mapTests, not, nothing, test } from './condition.ts';

/** An input object of a filter, as GraphQL gives it. */
export type WhereInput = Readonly<Record<string, unknown>>;

const longestList = 1000;
const longestPart = 1000;

export function parseString(input: WhereInput, argument: string, path: string, folded: string): Condition {
  const { contains, startsWith, ...others } = input;
  const parts = { contains, startsWith };
  return all([
    parseOperators(others, argument, path, (operand, at) => checkedText(operand as string, at)),
    ...given(parts).map(([operator, value]) => {
      const text = checkedText(value as string, `${argument}.${operator}`);
      if (text.length > longestPart)
        throw badUserInput(`${argument}.${operator}`, `at most ${longestPart.toLocaleString('en')} characters`, text);
      return all([exists(path), test(folded, operator as 'contains' | 'startsWith', collationKey(text))]);
    }),
  ]);
}

export function parseOperators(
  input: WhereInput,
  argument: string,
  path: string,
  read: (operand: unknown, argument: string) => unknown,
): Condition {
  return all(
    given(input).map(([operator, operand]) => {
      const at = `${argument}.${operator}`;
      switch (operator) {
        case 'in':
          return within(path, readList(operand, at, read));
        case 'notIn':
          return not(within(path, readList(operand, at, read)));
        case 'exists':
          return operand === true ? exists(path) : not(exists(path));
        default:
          return test(path, operator as 'eq' | 'gt' | 'gte' | 'lt' | 'lte', read(operand, at));
      }
    }),
  );
}

function within(path: string, values: unknown[]): Condition {
  return values.length === 0 ? nothing : test(path, 'in', values);
}

function readList(
  operand: unknown,
  argument: string,
  read: (operand: unknown, argument: string) => unknown,
): unknown[] {
  const values = operand as unknown[];
  if (values.length > longestList)
    throw badUserInput(argument, `a list of at most ${longestList.toLocaleString('en')}`, values.length);
  return [...new Set(values.map((value, index) => read(value, `${argument}.${index}`)))];
}

export function parseIds(type: NodeType, input: WhereInput, argument: string, path: string): Condition {
  return naming(
    type,
    parseOperators(input, argument, path, (id, at) => parseId(type, id, at)),
  );
}

/** The condition, whose operands are ids. */
export function naming(type: NodeType, condition: Condition): Condition {
  if (!isMergedType(type)) return condition;
  return mapTests(condition, (test) => (test.operator === 'exists' ? test : { ...test, of: type }));
}

export function parseId(type: NodeType, value: unknown, argument: string): string {
  const slug = parseIdOf(type, String(value));
  if (slug === undefined) throw badUserInput(argument, `an id of the type ${type}`, value);
  return slug;
}

/** The store would change a lone surrogate in silence, and nothing stored holds NUL, which would end a pattern. */
function checkedText(text: string, argument: string): string {
  if (text.includes('\0')) throw badUserInput(argument, 'text without NUL', text);
  if (/\p{Surrogate}/u.test(text)) throw badUserInput(argument, 'text without lone surrogates', text);
  return text;
}

export function given(input: WhereInput): [string, unknown][] {
  return Object.entries(input).filter(([, value]) => value != null);
}
