import { BSONRegExp, Decimal128 } from 'bson';
import { fail } from '../errors.ts';
import { compileExpression, type Expression } from '../expression/expression.ts';
import { parseRegion, type Region } from '../geo/region.ts';
import { type Dependencies, type Dependency, mergeDependencies, stringsIn } from '../values/dependencies.ts';
import { type Document, isDocument, isNumber, toNumber, typeName, typeNumbers, type Value } from '../values/value.ts';
import { compileRegex, compileTest } from './regex.ts';

/** A checked filter, which the matcher compiles and the planner reads. */
export type Filter =
  | { kind: 'and' | 'or' | 'nor'; filters: Filter[] }
  | { kind: 'path'; path: string; test: Test }
  | { kind: 'expression'; evaluate: Expression; reads: Dependencies | null };

/** The condition of one operator on the values at a path. */
export type Test =
  | { op: 'eq' | 'lt' | 'lte' | 'gt' | 'gte'; value: Value }
  | { op: 'in'; values: Value[]; regexes: Pick<RegExp, 'test'>[] }
  | { op: 'regex'; regex: RegExp; source: BSONRegExp }
  | { op: 'exists'; exists: boolean }
  | { op: 'type'; types: ReadonlySet<string> }
  | { op: 'size'; size: number }
  | { op: 'mod'; divisor: bigint; remainder: bigint }
  | { op: 'elemMatch'; filter: Filter }
  | { op: 'elemMatchValue'; tests: Test[] }
  | { op: 'not'; tests: Test[] }
  | { op: 'geoWithin' | 'geoIntersects'; region: Region; source?: Value };

export interface ParsedFilter {
  filter: Filter;
  /** The paths it reads; null for the whole document. */
  reads: Dependencies | null;
}

/** Parses a query document. Throws with MongoDB's codes for unknown operators and malformed operands. */
export function parseFilter(query: Document, variables: readonly string[] = []): ParsedFilter {
  const filter = parseConjunction(query, { variables });
  return { filter, reads: readsOfFilter(filter) };
}

/** The paths that a filter reads; null for the whole document. */
export function readsOfFilter(filter: Filter): Dependencies | null {
  if (filter.kind === 'path') return new Map([[filter.path, readBy(filter.test)]]);
  return filter.kind === 'expression' ? filter.reads : mergeDependencies(filter.filters.map(readsOfFilter));
}

/** The filters that must all pass. */
export function partsOf(filter: Filter): Filter[] {
  return filter.kind === 'and' ? filter.filters.flatMap(partsOf) : [filter];
}

interface ParseContext {
  variables: readonly string[];
}

function parseConjunction(query: Document, context: ParseContext): Filter {
  const filters: Filter[] = [];
  for (const [key, value] of query) {
    if (key.startsWith('$')) filters.push(...parseTopLevel(key, value, context));
    else {
      filters.push(...parseTests(value, context).map((test): Filter => ({ kind: 'path', path: key, test })));
    }
  }
  return filters.length === 1 ? (filters[0] as Filter) : { kind: 'and', filters };
}

function parseTopLevel(key: string, value: Value, context: ParseContext): Filter[] {
  switch (key) {
    case '$and':
    case '$or':
    case '$nor': {
      if (!Array.isArray(value) || value.length === 0) fail('BadValue', `${key} must be a nonempty array`);
      const filters = value.map((item) => {
        if (!isDocument(item)) fail('BadValue', `${key} entries need to be full objects`);
        return parseConjunction(item, context);
      });
      return [{ kind: key.slice(1) as 'and' | 'or' | 'nor', filters }];
    }
    case '$expr': {
      const { evaluate, reads } = compileExpression(value, context.variables);
      return [{ kind: 'expression', evaluate, reads }];
    }
    case '$comment':
      return [];
    case '$alwaysTrue':
      return [];
    case '$text':
      return fail('IndexNotFound', 'text index required for $text query; this store has none');
    default:
      fail(
        'BadValue',
        `unknown top level operator: ${key}. $jsonSchema, $where and $sampleRate are not supported by this store`,
      );
  }
}

/** How much a test reads of its path. */
function readBy(test: Test): Dependency {
  switch (test.op) {
    case 'exists':
      return 'existence';
    case 'eq':
      return stringsIn([test.value]) ?? 'value';
    case 'in':
      return stringsIn(test.values) ?? 'value';
    case 'not': {
      const inner = mergeDependencies(test.tests.map((each) => new Map([['', readBy(each)]])));
      return inner?.get('') ?? 'value';
    }
    default:
      return 'value';
  }
}

/** The tests of `{ path: value }`, which must all hold: those of a document of operators, or an implicit `$eq`. */
function parseTests(value: Value, context: ParseContext): Test[] {
  if (value instanceof BSONRegExp) return [regexTest(value)];
  if (!isOperators(value)) return [{ op: 'eq', value }];
  const tests: Test[] = [];
  for (const [operator, operand] of value) {
    if (operator === '$options') {
      if (!value.has('$regex')) fail('BadValue', '$options needs a $regex');
    } else if (operator === '$maxDistance' || operator === '$minDistance') {
      fail('BadValue', `${operator} is only allowed inside $near or $nearSphere`);
    } else tests.push(...parseOperator(operator, operand, value, context));
  }
  return tests;
}

function isOperators(value: Value): value is Document {
  if (!isDocument(value)) return false;
  const [first] = value.keys();
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id' && first !== '$db';
}

function parseOperator(operator: string, operand: Value, siblings: Document, context: ParseContext): Test[] {
  switch (operator) {
    case '$eq':
      if (operand instanceof BSONRegExp) return [{ op: 'eq', value: operand }];
      return [{ op: 'eq', value: operand }];
    case '$ne':
      if (operand instanceof BSONRegExp) fail('BadValue', "Can't have regex as arg to $ne.");
      return [{ op: 'not', tests: [{ op: 'eq', value: operand }] }];
    case '$lt':
    case '$lte':
    case '$gt':
    case '$gte':
      if (operand instanceof BSONRegExp)
        fail('BadValue', `Can't have RegEx as arg to predicate over field with ${operator}`);
      return [{ op: operator.slice(1) as 'lt', value: operand }];
    case '$in':
      return [inTest(operand, '$in')];
    case '$nin':
      return [{ op: 'not', tests: [inTest(operand, '$nin')] }];
    case '$all':
      return allTests(operand, context);
    case '$not':
      return [{ op: 'not', tests: notTests(operand, context) }];
    case '$exists':
      return [{ op: 'exists', exists: isTrue(operand) }];
    case '$regex':
      return [regexTest(operand, siblings.get('$options'))];
    case '$type':
      return [{ op: 'type', types: typeSet(operand) }];
    case '$size':
      return [{ op: 'size', size: sizeOf(operand) }];
    case '$mod':
      return [modTest(operand)];
    case '$elemMatch':
      return [elemMatchTest(operand, context)];
    case '$geoWithin':
    case '$geoIntersects':
      return [{ op: operator.slice(1) as 'geoWithin', region: parseRegion(operator, operand), source: operand }];
    case '$near':
    case '$nearSphere':
      return fail('BadValue', `${operator} is only allowed at the top level of a find's filter`);
    default:
      fail('BadValue', `unknown operator: ${operator}`);
  }
}

function inTest(operand: Value, operator: string): Test {
  if (!Array.isArray(operand)) fail('BadValue', `${operator} needs an array`);
  const values: Value[] = [];
  const regexes: Pick<RegExp, 'test'>[] = [];
  for (const value of operand) {
    if (value instanceof BSONRegExp) {
      regexes.push(compileTest(value.pattern, value.options));
      values.push(value);
    } else if (isOperators(value)) fail('BadValue', `cannot nest $ under ${operator}`);
    else values.push(value);
  }
  return { op: 'in', values, regexes };
}

function allTests(operand: Value, context: ParseContext): Test[] {
  if (!Array.isArray(operand)) fail('BadValue', '$all needs an array');
  if (operand.length === 0) return [{ op: 'in', values: [], regexes: [] }];
  return operand.map((value) => {
    if (value instanceof BSONRegExp) return regexTest(value);
    if (!isOperators(value)) return { op: 'eq', value };
    if (value.size !== 1 || !value.has('$elemMatch')) fail('BadValue', 'no $ expressions in $all');
    return elemMatchTest(value.get('$elemMatch'), context);
  });
}

function notTests(operand: Value, context: ParseContext): Test[] {
  if (operand instanceof BSONRegExp) return [regexTest(operand)];
  if (!isDocument(operand)) fail('BadValue', '$not needs a regex or a document');
  if (operand.size === 0) fail('BadValue', '$not cannot be empty');
  const [first] = operand.keys();
  if (!isOperators(operand)) fail('BadValue', `unknown operator: ${first}`);
  return parseTests(operand, context);
}

function regexTest(value: Value, options?: Value): Test {
  if (options !== undefined && typeof options !== 'string') fail('BadValue', '$options has to be a string');
  if (value instanceof BSONRegExp) {
    if (options !== undefined && value.options !== '') fail('Location51075', 'options set in both $regex and $options');
    const source = new BSONRegExp(value.pattern, options ?? value.options);
    return { op: 'regex', regex: compileRegex(source.pattern, source.options), source };
  }
  if (typeof value !== 'string') fail('BadValue', '$regex has to be a string');
  return { op: 'regex', regex: compileRegex(value, options ?? ''), source: new BSONRegExp(value, options ?? '') };
}

/** The names of the types in an operand of `$type`; `number` expands to four. */
function typeSet(operand: Value): ReadonlySet<string> {
  const types = new Set<string>();
  const operands = Array.isArray(operand) ? operand : [operand];
  if (operands.length === 0) fail('FailedToParse', '$type must match at least one type');
  for (const item of operands) {
    if (item === 'number') for (const name of ['int', 'long', 'double', 'decimal']) types.add(name);
    else if (typeof item === 'string' && typeNumbers.has(item)) types.add(item);
    else if (isNumber(item)) types.add(typeOfNumber(toNumber(item)));
    else fail('BadValue', `Unknown type name alias: ${String(item)}`);
  }
  return types;
}

function typeOfNumber(number: number): string {
  for (const [name, code] of typeNumbers) if (code === number) return name;
  fail('BadValue', `Invalid numerical type code: ${number}`);
}

function sizeOf(operand: Value): number {
  if (!isNumber(operand) || !Number.isInteger(toNumber(operand)))
    fail('BadValue', `Failed to parse $size. Expected an integer, but got: ${typeName(operand)}`);
  const size = toNumber(operand);
  if (size < 0) fail('BadValue', `Failed to parse $size. Expected a non-negative number, but got: ${size}`);
  return size;
}

function modTest(operand: Value): Test {
  if (!Array.isArray(operand)) fail('BadValue', 'malformed mod, needs to be an array');
  if (operand.length !== 2)
    fail('BadValue', `malformed mod, ${operand.length < 2 ? 'not enough' : 'too many'} elements`);
  const [divisor, remainder] = operand.map((value, i) => {
    if (!isNumber(value) || value instanceof Decimal128 || !Number.isFinite(toNumber(value)))
      fail('BadValue', `malformed mod, ${i === 0 ? 'divisor' : 'remainder'} not a number`);
    return typeof value === 'bigint' ? value : BigInt(Math.trunc(toNumber(value)));
  }) as [bigint, bigint];
  if (divisor === 0n) fail('BadValue', 'divisor cannot be 0');
  return { op: 'mod', divisor, remainder };
}

function elemMatchTest(operand: Value, context: ParseContext): Test {
  if (!isDocument(operand)) fail('BadValue', '$elemMatch needs an Object');
  const [first] = operand.keys();
  const asValue = first?.startsWith('$') === true && !['$and', '$or', '$nor', '$expr', '$comment'].includes(first);
  if (asValue) return { op: 'elemMatchValue', tests: parseTests(operand, context) };
  if (operand.has('$expr')) fail('BadValue', '$expr can only be applied to the top-level document');
  return { op: 'elemMatch', filter: parseConjunction(operand, context) };
}

/** MongoDB's truthiness: everything except false, 0, null and missing. */
export function isTrue(value: Value): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumber(value) || toNumber(value) !== 0;
}

/** The conjunction of filters. */
export function allOf(filters: ParsedFilter[]): ParsedFilter {
  if (filters.length === 1) return filters[0] as ParsedFilter;
  return {
    filter: { kind: 'and', filters: filters.map(({ filter }) => filter) },
    reads: mergeDependencies(filters.map(({ reads }) => reads)),
  };
}
