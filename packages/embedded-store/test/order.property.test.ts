import { Binary, Decimal128, Double, ObjectId } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDocument } from '../src/values/decode-document.ts';
import { encodeDocument } from '../src/values/encode-document.ts';
import { endOfKey, notInKey, passKey, readKey } from '../src/values/key-reader.ts';
import { encodeKey } from '../src/values/key-writer.ts';
import { compareValues } from '../src/values/order.ts';
import { double, type Value } from '../src/values/value.ts';
import { tries } from './runs.ts';

const value = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<Value>(null, true, false, new Date(0), new Date(-5), new ObjectId('5f0000000000000000000001')),
    fc.integer(),
    fc.integer({ min: -3, max: 3 }),
    fc.double().map(double),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.constantFrom(2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n) - 1n),
    fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -30, max: 30 }))
      .map(([digits, exponent]) => Decimal128.fromString(`${digits}E${exponent}`)),
    fc
      .constantFrom('NaN', 'Infinity', '-Infinity', '0', '-0', '1E400', '-1E400', '1E-400')
      .map((text) => Decimal128.fromString(text)),
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.constantFrom('', '\0', '\0a', 'a\0', 'a', '\uffff', '😀'),
    fc.uint8Array({ maxLength: 4 }).map((bytes) => new Binary(Buffer.from(bytes))),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', '1'), tie('value')), { maxLength: 3 })
      .map((fields): Value => new Map(fields)),
  ),
})).value;

describe('encodeKey', () => {
  it('orders keys as compareValues orders values, ascending and descending', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const order = Math.sign(compareValues(a, b));
        expect(Math.sign(Buffer.compare(encodeKey(a), encodeKey(b)))).toBe(order);
        expect(Math.sign(Buffer.compare(encodeKey(a, true), encodeKey(b, true)))).toBe(order === 0 ? 0 : -order);
      }),
      tries(3000),
    );
  });

  it('makes no key that is a prefix of another one', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [x, y] = [encodeKey(a), encodeKey(b)];
        expect(x.equals(y) || !y.subarray(0, x.length).equals(x)).toBe(true);
      }),
      tries(2000),
    );
  });
});

it('readKey returns the value of a key, or notInKey', () => {
  fc.assert(
    fc.property(value, fc.boolean(), value, (one, descending, other) => {
      const key = encodeKey(one, descending);
      const bytes = Buffer.concat([key, encodeKey(other)]);
      const read = readKey(bytes, 0, descending);
      if (read !== notInKey) expect(read).toEqual(one);
      expect([key.length, -1]).toContain(endOfKey());
      passKey(bytes, 0, descending);
      expect([key.length, -1]).toContain(endOfKey());
      if (typeof one === 'string' || typeof one === 'boolean' || one instanceof Date) expect(read).toEqual(one);
    }),
    tries(3000),
  );
});

it('decodeDocument returns what encodeDocument encoded, including types', () => {
  fc.assert(
    fc.property(value, (one) => {
      const document = new Map([['x', one]]);
      const bytes = encodeDocument(document);
      expect(encodeDocument(decodeDocument(bytes)).equals(bytes)).toBe(true);
      const found = decodeDocument(bytes).get('x') as Value;
      expect(compareValues(found, one)).toBe(0);
      expect(found instanceof Double).toBe(one instanceof Double);
    }),
    tries(),
  );
});
