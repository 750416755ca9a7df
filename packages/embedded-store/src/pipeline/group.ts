import { fail } from '../errors.ts';
import { compileExpression, type Expression, type Vars } from '../expression/expression.ts';
import { mergeInto, moreExtreme } from '../expression/operators.ts';
import { maxHeldBytes, tooMuch } from '../query/sort.ts';
import type { Collector, PipelineContext, Row, Stage } from '../query/stage.ts';
import { addDependency, type MutableDependencies } from '../values/dependencies.ts';
import { encodeKeyText } from '../values/key-writer.ts';
import { addToSum, createSum, meanOf, sumOf } from '../values/sum.ts';
import { type Document, isDocument, isNumber, type Value } from '../values/value.ts';

/** The state of one accumulator in one group. */
interface Accumulator {
  add(root: Document, vars: Vars): void;
  result(): Value;
}

/** Compiles `$group`. It holds its groups, not its input. `$first` and `$last` use the order of the input. */
export function compileGroup(spec: Value, variables: readonly string[]): Stage {
  if (!isDocument(spec)) fail('Location15947', "a group's fields must be specified in an object");
  if (!spec.has('_id')) fail('Location15955', 'a group specification must include an _id');
  const reads: MutableDependencies = new Map();
  let readsAll = false;
  const compile = (value: Value): Expression => {
    const compiled = compileExpression(value, variables);
    if (compiled.reads === null) readsAll = true;
    else for (const [path, read] of compiled.reads) addDependency(reads, path, read);
    return compiled.evaluate;
  };
  const id = compile(spec.get('_id'));
  const fields = [...spec]
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => compileField(name, value, compile));
  const inAnyOrder = [...spec].every(([name, value]) => name === '_id' || isOrderless(value));
  const stage: Stage = { name: '$group', run, collect, reads: readsAll ? null : reads, effect: 'ends', inAnyOrder };
  const counts = [...spec].every(([name, value]) => name === '_id' || isCount(value));
  const same = compileExpression(spec.get('_id'), variables).constant;
  return counts && same !== null ? { ...stage, ofCount: (count) => oneGroup(spec, same.value, count) } : stage;

  function* run(source: Iterable<Row>, context: PipelineContext): Generator<Row> {
    const collector = collect(context);
    collector.add(source);
    yield* collector.finish();
  }

  function collect({ vars }: PipelineContext): Collector {
    const groups = createGroups();
    const budget = { bytes: 0 };
    return {
      add(rows) {
        for (const { document } of rows) {
          const value = id(document, vars) ?? null;
          const same = typeof value === 'string' ? groups.ofTexts : groups.ofOthers;
          const key = typeof value === 'string' ? value : keyOf(value);
          let group = same.get(key);
          if (group === undefined) {
            group = { id: value, accumulators: fields.map(({ create }) => create(budget)) };
            same.set(key, group);
            groups.all.push(group);
            budget.bytes += key.length * 2 + 200 * (fields.length + 1);
          }
          for (const accumulator of group.accumulators) accumulator.add(document, vars);
          if (budget.bytes > maxHeldBytes) throw tooMuch('$group');
        }
      },
      *finish() {
        for (const group of groups.all) {
          const document: Document = new Map([['_id', group.id]]);
          fields.forEach(({ name }, i) => {
            document.set(name, (group.accumulators[i] as Accumulator).result());
          });
          yield { raw: null, document };
        }
      },
    };
  }
}

/** Whether an accumulator gives the same result for any order of the values. */
function isOrderless(value: Value): boolean {
  const [operator] = isDocument(value) ? value.keys() : [];
  return ['$sum', '$count', '$min', '$max'].includes(operator as string);
}

/** Whether an accumulator counts rows: `{ $sum: 1 }` or `{ $count: {} }`. */
function isCount(value: Value): boolean {
  if (!isDocument(value) || value.size !== 1) return false;
  return value.get('$sum') === 1 || value.has('$count');
}

function oneGroup(spec: Document, id: Value, count: number): Row[] {
  if (count === 0) return [];
  const fields = [...spec].map(([name]): [string, Value] => [name, name === '_id' ? (id ?? null) : count]);
  return [{ raw: null, document: new Map([['_id', id ?? null], ...fields]) }];
}

interface Group {
  id: Value;
  accumulators: Accumulator[];
}

/** The groups, in the order of their first rows. */
function createGroups() {
  const all: Group[] = [];
  return { all, ofTexts: new Map<string, Group>(), ofOthers: new Map<string, Group>() };
}

/** Returns equal texts for equal values. Documents of strings, a frequent group key, have a faster encoding. */
function keyOf(value: Value): string {
  if (!isDocument(value)) return encodeKeyText(value);
  let key = 'd';
  for (const [name, text] of value) {
    if (typeof text !== 'string') return encodeKeyText(value);
    key += `${name.length} ${text.length} ${name}${text}`;
  }
  return key;
}

interface Budget {
  bytes: number;
}

function compileField(name: string, value: Value, compile: (value: Value) => Expression) {
  if (name.includes('.')) fail('Location40235', `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) fail('Location40236', `The field name '${name}' cannot be an operator name`);
  if (!isDocument(value) || value.size !== 1)
    fail('Location40234', `The field '${name}' must be an accumulator object`);
  const [[operator, operand]] = [...value] as [[string, Value]];
  const make = accumulators.get(operator);
  if (make === undefined) fail('Location15952', `unknown group operator '${operator}', not supported by this store`);
  const expression = operator === '$count' ? () => 1 : compile(operand);
  return { name, create: (budget: Budget) => make(expression, budget) };
}

const accumulators: ReadonlyMap<string, (expression: Expression, budget: Budget) => Accumulator> = new Map([
  ['$sum', (expression: Expression) => summing(expression, sumOf)],
  ['$count', (expression: Expression) => summing(expression, sumOf)],
  ['$avg', (expression: Expression) => summing(expression, meanOf)],
  ['$min', (expression: Expression) => extremeOf(expression, -1)],
  ['$max', (expression: Expression) => extremeOf(expression, 1)],
  ['$first', firstOf],
  ['$last', lastOf],
  ['$push', pushing],
  ['$addToSet', uniting],
  ['$mergeObjects', merging],
]);

function summing(expression: Expression, finish: (sum: ReturnType<typeof createSum>) => Value): Accumulator {
  const sum = createSum();
  return {
    add(root, vars) {
      const value = expression(root, vars);
      if (isNumber(value)) addToSum(sum, value);
    },
    result: () => finish(sum),
  };
}

function extremeOf(expression: Expression, direction: -1 | 1): Accumulator {
  let found: Value = null;
  return {
    add(root, vars) {
      found = moreExtreme(found, expression(root, vars), direction);
    },
    result: () => found,
  };
}

function firstOf(expression: Expression): Accumulator {
  let found: { value: Value } | null = null;
  return {
    add(root, vars) {
      found ??= { value: expression(root, vars) ?? null };
    },
    result: () => found?.value ?? null,
  };
}

function lastOf(expression: Expression): Accumulator {
  let found: Value = null;
  return {
    add(root, vars) {
      found = expression(root, vars) ?? null;
    },
    result: () => found,
  };
}

function pushing(expression: Expression, budget: Budget): Accumulator {
  const values: Value[] = [];
  return {
    add(root, vars) {
      const value = expression(root, vars);
      if (value === undefined) return;
      values.push(value);
      budget.bytes += heldBytes(value);
    },
    result: () => values,
  };
}

function uniting(expression: Expression, budget: Budget): Accumulator {
  const values = new Map<string, Value>();
  return {
    add(root, vars) {
      const value = expression(root, vars);
      if (value === undefined) return;
      const key = encodeKeyText(value);
      if (values.has(key)) return;
      values.set(key, value);
      budget.bytes += key.length + heldBytes(value);
    },
    result: () => [...values.values()],
  };
}

function merging(expression: Expression): Accumulator {
  const merged: Document = new Map();
  return {
    add: (root, vars) => mergeInto(merged, expression(root, vars)),
    result: () => merged,
  };
}

function heldBytes(value: Value): number {
  if (typeof value === 'string') return 48 + value.length * 2;
  return typeof value === 'object' && value !== null ? 2 * encodeKeyText(value).length + 128 : 16;
}
