import fc from 'fast-check';
import { type Document, Double, Int32, Long } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { tries } from '../support/runs.ts';
import { compareAnswers } from './compare-answers.ts';

const found = (command: Document, recorded: Document, answer: Document) =>
  compareAnswers({ command, answer: recorded }, answer);
const documents = (...all: Document[]) => ({ documents: all });

const [a, b, c] = [
  { _id: 'a', n: 1 },
  { _id: 'b', n: 2 },
  { _id: 'c', n: 2 },
];
const find = { find: 'x', filter: {} };
const aggregate = (...pipeline: Document[]) => ({ aggregate: 'x', pipeline, cursor: {} });
const sort = { $sort: { n: 1 } };
const pushing = { $group: { _id: null, list: { $push: '$n' } } };
const adding = { $group: { _id: null, list: { $addToSet: '$n' } } };
const joining = (...pipeline: Document[]) => ({ $lookup: { from: 'y', as: 'list', pipeline } });
const list = (...values: unknown[]) => documents({ _id: null, list: values });

describe('an answer equals the recorded one', () => {
  it.each<[string, Document, Document, Document]>([
    ['in any order if none was asked for', find, documents(a, b, c), documents(c, a, b)],
    ['in any order after $group', aggregate(sort, adding), documents(a, b), documents(b, a)],
    ['in any order of fields', find, documents(a), documents({ n: 1, _id: 'a' })],
    ['with numbers of another type', find, documents(a), documents({ _id: 'a', n: new Double(1) })],
    ['with long numbers', find, documents({ n: 5 }), documents({ n: Long.fromNumber(5) })],
    ['with the same rounding error', find, documents({ n: 0.1 + 0.2 }), documents({ n: new Double(0.3) })],
    ['with a set in any order', aggregate(adding), list(1, 2), list(new Int32(2), 1)],
    ['with an unsorted list in any order', aggregate(pushing), list(1, 2), list(2, 1)],
    ['with joined documents in any order', aggregate(sort, joining()), list(a, b), list(b, a)],
    ['with any documents if a limit takes some', { ...find, limit: 2 }, documents(a, b), documents(b, c)],
    ['with the same code of an error', find, { error: 48 }, { error: 48 }],
  ])('%s', (_title, command, recorded, answer) => {
    expect(found(command, recorded, answer)).toBeUndefined();
  });
});

describe('an answer differs', () => {
  it.each<[string, Document, Document, Document, string]>([
    ['in the order asked for', { ...find, sort: { n: 1 } }, documents(a, b), documents(b, a), 'documents.0._id'],
    ['in the order of $sort', aggregate(sort, { $limit: 2 }), documents(a, b), documents(b, a), 'documents.0._id'],
    ['in a list pushed in order', aggregate(sort, pushing), list(1, 2), list(2, 1), 'documents.0.list.0'],
    ['in joined documents in order', aggregate(sort, joining(sort)), list(a, b), list(b, a), 'documents.0.list.0._id'],
    ['in a list that is stored', find, documents({ list: [1, 2] }), documents({ list: [2, 1] }), 'documents.0.list.0'],
    ['by one document too few', find, documents(a, b), documents(b), 'documents.0'],
    ['by one document too many', find, documents(a), documents(b, a), 'documents.1'],
    ['in how often a document is there', find, documents(a, b, b), documents(a, a, b), 'documents.2._id'],
    ['in null and absent', find, documents({ x: null }), documents({}), 'documents.0.x'],
    ['in a type', find, documents({ n: 1 }), documents({ n: '1' }), 'documents.0.n'],
    [
      'in a number of documents that a limit takes',
      { ...find, limit: 2 },
      documents(a, b),
      documents(b),
      'documents.0',
    ],
    ['in the code of an error', find, { error: 48 }, { error: 13 }, ''],
    ['by failing', find, documents(), { error: 13 }, ''],
    ['in a count', { delete: 'x' }, { n: 1 }, { n: 0 }, 'n'],
  ])('%s', (_title, command, recorded, answer, at) => {
    expect(found(command, recorded, answer)).toMatchObject({ at });
  });

  it('never if it is the recorded one in another order, where none was asked for', () => {
    const anyDocuments = fc.array(fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(fc.nat(2), fc.array(fc.nat(2)))));
    const shuffled = anyDocuments.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([recorded, answer]) => {
        expect(found(find, documents(...recorded), documents(...answer))).toBeUndefined();
        const [first, ...others] = recorded;
        if (first) expect(found(find, documents(...recorded), documents(...others))).toBeDefined();
      }),
      tries(),
    );
  });
});
