import { Double, Int32, Long } from 'bson';
import fc from 'fast-check';
import type { Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tries } from './runs.ts';
import { openStore, type TestStore } from './test-store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

type Numeric = Int32 | Long | Double;

/** What the driver returns, in the classes of this test. */
function numericOf(found: unknown): Numeric {
  const { _bsontype } = found as { _bsontype?: string };
  if (_bsontype === 'Long') return Long.fromString(String(found));
  if (_bsontype === 'Int32') return new Int32(Number(found));
  if (_bsontype === 'Double') return new Double(Number(found));
  throw new Error(`Not a number: ${String(found)}`);
}

const long = (text: string) => Long.fromString(text);
const double = (value: number) => new Double(value);

const numeric: fc.Arbitrary<Numeric> = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((n) => new Int32(n)),
  fc.constantFrom(2 ** 31 - 1, -(2 ** 31)).map((n) => new Int32(n)),
  fc.bigInt({ min: -3n, max: 3n }).map((n) => long(String(2n ** 53n + n))),
  fc.bigInt({ min: 0n, max: 3n }).map((n) => long(String(2n ** 63n - 1n - n))),
  fc.bigInt({ min: 0n, max: 3n }).map((n) => long(String(-(2n ** 63n) + n))),
  fc.bigInt({ min: -5n, max: 5n }).map((n) => long(String(n))),
  fc.integer({ min: -40, max: 40 }).map((n) => double(n / 16)),
  fc.integer({ min: -3, max: 3 }).map((n) => double(2 ** 53 + 2 * n)),
  fc.constantFrom(-(2 ** 53), 2 ** 62, -(2 ** 63), 1e300, 0.1, -0.7).map(double),
);

/** An exact fraction, as a numerator over 2^60. The smallest numbers above have fewer than 60 binary places. */
const bits = 60n;

function scaled(value: Numeric): bigint {
  if (value instanceof Long) return value.toBigInt() << bits;
  if (value instanceof Int32) return BigInt(value.value) << bits;
  let [mantissa, places] = [value.value, 0n];
  if (!Number.isFinite(mantissa)) throw new Error(`Not a finite number: ${mantissa}`);
  while (!Number.isInteger(mantissa)) [mantissa, places] = [mantissa * 2, places + 1n];
  return BigInt(mantissa) << (bits - places);
}

interface Question {
  /** The exact result of two or more numbers, over 2^60 to the power of `degree`. */
  exact(values: bigint[]): bigint;
  degree(count: number): bigint;
  ask(values: Numeric[]): Promise<unknown>;
}

const raw = { promoteValues: false } as const;

/** The result, or the error's code as a JavaScript number. */
async function outcome(result: Promise<unknown>): Promise<unknown> {
  return await result.catch(({ code }: { code: unknown }) => Number(code));
}

async function computed(expression: unknown): Promise<unknown> {
  const [row] = await store.db
    .collection('one')
    .aggregate([{ $project: { x: expression } }], raw)
    .toArray();
  return row?.x;
}

async function grouped(accumulator: string, values: Numeric[]): Promise<unknown> {
  const many = store.db.collection('many');
  await many.deleteMany({});
  await many.insertMany(values.map((n, _id) => ({ _id: _id as never, n })));
  const [row] = await many.aggregate([{ $group: { _id: null, x: { [accumulator]: '$n' } } }], raw).toArray();
  return row?.x;
}

async function updated(operator: string, [before, by]: Numeric[]): Promise<unknown> {
  const things = store.db.collection('updated');
  await things.replaceOne({ _id: 1 as never }, { n: before }, { upsert: true });
  await things.updateOne({ _id: 1 as never }, { [operator]: { n: by } });
  return (await things.findOne({}, raw))?.n;
}

const total = (values: bigint[]) => values.reduce((sum, value) => sum + value, 0n);
const one = () => 1n;
const sum = { exact: total, degree: one };
const difference = { exact: ([a = 0n, b = 0n]: bigint[]) => a - b, degree: one };
const product = {
  exact: (values: bigint[]) => values.reduce((all, value) => all * value, 1n),
  degree: (count: number) => BigInt(count),
};

const questions: [name: string, count: number, question: Question][] = [
  ['$add of two', 2, { ...sum, ask: (values) => computed({ $add: values }) }],
  ['$add of four', 4, { ...sum, ask: (values) => computed({ $add: values }) }],
  ['$sum', 3, { ...sum, ask: (values) => computed({ $sum: values }) }],
  ['$sum in a group', 4, { ...sum, ask: (values) => grouped('$sum', values) }],
  ['$inc', 2, { ...sum, ask: (values) => updated('$inc', values) }],
  ['$subtract', 2, { ...difference, ask: (values) => computed({ $subtract: values }) }],
  ['$multiply', 2, { ...product, ask: (values) => computed({ $multiply: values }) }],
  ['$mul', 2, { ...product, ask: (values) => updated('$mul', values) }],
];

describe('arithmetic', () => {
  beforeAll(() => store.db.collection('one').insertOne({}));

  it.each(questions)('%s is exact from 2^53 on, or rejected', async (_name, count, { exact, degree, ask }) => {
    const operands = fc.array(numeric, { minLength: count, maxLength: count });
    await fc.assert(
      fc.asyncProperty(operands, async (values) => {
        const unit = 1n << (bits * degree(count));
        const expected = exact(values.map(scaled));
        const isLarge = (expected < 0n ? -expected : expected) >= 2n ** 53n * unit;
        const found = await outcome(ask(values));
        if (found === 2) {
          // Small operands with a small result are never rejected.
          const isEach = values.every((value) => Math.abs(Number(value.valueOf())) <= 2 ** 31);
          expect(isEach && !isLarge).toBe(false);
          return;
        }
        const result = numericOf(found);
        const isInteger = values.every((value) => !(value instanceof Double));
        if (!(result instanceof Double)) expect(isInteger).toBe(true);
        if (isInteger || isLarge) expect(scaled(result) << (bits * (degree(count) - 1n))).toBe(expected);
        else expect(Number(result.valueOf())).toBeCloseTo(Number(expected) / Number(unit), 6);
      }),
      tries(150),
    );
  });

  it.each<[string, Numeric[], string]>([
    ['an int64 of one value', [long('9007199254740992')], 'double 9007199254740992'],
    ['an int64 that is no double', [long('9007199254740993')], 'error 2'],
    ['two int64 with an exact mean', [long('9007199254740993'), long('9007199254740995')], 'double 9007199254740994'],
    ['int64 with a mean between two doubles', [long('9007199254740993'), long('9007199254740996')], 'error 2'],
    ['large int64 with a small mean', [long('9007199254740993'), long('-9007199254740991')], 'double 1'],
    ['large int64 with a fraction', [long('9223372036854775807'), new Int32(0), new Int32(0), new Int32(0)], 'error 2'],
    ['doubles beyond 2^53', [double(2 ** 60), double(2 ** 61)], 'double 1729382256910270500'],
    ['fractions', [double(0.5), new Int32(2)], 'double 1.25'],
  ])('$avg of %s', async (_name, values, expected) => {
    for (const ask of [() => computed({ $avg: values }), () => grouped('$avg', values)]) {
      const found = await outcome(ask());
      expect(typeof found === 'number' ? `error ${found}` : `double ${(found as Double).value}`).toBe(expected);
    }
  });

  it.each<[string, unknown, string]>([
    ['int32s whose sum is an int64', { $add: [2 ** 31 - 1, 1] }, 'Long 2147483648'],
    ['an int64 and an int32', { $add: [long('1'), 1] }, 'Long 2'],
    [
      'int64s whose partial sum exceeds 64 bits',
      { $sum: [long('9223372036854775807'), 1, -1] },
      'Long 9223372036854775807',
    ],
    ['integers whose sum 2^63 is a double', { $sum: [long('9223372036854775807'), 1] }, 'Double 9223372036854776000'],
    ['integers whose sum beyond 2^63 is no double', { $sum: [long('9223372036854775807'), 2] }, 'error 2'],
    ['a double and an int64 that is none', { $subtract: [long('9007199254740993'), double(1)] }, 'error 2'],
    ['the least int64 less 1', { $subtract: [long('-9223372036854775808'), 1] }, 'error 2'],
    ['doubles whose product exceeds all doubles', { $multiply: [double(1e300), double(1e300)] }, 'error 2'],
    ['the infinite', { $add: [double(Number.POSITIVE_INFINITY), 1] }, 'Double Infinity'],
    ['infinities that cancel each other', { $sum: [double(-Infinity), double(Infinity)] }, 'Double NaN'],
    ['a large int64 divided by a small one', { $divide: [long('9007199254740993'), 3] }, 'error 2'],
    ['a quotient that is no double', { $divide: [double(2 ** 60), double(3)] }, 'error 2'],
    ['an exact quotient', { $divide: [double(2 ** 60), double(4)] }, 'Double 288230376151711740'],
    ['a remainder', { $mod: [long('9007199254740993'), 10] }, 'Long 3'],
  ])('%s', async (_name, expression, expected) => {
    const found = await outcome(computed(expression));
    const shown = found as Numeric & { _bsontype: string };
    expect(typeof found === 'number' ? `error ${found}` : `${shown._bsontype} ${shown}`).toBe(expected);
  });

  it.each<[Document, number]>([
    [{ $add: [new Date(0), double(-1.5)] }, -2],
    [{ $add: [new Date(10), double(-1.5)] }, 9],
    [{ $add: [new Date(0), double(1.5)] }, 2],
    [{ $subtract: [new Date(0), double(1.7)] }, -1],
    [{ $subtract: [new Date(0), double(-1.7)] }, 1],
  ])('$add rounds to milliseconds and $subtract truncates to them: %j', async (expression, ms) => {
    expect(((await computed(expression)) as Date).getTime()).toBe(ms);
  });

  it('stores a product of −0 in the place of an int32 0', async () => {
    const found = numericOf(await updated('$mul', [new Int32(0), double(-0.5)]));
    expect(found).toBeInstanceOf(Double);
    expect(Number(found.valueOf())).toBe(-0);
  });

  it('counts four million int32s beyond 2^53 exactly', async () => {
    const many = store.db.collection('many');
    await many.deleteMany({});
    const max = new Int32(2 ** 31 - 1);
    await many.insertMany(Array.from({ length: 2100 }, (_, _id) => ({ _id: _id as never, n: max })));
    const pairs = [{ $set: { all: Array.from({ length: 2100 }, () => 0) } }, { $unwind: '$all' }];
    const [row] = await many.aggregate([...pairs, { $group: { _id: null, x: { $sum: '$n' } } }], raw).toArray();
    expect(String(row?.x)).toBe(String(2100n * 2100n * (2n ** 31n - 1n)));
  });
});
