import { Binary, type Document, Double, Int32, Long, ObjectId } from 'bson';
import fc from 'fast-check';

/** Few names and values, so that filters often match documents. */
const names = ['a', 'b', 'c'] as const;
const paths = ['a', 'b', 'c', 'a.b', 'a.c', 'b.a', 'a.b.c', 'c.a'] as const;
const ids = ['5f0000000000000000000001', '5f0000000000000000000002'].map((hex) => new ObjectId(hex));

const scalar: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2, max: 4 }).map((n) => new Int32(n)) },
  { weight: 2, arbitrary: fc.constantFrom(new Double(1), new Double(2.5), new Double(-1.5), new Double(3)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(Long.fromNumber(2), Long.fromString('9007199254740993'), Long.fromNumber(-1)),
  },
  { weight: 5, arbitrary: fc.constantFrom('', 'a', 'ab', 'b', 'Å', '😀', '\uffee') },
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constantFrom(new Date(0), new Date(1_700_000_000_000), new Date(-1)) },
  { weight: 1, arbitrary: fc.constantFrom(...ids) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      new Binary(Buffer.from('x')),
      new Binary(Buffer.from('ab')),
      new Binary(Buffer.from('ab'), 5),
    ),
  },
);

const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 5, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 2, arbitrary: tie('object') },
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom(...names), tie('value')), { maxLength: 3 })
    .map((fields) => Object.fromEntries(fields)),
})).value;

export const document: fc.Arbitrary<Document> = fc
  .array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 3 })
  .map((fields) => Object.fromEntries(fields));

const comparison = fc
  .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), value)
  .map(([operator, operand]) => ({ [operator]: operand }));

const test: fc.Arbitrary<Document> = fc.letrec<{ test: Document; inner: Document }>((tie) => ({
  test: fc.oneof(
    { weight: 5, arbitrary: comparison },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('$in', '$nin'), fc.array(value, { maxLength: 3 }))
        .map(([operator, list]) => ({ [operator]: list })),
    },
    { weight: 1, arbitrary: fc.array(value, { minLength: 1, maxLength: 2 }).map(($all) => ({ $all })) },
    { weight: 1, arbitrary: fc.boolean().map(($exists) => ({ $exists })) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('string', 'number', 'int', 'array', 'object', 'null', 'bool', 'double')
        .map(($type) => ({ $type })),
    },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }).map(($size) => ({ $size })) },
    { weight: 1, arbitrary: fc.constantFrom('^a', 'b', '^$', '^ab').map(($regex) => ({ $regex })) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(2, 3), fc.constantFrom(0, 1)).map(($mod) => ({ $mod })) },
    { weight: 1, arbitrary: comparison.map(($not) => ({ $not })) },
    { weight: 1, arbitrary: fc.tuple(comparison, comparison).map(([x, y]) => ({ $elemMatch: { ...x, ...y } })) },
    { weight: 1, arbitrary: tie('inner').map(($elemMatch) => ({ $elemMatch })) },
    { weight: 1, arbitrary: fc.tuple(comparison, comparison).map(([x, y]) => ({ ...x, ...y })) },
  ),
  inner: fc.tuple(fc.constantFrom(...names), comparison).map(([name, condition]) => ({ [name]: condition })),
})).test;

export const filter: fc.Arbitrary<Document> = fc.letrec<{ filter: Document; leaf: Document }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 2 },
    { weight: 5, arbitrary: tie('leaf') },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(tie('filter'), { minLength: 1, maxLength: 3 }))
        .map(([operator, list]) => ({ [operator]: list })),
    },
  ),
  leaf: fc
    .array(
      fc.tuple(fc.constantFrom(...paths), fc.oneof({ weight: 3, arbitrary: test }, { weight: 1, arbitrary: value })),
      { minLength: 1, maxLength: 2 },
    )
    .map((tests) => Object.fromEntries(tests)),
})).filter;

export const sort = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'a.b'), { minLength: 1, maxLength: 2 })
  .chain((fields) =>
    fc
      .tuple(...fields.map(() => fc.constantFrom<1 | -1>(1, -1)))
      .map((directions) => Object.fromEntries(fields.map((field, i) => [field, directions[i]]))),
  );

const updateOperator: fc.Arbitrary<Document> = fc.oneof(
  fc.tuple(fc.constantFrom(...paths), value).map(([path, operand]) => ({ $set: { [path]: operand } })),
  fc.constantFrom(...paths).map((path) => ({ $unset: { [path]: '' } })),
  fc
    .tuple(fc.constantFrom(...paths), fc.constantFrom(1, 2.5, -1))
    .map(([path, operand]) => ({ $inc: { [path]: operand } })),
  fc
    .tuple(fc.constantFrom(...paths), fc.constantFrom(2, 0.5))
    .map(([path, operand]) => ({ $mul: { [path]: operand } })),
  fc
    .tuple(fc.constantFrom('$min', '$max'), fc.constantFrom(...paths), scalar)
    .map(([operator, path, operand]) => ({ [operator]: { [path]: operand } })),
  fc
    .tuple(fc.constantFrom('$push', '$addToSet'), fc.constantFrom(...paths), value)
    .map(([operator, path, operand]) => ({ [operator]: { [path]: operand } })),
  fc
    .tuple(
      fc.constantFrom(...paths),
      fc.array(scalar, { maxLength: 3 }),
      fc.constantFrom(-2, 0, 1, 3),
      fc.constantFrom(1, -1),
      fc.constantFrom(0, 1, -1),
    )
    .map(([path, $each, $slice, $sort, $position]) => ({ $push: { [path]: { $each, $slice, $sort, $position } } })),
  fc.tuple(fc.constantFrom(...paths), fc.constantFrom(1, -1)).map(([path, operand]) => ({ $pop: { [path]: operand } })),
  fc
    .tuple(fc.constantFrom(...paths), fc.oneof(scalar, comparison))
    .map(([path, operand]) => ({ $pull: { [path]: operand } })),
  fc
    .tuple(fc.constantFrom(...paths), fc.array(scalar, { maxLength: 2 }))
    .map(([path, operand]) => ({ $pullAll: { [path]: operand } })),
  fc
    .tuple(fc.constantFrom(...paths), fc.constantFrom('x', 'a.x', 'b'))
    .map(([path, to]) => ({ $rename: { [path]: to } })),
);

export const update: fc.Arbitrary<Document> = fc
  .tuple(updateOperator, fc.option(updateOperator, { nil: {} }))
  .map(([first, second]) => ({ ...first, ...second }));

const expression: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  expression: fc.oneof(
    { maxDepth: 2 },
    { weight: 4, arbitrary: fc.constantFrom('$a', '$b', '$c', '$a.b', '$b.a') },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(1, 2.5, 'a', null, true).map(($literal) => ({ $literal })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('$eq', '$ne', '$lt', '$gte', '$cmp'), tie('expression'), tie('expression'))
        .map(([name, x, y]) => ({ [name]: [x, y] })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(($cond) => ({ $cond })),
    },
    { weight: 1, arbitrary: fc.tuple(tie('expression'), tie('expression')).map(($ifNull) => ({ $ifNull })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('$and', '$or', '$min', '$max', '$sum', '$avg'), tie('expression'), tie('expression'))
        .map(([name, x, y]) => ({ [name]: [x, y] })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('$isArray', '$type', '$isNumber', '$not'), tie('expression'))
        .map(([name, x]) => ({ [name]: [x] })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom(
            '$add',
            '$multiply',
            '$subtract',
            '$concatArrays',
            '$setUnion',
            '$arrayElemAt',
            '$in',
            '$concat',
          ),
          tie('expression'),
          tie('expression'),
        )
        .map(([name, x, y]) => ({ [name]: [x, y] })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('expression'), fc.constantFrom(-1, 0, 1, 2), fc.constantFrom(0, 1, 2))
        .map(([x, start, length]) => ({
          $substrCP: [{ $cond: [{ $eq: [{ $type: [x] }, 'string'] }, x, null] }, start, length],
        })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('expression'), tie('expression')).map(([input, body]) => ({
        $map: { input: { $cond: [{ $isArray: [input] }, input, []] }, in: { $ifNull: ['$$this', body] } },
      })),
    },
  ),
})).expression;

const accumulator = fc
  .tuple(fc.constantFrom('$sum', '$avg', '$min', '$max', '$push', '$addToSet'), expression)
  .map(([name, operand]) => ({ [name]: operand }));

const stage: fc.Arbitrary<Document> = fc.oneof(
  filter.map(($match) => ({ $match })),
  expression.map((x) => ({ $project: { x } })),
  expression.map((x) => ({ $set: { x } })),
  fc.tuple(fc.constantFrom(...paths), fc.constantFrom(0, 1)).map(([path, flag]) => ({ $project: { [path]: flag } })),
  fc.constantFrom(...paths).map(($unset) => ({ $unset })),
  fc.tuple(fc.constantFrom('$a', '$b', '$a.b'), fc.boolean()).map(([path, preserveNullAndEmptyArrays]) => ({
    $unwind: { path, preserveNullAndEmptyArrays, includeArrayIndex: 'i' },
  })),
  fc.tuple(expression, accumulator).map(([id, x]) => ({ $group: { _id: { $ifNull: [id, null] }, x } })),
  fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...paths)).map(([localField, foreignField]) => ({
    $lookup: { from: 'other', localField, foreignField, as: 'j' },
  })),
  fc.constant({ $count: 'n' }),
);

export const pipeline: fc.Arbitrary<Document[]> = fc.array(stage, { minLength: 1, maxLength: 3 });
