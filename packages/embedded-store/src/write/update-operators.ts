import { Timestamp } from 'bson';
import { CommandError, fail } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { compileMatcher } from '../query/match.ts';
import { parseSort, sortKey } from '../query/sort.ts';
import { add, multiply } from '../values/arithmetic.ts';
import { encodeKeyText } from '../values/key-writer.ts';
import { compareValues, equalValues } from '../values/order.ts';
import { type Document, isDocument, isInt32, isNumber, toNumber, typeName, type Value } from '../values/value.ts';
import { cloneValue, valueAt } from './document-paths.ts';

/** Computes the new value of a path from the old one; undefined means missing. */
export type Operation = (now: Value, where: { before: Document; hasArrayParent: boolean }) => Value;

type Compile = (path: string, operand: Value) => { path: string; operation: Operation }[];

export const updateOperators: ReadonlyMap<string, Compile> = new Map<string, Compile>([
  ['$set', setting],
  ['$setOnInsert', setting],
  ['$unset', one(() => () => undefined)],
  ['$inc', one((path, operand) => arithmetic('$inc', path, operand))],
  ['$mul', one((path, operand) => arithmetic('$mul', path, operand))],
  ['$min', one((_path, operand) => (now) => (now === undefined || compareValues(operand, now) < 0 ? operand : now))],
  ['$max', one((_path, operand) => (now) => (now === undefined || compareValues(operand, now) > 0 ? operand : now))],
  ['$currentDate', one((_path, operand) => currentDate(operand))],
  ['$rename', renaming],
  ['$push', one(pushing)],
  ['$addToSet', one(addingToSet)],
  ['$pop', one(popping)],
  ['$pull', one(pulling)],
  ['$pullAll', one(pullingAll)],
  ['$bit', one(bitwise)],
]);

function setting(path: string, operand: Value) {
  return [{ path, operation: () => cloneValue(operand) }];
}

function one(compile: (path: string, operand: Value) => Operation): Compile {
  return (path, operand) => [{ path, operation: compile(path, operand) }];
}

function arithmetic(name: '$inc' | '$mul', path: string, operand: Value): Operation {
  if (!isNumber(operand))
    fail(
      'TypeMismatch',
      `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${typeName(operand)}}`,
    );
  return (now) => {
    if (now === undefined) return name === '$inc' ? operand : multiply(operand, 0);
    if (!isNumber(now))
      fail(
        'TypeMismatch',
        `Cannot apply ${name} to a value of non-numeric type: '${path}' is of type ${typeName(now)}`,
      );
    const result = name === '$inc' ? add(now, operand) : multiply(now, operand);
    // As in MongoDB, a result that equals the value changes nothing: 0.0 times -1 stays 0.0, though it would be -0.0.
    return typeName(result) === typeName(now) && toNumber(result) === 0 && toNumber(now) === 0 ? now : result;
  };
}

function currentDate(operand: Value): Operation {
  const type = isDocument(operand) ? operand.get('$type') : operand === true || operand === false ? 'date' : undefined;
  if (type !== 'date' && type !== 'timestamp')
    fail('BadValue', "The '$type' string field is required to be 'date' or 'timestamp'");
  return () => (type === 'date' ? new Date() : new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 }));
}

function renaming(path: string, operand: Value) {
  if (typeof operand !== 'string') fail('BadValue', `The 'to' field for $rename must be a string: ${path}`);
  if (operand === path) fail('BadValue', `The source and target field for $rename must differ: ${path}`);
  const from = path.split('.');
  if (`${path}.${operand}`.split('.').some((part) => part.startsWith('$')))
    fail('BadValue', `The fields of $rename may not be dynamic: ${path}`);
  const throughArray = () => new CommandError('BadValue', `The field of $rename cannot be an array element: ${path}`);
  const moved: Operation = (now, { before, hasArrayParent }) => {
    from.forEach((_, i) => {
      if (i > 0 && Array.isArray(valueAt(before, from.slice(0, i)))) throw throughArray();
    });
    const value = valueAt(before, from);
    if (hasArrayParent && value !== undefined) throw throughArray();
    return value === undefined ? now : cloneValue(value);
  };
  return [
    { path, operation: () => undefined },
    { path: operand, operation: moved },
  ];
}

function arrayOr(name: string, path: string, now: Value): Value[] {
  if (Array.isArray(now)) return now;
  fail('BadValue', `The field '${path}' must be an array but is of type ${typeName(now)} (${name})`);
}

/** The values of `{ $each: [...] }` and its modifiers; any other operand is a single value. */
function eachOf(name: string, operand: Value, known: string[]): { values: Value[]; options: Document } {
  if (!isDocument(operand) || !operand.has('$each')) return { values: [operand], options: new Map() };
  const values = operand.get('$each');
  if (!Array.isArray(values))
    fail('BadValue', `The argument to $each in ${name} must be an array but it was of type ${typeName(values)}`);
  for (const key of operand.keys()) {
    if (key !== '$each' && !known.includes(key)) fail('BadValue', `Unrecognized clause in ${name}: ${key}`);
  }
  return { values, options: operand };
}

function pushing(path: string, operand: Value): Operation {
  const { values, options } = eachOf('$push', operand, ['$slice', '$sort', '$position']);
  const slice = integerOption(options, '$slice');
  const position = integerOption(options, '$position');
  const sort = options.has('$sort') ? elementOrder(options.get('$sort')) : null;
  return (now) => {
    const array = now === undefined ? [] : [...arrayOr('$push', path, now)];
    array.splice(
      position === null ? array.length : position < 0 ? Math.max(array.length + position, 0) : position,
      0,
      ...values.map(cloneValue),
    );
    if (sort !== null) array.sort(sort);
    if (slice === null) return array;
    return slice >= 0 ? array.slice(0, slice) : array.slice(slice);
  };
}

function integerOption(options: Document, name: string): number | null {
  if (!options.has(name)) return null;
  const value = options.get(name);
  if (!isNumber(value) || !Number.isInteger(toNumber(value)))
    fail('BadValue', `The value for ${name} must be an integer value but was given type: ${typeName(value)}`);
  return toNumber(value);
}

function elementOrder(spec: Value): (a: Value, b: Value) => number {
  if (isNumber(spec) && Math.abs(toNumber(spec)) === 1) return (a, b) => compareValues(a, b) * toNumber(spec);
  const sort = isDocument(spec) ? parseSort(spec) : null;
  if (sort === null) fail('BadValue', 'The $sort element value must be either 1 or -1, or an order of fields');
  const key = (value: Value) => sortKey(isDocument(value) ? value : new Map(), sort);
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

function addingToSet(path: string, operand: Value): Operation {
  const { values } = eachOf('$addToSet', operand, []);
  return (now) => {
    const array = now === undefined ? [] : [...arrayOr('$addToSet', path, now)];
    const seen = new Set(array.map((value) => encodeKeyText(value)));
    for (const value of values) {
      const key = encodeKeyText(value);
      if (!seen.has(key)) array.push(cloneValue(value));
      seen.add(key);
    }
    return array;
  };
}

function popping(path: string, operand: Value): Operation {
  if (!isNumber(operand) || Math.abs(toNumber(operand)) !== 1)
    fail('FailedToParse', `$pop expects 1 or -1, found: ${path}`);
  const last = toNumber(operand) === 1;
  return (now) => {
    if (now === undefined) return undefined;
    if (!Array.isArray(now))
      fail('TypeMismatch', `Path '${path}' contains an element of non-array type '${typeName(now)}'`);
    return last ? now.slice(0, -1) : now.slice(1);
  };
}

function pulling(path: string, operand: Value): Operation {
  const matches = elementMatcher(operand);
  return (now) => (now === undefined ? undefined : kept(arrayOr('$pull', path, now), (value) => !matches(value)));
}

/**
 * A document of operators is applied to the elements, another document to their fields; any other operand means
 * equality.
 */
function elementMatcher(operand: Value): (value: Value) => boolean {
  const [first] = isDocument(operand) ? operand.keys() : [];
  if (isDocument(operand) && first?.startsWith('$') !== true) {
    const matches = compileMatcher(parseFilter(operand).filter);
    return (value) => isDocument(value) && matches(value, new Map());
  }
  if (!isDocument(operand) && typeName(operand) !== 'regex') return (value) => equalValues(value, operand);
  const matches = compileMatcher(parseFilter(new Map([['value', operand]])).filter);
  return (value) => matches(new Map([['value', value]]), new Map());
}

function pullingAll(path: string, operand: Value): Operation {
  if (!Array.isArray(operand)) fail('BadValue', '$pullAll requires an array argument');
  const keys = new Set(operand.map((value) => encodeKeyText(value)));
  return (now) =>
    now === undefined ? undefined : kept(arrayOr('$pullAll', path, now), (value) => !keys.has(encodeKeyText(value)));
}

/** The elements to keep; the same array if that is all of them. */
function kept(array: Value[], keep: (value: Value) => boolean): Value[] {
  const rest = array.filter(keep);
  return rest.length === array.length ? array : rest;
}

function bitwise(path: string, operand: Value): Operation {
  const operations = isDocument(operand) ? [...operand] : [];
  const known = operations.every(
    ([name, value]) =>
      ['and', 'or', 'xor'].includes(name) &&
      (typeof value === 'bigint' || (typeof value === 'number' && isInt32(value))),
  );
  if (operations.length === 0 || !known)
    fail('BadValue', `The $bit modifier takes and, or and xor of integers: ${path}`);
  return (now) => {
    let bits = now ?? 0;
    for (const [name, value] of operations) {
      if (typeof bits !== 'bigint' && !(typeof bits === 'number' && isInt32(bits)))
        fail('BadValue', `Cannot apply $bit to a value of non-integral type: ${path} is of type ${typeName(bits)}`);
      const wide = typeof bits === 'bigint' || typeof value === 'bigint';
      const [x, y] = [BigInt(bits), BigInt(value as number | bigint)];
      const result = name === 'and' ? x & y : name === 'or' ? x | y : x ^ y;
      bits = wide ? result : Number(result);
    }
    return bits;
  };
}
