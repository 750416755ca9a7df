import { fail } from '../errors.ts';
import { compileExpression } from '../expression/expression.ts';
import { mergeInto, moreExtreme } from '../expression/operators.ts';
import { maxHeldBytes, tooMuch } from '../query/sort.ts';
import type { Collector, Computation, GroupCollector, PipelineContext, Row, Stage } from '../query/stage.ts';
import { addDependency, type MutableDependencies, noDependencies } from '../values/dependencies.ts';
import { encodeKeyText } from '../values/key-writer.ts';
import { addToSum, createSum, meanOf, type Sum, sumOf } from '../values/sum.ts';
import { type Document, isDocument, isInt32, isNumber, type Value } from '../values/value.ts';

/** The approximate size in memory of a group, and of each accumulator, without its values. */
const groupBytes = 200;
const accumulatorBytes = 80;

/** The state of one accumulator in one group. */
interface Accumulator {
  add(value: Value): void;
  result(): Value;
}

/** Compiles `$group`. It holds its groups, not its input. `$first` and `$last` use the order of the input. */
export function compileGroup(spec: Value, variables: readonly string[]): Stage {
  if (!isDocument(spec)) fail('Location15947', "a group's fields must be specified in an object");
  if (!spec.has('_id')) fail('Location15955', 'a group specification must include an _id');
  const reads: MutableDependencies = new Map();
  let readsAll = false;
  const compile = (value: Value): Computation<Value> => {
    const compiled = compileExpression(value, variables);
    if (compiled.reads === null) readsAll = true;
    else for (const [path, read] of compiled.reads) addDependency(reads, path, read);
    return compiled;
  };
  const id = compile(spec.get('_id'));
  const fields = [...spec]
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => compileField(name, value, compile));
  const inAnyOrder = [...spec].every(([name, value]) => name === '_id' || isOrderless(value));
  const stage: Stage = { name: '$group', run, collect, reads: readsAll ? null : reads, effect: 'ends', inAnyOrder };
  if ([...spec].every(([name, value]) => name === '_id' || isOrderless(value) || isMean(value)))
    stage.onColumns = { kind: 'group', id, fields: fields.map(({ value }) => value), collect: collectGroups };
  const counts = [...spec].every(([name, value]) => name === '_id' || isCount(value));
  const same = compileExpression(spec.get('_id'), variables).constant;
  return counts && same !== null ? { ...stage, ofCount: (count) => oneGroup(spec, same.value, count) } : stage;

  function* run(source: Iterable<Row>, context: PipelineContext): Generator<Row> {
    const collector = collect(context);
    collector.add(source);
    yield* collector.finish();
  }

  function collect({ vars }: PipelineContext): Collector {
    const { group, finish } = collectGroups();
    return {
      add(rows) {
        for (const { document } of rows) {
          const accumulators = group(id.evaluate(document, vars));
          for (let i = 0; i < fields.length; i++)
            accumulators[i]?.add((fields[i] as (typeof fields)[number]).value.evaluate(document, vars));
        }
      },
      finish,
    };
  }

  function collectGroups(): GroupCollector {
    const groups = createGroups();
    const budget = { bytes: 0 };
    return {
      group(id) {
        if (budget.bytes > maxHeldBytes) throw tooMuch('$group');
        const value = id ?? null;
        const same = typeof value === 'string' ? groups.ofTexts : groups.ofOthers;
        const key = typeof value === 'string' ? value : keyOf(value);
        let group = same.get(key);
        if (group === undefined) {
          group = { id: value, accumulators: fields.map(({ create }) => create(budget)) };
          same.set(key, group);
          groups.all.push(group);
          budget.bytes += key.length * 2 + groupBytes + accumulatorBytes * fields.length;
        }
        return group.accumulators;
      },
      *finish() {
        if (budget.bytes > maxHeldBytes) throw tooMuch('$group');
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

/** The order of the values hardly changes a mean. */
function isMean(value: Value): boolean {
  return isDocument(value) && value.has('$avg');
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

function compileField(name: string, value: Value, compile: (value: Value) => Computation<Value>) {
  if (name.includes('.')) fail('Location40235', `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) fail('Location40236', `The field name '${name}' cannot be an operator name`);
  if (!isDocument(value) || value.size !== 1)
    fail('Location40234', `The field '${name}' must be an accumulator object`);
  const [[operator, operand]] = [...value] as [[string, Value]];
  const make = accumulators.get(operator);
  if (make === undefined) fail('Location15952', `unknown group operator '${operator}', not supported by this store`);
  return { name, value: operator === '$count' ? one : compile(operand), create: make };
}

const one: Computation<Value> = { evaluate: () => 1, reads: noDependencies };

const accumulators: ReadonlyMap<string, (budget: Budget) => Accumulator> = new Map([
  ['$sum', () => new Summing(sumOf)],
  ['$count', () => new Summing(sumOf)],
  ['$avg', () => new Summing(meanOf)],
  ['$min', () => new Extreme(-1)],
  ['$max', () => new Extreme(1)],
  ['$first', firstOf],
  ['$last', lastOf],
  ['$push', pushing],
  ['$addToSet', uniting],
  ['$mergeObjects', merging],
]);

/** Sums int32s in one number, and creates the full state of a sum only for others: there may be many groups. */
class Summing implements Accumulator {
  #whole = 0;
  #count = 0;
  #sum: Sum | null = null;
  readonly #finish: (sum: Sum) => Value;

  constructor(finish: (sum: Sum) => Value) {
    this.#finish = finish;
  }

  add(value: Value): void {
    if (typeof value === 'number' && isInt32(value) && this.#sum === null) {
      const total = this.#whole + value;
      if (Number.isSafeInteger(total)) {
        this.#whole = total;
        this.#count++;
        return;
      }
    }
    if (isNumber(value)) addToSum(this.#full(), value);
  }

  result(): Value {
    return this.#finish(this.#full());
  }

  #full(): Sum {
    this.#sum ??= { ...createSum(), whole: this.#whole, count: this.#count };
    return this.#sum;
  }
}

class Extreme implements Accumulator {
  #found: Value = null;
  readonly #direction: -1 | 1;

  constructor(direction: -1 | 1) {
    this.#direction = direction;
  }

  add(value: Value): void {
    this.#found = moreExtreme(this.#found, value, this.#direction);
  }

  result(): Value {
    return this.#found;
  }
}

function firstOf(): Accumulator {
  let found: { value: Value } | null = null;
  return {
    add(value) {
      found ??= { value: value ?? null };
    },
    result: () => found?.value ?? null,
  };
}

function lastOf(): Accumulator {
  let found: Value = null;
  return {
    add(value) {
      found = value ?? null;
    },
    result: () => found,
  };
}

function pushing(budget: Budget): Accumulator {
  const values: Value[] = [];
  return {
    add(value) {
      if (value === undefined) return;
      values.push(value);
      budget.bytes += heldBytes(value);
    },
    result: () => values,
  };
}

function uniting(budget: Budget): Accumulator {
  const values = new Map<string, Value>();
  return {
    add(value) {
      if (value === undefined) return;
      const key = encodeKeyText(value);
      if (values.has(key)) return;
      values.set(key, value);
      budget.bytes += key.length + heldBytes(value);
    },
    result: () => [...values.values()],
  };
}

function merging(): Accumulator {
  const merged: Document = new Map();
  return {
    add: (value) => mergeInto(merged, value),
    result: () => merged,
  };
}

function heldBytes(value: Value): number {
  if (typeof value === 'string') return 48 + value.length * 2;
  return typeof value === 'object' && value !== null ? 2 * encodeKeyText(value).length + 128 : 16;
}
