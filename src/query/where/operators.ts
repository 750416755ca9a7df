import { badUserInput } from '../../errors/bad-user-input.ts';
import { foldText } from '../../text/fold-text.ts';
import { type NodeType, parseIdOf } from '../node-id.ts';
import { isMergedType } from '../survivors.ts';
import { all, type Condition, exists, mapTests, not, nothing, test } from './condition.ts';

/** An input object of a filter, as GraphQL passes it. */
export type WhereInput = Readonly<Record<string, unknown>>;

export const maxListLength = 1000;
const maxTextLength = 1000;

export function parseString(input: WhereInput, argument: string, path: string, folded: string): Condition {
  const { contains, startsWith, ...others } = input;
  const parts = { contains, startsWith };
  return all([
    parseOperators(others, argument, path, (operand, at) => checkedText(operand as string, at)),
    ...definedEntries(parts).map(([operator, value]) => {
      const text = checkedText(value as string, `${argument}.${operator}`);
      if (text.length > maxTextLength)
        throw badUserInput(`${argument}.${operator}`, `at most ${maxTextLength.toLocaleString('en')} characters`, text);
      return all([exists(path), test(folded, operator as 'contains' | 'startsWith', foldText(text))]);
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
    definedEntries(input).map(([operator, operand]) => {
      const at = `${argument}.${operator}`;
      switch (operator) {
        case 'in':
          return isAmong(path, readList(operand, at, read));
        case 'notIn':
          return not(isAmong(path, readList(operand, at, read)));
        case 'exists':
          return operand === true ? exists(path) : not(exists(path));
        default:
          return test(path, operator as 'eq' | 'gt' | 'gte' | 'lt' | 'lte', read(operand, at));
      }
    }),
  );
}

function isAmong(path: string, values: unknown[]): Condition {
  return values.length === 0 ? nothing : test(path, 'in', values);
}

function readList(
  operand: unknown,
  argument: string,
  read: (operand: unknown, argument: string) => unknown,
): unknown[] {
  const values = operand as unknown[];
  if (values.length > maxListLength)
    throw badUserInput(argument, `a list of at most ${maxListLength.toLocaleString('en')}`, values.length);
  return [...new Set(values.map((value, index) => read(value, `${argument}.${index}`)))];
}

export function parseIds(type: NodeType, input: WhereInput, argument: string, path: string): Condition {
  return naming(
    type,
    parseOperators(input, argument, path, (id, at) => parseId(type, id, at)),
  );
}

/** Marks the operands of a condition as ids of this type, so that merged ones are replaced by their survivors. */
export function naming(type: NodeType, condition: Condition): Condition {
  if (!isMergedType(type)) return condition;
  return mapTests(condition, (test) => (test.operator === 'exists' ? test : { ...test, of: type }));
}

export function parseId(type: NodeType, value: unknown, argument: string): string {
  const slug = parseIdOf(type, String(value));
  if (slug === undefined) throw badUserInput(argument, `an id of the type ${type}`, value);
  return slug;
}

/** Rejects lone surrogates, which the store would silently change, and NUL, which would end a pattern. */
function checkedText(text: string, argument: string): string {
  if (text.includes('\0')) throw badUserInput(argument, 'text without NUL', text);
  if (/\p{Surrogate}/u.test(text)) throw badUserInput(argument, 'text without lone surrogates', text);
  return text;
}

export function definedEntries(input: WhereInput): [string, unknown][] {
  return Object.entries(input).filter(([, value]) => value != null);
}
