import { type CodeName, fail } from '../errors.ts';
import { addDependency, type Dependencies, type MutableDependencies } from '../values/dependencies.ts';
import { encodeDocument } from '../values/encode-document.ts';
import { parsePath } from '../values/paths.ts';
import { type Document, isDocument, isInt32, isNumber, toNumber, type Value } from '../values/value.ts';
import type { Operator } from './operator.ts';
import { operators, truthy } from './operators.ts';

/** The values of variables (`$$name`), by name. A binding creates a new map. */
export type Vars = ReadonlyMap<string, Value>;

/** A compiled aggregation expression. It returns undefined for a missing value, and never changes its arguments. */
export type Expression = (root: Document, vars: Vars) => Value;

export interface CompiledExpression {
  evaluate: Expression;
  /** The paths it reads; null for the whole document. */
  reads: Dependencies | null;
  /** The expression's value if it is the same for all documents; otherwise null. */
  constant: { value: Value } | null;
  /** Returns a text that only expressions with the same values have; null if variables may change them. */
  text(): string | null;
}

/** Compiles an expression. Throws InvalidPipelineOperator for operators that are not in the allow-list. */
export function compileExpression(value: Value, variables: readonly string[] = []): CompiledExpression {
  const needs: Context['needs'] = { reads: new Map(), all: false, dynamic: false };
  const evaluate = compile(value, { needs, variables });
  return {
    evaluate,
    reads: needs.all ? null : needs.reads,
    constant: needs.dynamic ? null : { value: evaluate(new Map(), noVars) },
    text: () => textOf(value),
  };
}

function textOf(expression: Value): string | null {
  const text = encodeDocument(new Map([['', expression]])).toString('latin1');
  return text.includes('$$') ? null : text;
}

const noVars: Vars = new Map();

interface Context {
  needs: { reads: MutableDependencies; all: boolean; dynamic: boolean };
  variables: readonly string[];
}

function compile(value: Value, context: Context): Expression {
  if (typeof value === 'string' && value.startsWith('$')) {
    context.needs.dynamic = true;
    return value.startsWith('$$') ? compileVariable(value.slice(2), context) : compileField(value.slice(1), context);
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => compile(item, context));
    return (root, vars) => items.map((item) => item(root, vars) ?? null);
  }
  if (!isDocument(value)) return () => value;
  const [first] = value.keys();
  if (first?.startsWith('$')) {
    if (value.size !== 1) fail('Location15983', 'an expression specification must contain exactly one field');
    return compileOperator(first, value.get(first), context);
  }
  return compileObject(value, context);
}

function compileObject(value: Document, context: Context): Expression {
  const fields = [...value].map(([name, item]): [string, Expression] => {
    if (name.includes('.')) fail('Location16410', `FieldPath field names may not contain '.': ${name}`);
    return [name, compile(item, context)];
  });
  return (root, vars) => {
    const document: Document = new Map();
    for (const [name, item] of fields) {
      const result = item(root, vars);
      if (result !== undefined) document.set(name, result);
    }
    return document;
  };
}

function compileField(path: string, context: Context): Expression {
  const parts = parsePath(path);
  if (parts.some((part) => part === '' || part.startsWith('$')))
    fail('Location16872', `'$${path}' is not a field path`);
  addDependency(context.needs.reads, path, 'value');
  if (parts.length === 1) return (root) => root.get(path);
  return (root) => pathValue(root, parts, 0);
}

/** The value at a path. If the path leads through an array, the array of its documents' values. */
function pathValue(value: Value, parts: readonly string[], from: number): Value {
  if (from === parts.length) return value;
  if (isDocument(value)) return pathValue(value.get(parts[from] as string), parts, from + 1);
  if (!Array.isArray(value)) return undefined;
  // Skip elements that are not documents: arrays in arrays are not entered.
  return value.flatMap((item) => {
    const found = isDocument(item) ? pathValue(item, parts, from) : undefined;
    return found === undefined ? [] : [found];
  });
}

function compileVariable(path: string, context: Context): Expression {
  const [name, ...parts] = parsePath(path) as [string, ...string[]];
  if (name === 'REMOVE') return () => undefined;
  if (name === 'ROOT' || name === 'CURRENT') {
    if (parts.length > 0) return compileField(parts.join('.'), context);
    context.needs.all = true;
    return (root) => root;
  }
  if (name !== 'NOW' && !context.variables.includes(name)) fail('Location17276', `Use of undefined variable: ${name}`);
  return (_root, vars) => pathValue(vars.get(name), parts, 0);
}

/** Compiles an operator's arguments. A single one need not be in an array. */
function compileAll(operand: Value, context: Context): Expression[] {
  return (Array.isArray(operand) ? operand : [operand]).map((item) => compile(item, context));
}

function compileOperator(name: string, operand: Value, context: Context): Expression {
  const form = forms.get(name);
  return form === undefined ? compileSimple(name, operand, context) : form(operand, context);
}

/** Compiles an operator that takes the values of its arguments. */
function compileSimple(name: string, operand: Value, context: Context): Expression {
  const operator = operators.get(name);
  if (operator === undefined)
    fail('InvalidPipelineOperator', `Unrecognized expression '${name}', not supported by this store`);
  if (operator.named !== undefined) return compileNamed(name, operand, operator.named, operator, context);
  const items = compileAll(operand, context);
  const { minArguments, maxArguments, apply } = operator;
  if (items.length < minArguments || items.length > maxArguments)
    fail(
      'Location16020',
      `Expression ${name} takes ${minArguments === maxArguments ? minArguments : `${minArguments} to ${maxArguments}`} arguments. ${items.length} were passed in.`,
    );
  const [one, two] = items;
  if (items.length === 1 && one !== undefined) return (root, vars) => apply([one(root, vars)]);
  if (items.length === 2 && one !== undefined && two !== undefined) {
    return (root, vars) => apply([one(root, vars), two(root, vars)]);
  }
  return (root, vars) => apply(items.map((item) => item(root, vars)));
}

/** Compiles an operator with named arguments. */
function compileNamed(
  name: string,
  operand: Value,
  names: readonly string[],
  { minArguments, apply }: Operator,
  context: Context,
): Expression {
  const needed = names.slice(0, minArguments).map((argument): Needed[number] => [argument, 'FailedToParse']);
  const document = argumentsOf(name, operand, needed, names);
  const items = names.map((argument) => compile(document.get(argument), context));
  return (root, vars) => apply(items.map((item) => item(root, vars)));
}

/** The required arguments, each with the error code for its absence. */
type Needed = [name: string, code: CodeName][];

/** The named arguments of an operator. Throws if a required one is missing or an unknown one is given. */
function argumentsOf(name: string, operand: Value, needed: Needed, taken: readonly string[] = []): Document {
  if (!isDocument(operand)) fail('FailedToParse', `${name} only supports an object as its argument`);
  for (const key of operand.keys()) {
    if (!taken.includes(key) && !needed.some(([argument]) => argument === key))
      fail('FailedToParse', `Unrecognized argument to ${name}: ${key}`);
  }
  for (const [key, code] of needed) {
    if (!operand.has(key)) fail(code, `Missing '${key}' parameter to ${name}`);
  }
  return operand;
}

/** Operators with a syntax of their own, or that do not evaluate all arguments. */
const forms: ReadonlyMap<string, (operand: Value, context: Context) => Expression> = new Map([
  ['$literal', (operand: Value) => () => operand],
  ['$expr', (operand: Value, context: Context) => compile(operand, context)],
  ['$cond', compileCond],
  ['$switch', compileSwitch],
  ['$ifNull', compileIfNull],
  ['$and', (operand: Value, context: Context) => compileLogic(operand, context, false)],
  ['$or', (operand: Value, context: Context) => compileLogic(operand, context, true)],
  ['$let', compileLet],
  ['$map', compileMap],
  ['$filter', compileFilter],
  ['$in', compileIn],
]);

function compileCond(operand: Value, context: Context): Expression {
  const needed = [
    ['if', 'Location17080'],
    ['then', 'Location17081'],
    ['else', 'Location17082'],
  ] satisfies Needed;
  const parts = Array.isArray(operand)
    ? operand
    : needed.map(([name]) => argumentsOf('$cond', operand, needed).get(name));
  if (parts.length !== 3) fail('Location16020', 'Expression $cond takes exactly 3 arguments');
  const [condition, yes, no] = parts.map((part) => compile(part, context)) as [Expression, Expression, Expression];
  return (root, vars) => (truthy(condition(root, vars)) ? yes(root, vars) : no(root, vars));
}

function compileSwitch(operand: Value, context: Context): Expression {
  const given = argumentsOf('$switch', operand, [['branches', 'Location40068']], ['default']);
  const list = given.get('branches');
  if (!Array.isArray(list) || list.length === 0) fail('Location40068', '$switch requires at least one branch');
  const branches = list.map((branch) => {
    const parts = argumentsOf('$switch', branch, [
      ['case', 'Location40064'],
      ['then', 'Location40065'],
    ]);
    return { test: compile(parts.get('case'), context), result: compile(parts.get('then'), context) };
  });
  const otherwise = given.has('default') ? compile(given.get('default'), context) : null;
  return (root, vars) => {
    for (const { test, result } of branches) if (truthy(test(root, vars))) return result(root, vars);
    if (otherwise === null)
      fail('Location40066', '$switch could not find a matching branch, and no default was specified');
    return otherwise(root, vars);
  };
}

function compileIfNull(operand: Value, context: Context): Expression {
  const items = compileAll(operand, context);
  if (items.length < 2) fail('Location1257300', '$ifNull needs at least two arguments');
  return (root, vars) => {
    let value: Value;
    for (const item of items) {
      value = item(root, vars);
      if (value !== undefined && value !== null) break;
    }
    return value;
  };
}

function compileLogic(operand: Value, context: Context, stop: boolean): Expression {
  const items = compileAll(operand, context);
  return (root, vars) => items.some((item) => truthy(item(root, vars)) === stop) === stop;
}

/** Compiles `$in`. If it looks for a string in a field, its dependency on the field is that string alone. */
function compileIn(operand: Value, context: Context): Expression {
  const [needle, list] = Array.isArray(operand) ? operand : [];
  const isField = typeof list === 'string' && /^\$[^$.]+$/u.test(list);
  const text = isDocument(needle) ? needle.get('$literal') : needle;
  if (!isField || typeof text !== 'string' || (text === needle && text.startsWith('$')))
    return compileSimple('$in', operand, context);
  const needs = { ...context.needs, reads: new Map() };
  const evaluate = compileSimple('$in', operand, { ...context, needs });
  context.needs.dynamic = true;
  addDependency(context.needs.reads, list.slice(1), [text]);
  return evaluate;
}

function withVariables(context: Context, ...names: string[]): Context {
  for (const name of names) {
    if (!/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name))
      fail('FailedToParse', `'${name}' starts with an invalid character for a user variable name`);
  }
  return { needs: context.needs, variables: [...context.variables, ...names] };
}

function compileLet(operand: Value, context: Context): Expression {
  const given = argumentsOf('$let', operand, [
    ['vars', 'Location16876'],
    ['in', 'Location16877'],
  ]);
  const vars = given.get('vars');
  if (!isDocument(vars)) fail('FailedToParse', "$let requires 'vars' to be an object");
  const bound = [...vars].map(([name, item]): [string, Expression] => [name, compile(item, context)]);
  const body = compile(given.get('in'), withVariables(context, ...vars.keys()));
  return (root, outer) =>
    body(root, new Map([...outer, ...bound.map(([name, item]) => [name, item(root, outer)] as const)]));
}

/** An array operand. Returns null for null and missing; throws for other values. */
function arrayOf(name: string, code: `Location${number}`, value: Value): Value[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) fail(code, `input to ${name} must be an array`);
  return value;
}

function compileMap(operand: Value, context: Context): Expression {
  const given = argumentsOf(
    '$map',
    operand,
    [
      ['input', 'Location16880'],
      ['in', 'Location16882'],
    ],
    ['as'],
  );
  const name = (given.get('as') as string | undefined) ?? 'this';
  const input = compile(given.get('input'), context);
  const body = compile(given.get('in'), withVariables(context, name));
  return (root, vars) =>
    arrayOf('$map', 'Location16883', input(root, vars))?.map(
      (item) => body(root, new Map(vars).set(name, item)) ?? null,
    ) ?? null;
}

function compileFilter(operand: Value, context: Context): Expression {
  const given = argumentsOf(
    '$filter',
    operand,
    [
      ['input', 'Location28648'],
      ['cond', 'Location28650'],
    ],
    ['as', 'limit'],
  );
  const name = (given.get('as') as string | undefined) ?? 'this';
  const input = compile(given.get('input'), context);
  const limit = given.has('limit') ? compile(given.get('limit'), context) : () => null;
  const condition = compile(given.get('cond'), withVariables(context, name));
  return (root, vars) => {
    const items = arrayOf('$filter', 'Location28651', input(root, vars));
    const max = limit(root, vars) ?? null;
    if (max !== null && !(isNumber(max) && isInt32(toNumber(max)) && toNumber(max) > 0))
      fail('Location327392', '$filter: limit must be a whole number greater than 0');
    const kept = items?.filter((item) => truthy(condition(root, new Map(vars).set(name, item)))) ?? null;
    return max === null ? kept : (kept?.slice(0, toNumber(max)) ?? null);
  };
}
