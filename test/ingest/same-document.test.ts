import fc from 'fast-check';
import { BSON } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { isSameDocument } from '../../src/ingest/drafts/same-document.ts';
import { tries } from '../support/runs.ts';

/** Documents of plain values, with few keys and values, so that two of them are often nearly equal. */
const plain = fc.letrec<{ value: unknown; document: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(null, true, false, 0, 1, '', 'a', '0'),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('document'),
  ),
  document: fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), tie('value')), {
      selector: ([key]) => key,
      maxLength: 4,
    })
    .map(Object.fromEntries),
})).document;

/** Returns the same document with the keys of each level in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
}

const bytesOf = (document: object) => Buffer.from(BSON.serialize(document)).toString('hex');

describe('isSameDocument', () => {
  it('is true if and only if documents are stored as the same bytes', () => {
    const pairs = fc.oneof(
      fc.tuple(plain, plain),
      plain.map((document) => [document, structuredClone(document)] as const),
      plain.map((document) => [document, reversed(document) as Record<string, unknown>] as const),
    );
    const outcomes = new Set<boolean>();
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const isSame = bytesOf(a) === bytesOf(b);
        outcomes.add(isSame);
        expect(isSameDocument(a, b)).toBe(isSame);
      }),
      tries(2000),
    );
    expect(outcomes.size).toBe(2);
  });

  it.each([
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{ a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }],
    [{ a: [{ b: 1, c: 2 }] }, { a: [{ c: 2, b: 1 }] }],
  ])('is false for %j and %j, whose keys differ in order', (a, b) => {
    expect(isSameDocument(a, b)).toBe(false);
  });

  it('is false for a list and a document with its indexes as keys', () => {
    expect(isSameDocument({ a: ['x'] }, { a: { 0: 'x' } })).toBe(false);
  });
});
