import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSharedQuery, writeSharedQuery } from '../../web/playground/shared-query.ts';
import { tries } from '../support/runs.ts';

describe('a link to a query', () => {
  it('holds any query and any variables', () => {
    const variables = fc.oneof(
      fc.constant(''),
      fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()).map((value) => JSON.stringify(value)),
    );
    const query = fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== '');
    const property = fc.property(query, variables, (query, variables) => {
      expect(readSharedQuery(writeSharedQuery({ query, variables }))).toEqual({
        shared: { query, variables },
        leftOut: [],
      });
    });
    fc.assert(property, tries());
  });

  it.each([
    ['', null, []],
    ['#', null, []],
    ['#query={a}', { query: '{a}', variables: '' }, []],
    ['#query=%7B+a+%7D&variables={"b":1}', { query: '{ a }', variables: '{"b":1}' }, []],
    ['#query={a}&variables=[1]', { query: '{a}', variables: '' }, ['The variables of the link are no JSON object.']],
    ['#query={a}&variables={', { query: '{a}', variables: '' }, ['The variables of the link are no JSON object.']],
    ['#query={a}&qery=x', { query: '{a}', variables: '' }, ['A link to a query has no part “qery”.']],
    [
      '#query={a}&query={b}',
      { query: '{a}', variables: '' },
      ['The link has two parts “query”; the first one counts.'],
    ],
    ['#query=100%', { query: '100%', variables: '' }, []],
    ['#query=&variables={}', null, ['The link has no query.']],
    ['#variables={}', null, ['The link has no query.']],
    ['#country=IQ', null, ['A link to a query has no part “country”.']],
  ])('edited by hand to %s is read as far as it can be', (hash, shared, leftOut) => {
    expect(readSharedQuery(hash)).toEqual({ shared, leftOut });
  });
});
