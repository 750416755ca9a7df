import { execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createExecutor } from '../../../src/execution/executor.ts';
import { show, showError } from '../show.ts';
import { ask, askBoth } from './ask.ts';
import { schemaOf } from './schema-of.ts';

const schema = schemaOf(
  `
  type Query { x(n: Int): Int, list(n: Int): [Item] }
  type Item { x(n: Int, in: In): String, fails: Int }
  input In { text: String, texts: [String] }
  type Mutation { first: Int, second: Int }
  type Subscription { x: Int }
`,
  {
    types: {
      Query: { list: (_root, { n = 2 }) => Array.from({ length: n }, () => ({})) },
      Item: {
        x: (_item, args, context) => `${context} ${show(args)}`,
        fails: (_item, _args, context) => {
          throw new Error(`failed for ${context}`);
        },
      },
    },
  },
);

describe('the executed operation', () => {
  const two = 'query One { one: x } query Two { two: x }';

  it('is the only one, or the one with the requested name', async () => {
    const root = { x: 1 };
    expect(await askBoth(schema, '{ x }', { root })).toEqual({ data: { x: 1 } });
    expect(await askBoth(schema, 'query One { x }', { root })).toEqual({ data: { x: 1 } });
    expect(await askBoth(schema, two, { root, operationName: 'Two' })).toEqual({ data: { two: 1 } });
    expect(await askBoth(schema, two, { root, operationName: 'One' })).toEqual({ data: { one: 1 } });
  });

  it.each([
    [two, undefined, 'Must provide operation name if query contains multiple operations.'],
    [two, 'Three', 'Unknown operation named "Three".'],
    ['{ x }', 'Three', 'Unknown operation named "Three".'],
    ['{ x }', '', 'Unknown operation named "".'],
    ['fragment F on Query { x }', undefined, 'Must provide an operation.'],
  ])('fails for %s with the name %j: %s', async (source, operationName, message) => {
    const request = { document: parse(source), ...(operationName !== undefined && { operationName }) };
    const result = await createExecutor(schema).execute(request);
    expect('data' in result).toBe(false);
    expect(result.errors?.map((error) => error.message)).toEqual([message]);
    expect(result.errors?.map(showError)).toEqual((await execute({ schema, ...request })).errors?.map(showError));
  });

  it('is executed as a subscription for the event that is its root', async () => {
    const reasons: string[] = [];
    const executor = createExecutor(schema, { onFallback: (given) => reasons.push(given) });
    const request = { document: parse('subscription { x }'), rootValue: { x: 1 } };
    expect(show(await executor.execute(request))).toBe(show(await execute({ schema, ...request })));
    expect(reasons).toEqual([]);
  });

  it.each([
    ['mutation { second first }', 'mutation'],
    ['{ __schema { queryType { name } } x }', 'introspection'],
    ['{ x ...F } fragment F on Query { __type(name: "Item") { name } }', 'introspection'],
  ])('is executed by graphql-js if it is %s', async (source, reason) => {
    const reasons: string[] = [];
    const executor = createExecutor(schema, { onFallback: (given) => reasons.push(given) });
    const calls: string[] = [];
    const rootValue = {
      x: 1,
      first: () => calls.push('first'),
      second: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        return calls.push('second');
      },
    };
    const request = { document: parse(source), rootValue };
    const result = await executor.execute(request);
    expect(reasons).toEqual([reason]);
    const ours = calls.splice(0);
    expect(show(result)).toBe(show(await execute({ schema, ...request })));
    expect(ours).toEqual(calls);
  });
});

describe('a document that is executed again', () => {
  const source = `query ($n: Int, $in: In, $no: Boolean = false) {
    list(n: $n) { x(n: $n, in: $in) ... @skip(if: $no) { fixed: x(in: { text: "a", texts: ["b"] }) } fails }
  }`;
  const requests = [
    { variables: { n: 1 }, context: 'one' },
    { variables: { n: 3, in: { text: 'x' }, no: true }, context: 'two' },
    { variables: { n: null, in: null }, context: 'three' },
    { variables: { n: 'wrong' }, context: 'four' },
    { variables: {}, context: 'five' },
    { variables: { n: 1 }, context: 'six' },
  ];

  it('keeps no data of earlier requests', async () => {
    const document = parse(source);
    const executor = createExecutor(schema);
    for (const { variables, context } of requests) {
      const request = { document, variableValues: variables, contextValue: context };
      const expected = await execute({ schema, ...request });
      expect(show(await executor.execute(request))).toBe(show(expected));
    }
  });

  it('keeps concurrent requests apart', async () => {
    const late = schemaOf('type Query { x(n: Int): Int, list(n: Int): [A] } type A { x(n: Int): String }', {
      types: {
        Query: { list: async (_root, { n }) => Array.from({ length: n }, () => ({})) },
        A: {
          x: (_a, { n }, context) =>
            new Promise((resolve, reject) =>
              setImmediate(() => (n % 2 ? resolve(`${context} ${n}`) : reject(new Error(`${context} failed`)))),
            ),
        },
      },
    });
    const executor = createExecutor(late);
    const document = parse('query ($n: Int) { list(n: $n) { x(n: $n) } }');
    const numbers = [1, 2, 3, 4, 5];
    const results = await Promise.all(
      numbers.map((n) => executor.execute({ document, variableValues: { n }, contextValue: `request ${n}` })),
    );
    for (const [index, { data, errors = [] }] of results.entries()) {
      const n = index + 1;
      const x = n % 2 ? `request ${n} ${n}` : null;
      expect(data).toEqual({ list: Array.from({ length: n }, () => ({ x })) });
      expect(errors.map(({ message }) => message)).toEqual(n % 2 ? [] : Array(n).fill(`request ${n} failed`));
    }
  });

  it('passes new argument objects to each request', async () => {
    const changing = schemaOf('input In { list: [Int] } type Query { x(in: In, list: [Int] = [1]): String }', {
      types: {
        Query: {
          x(_root, { in: given }) {
            given.list.push(9);
            given.added = true;
            return show(given);
          },
        },
      },
    });
    const executor = createExecutor(changing);
    const document = parse('{ x(in: { list: [1] }) }');
    const expected = { data: { x: '{"list":[1,9],"added":true}' } };
    expect(await executor.execute({ document })).toEqual(expected);
    expect(await executor.execute({ document })).toEqual(expected);
  });

  it('reports new errors for each request', async () => {
    const executor = createExecutor(schema);
    const document = parse('query ($n: Int = 1) { list(n: $n) { fails } }');
    const [one, two] = [
      await executor.execute({ document, contextValue: 'one' }),
      await executor.execute({ document, contextValue: 'two' }),
    ];
    expect(one.errors?.map(({ message }) => message)).toEqual(['failed for one']);
    expect(two.errors?.map(({ message }) => message)).toEqual(['failed for two']);
  });

  it('shares no plan with another document of the same text', async () => {
    const executor = createExecutor(schema);
    for (const variables of [{ n: 1 }, { n: 2 }]) {
      const { data } = await executor.execute({
        document: parse(source),
        variableValues: variables,
        contextValue: 'c',
      });
      expect(data?.list).toHaveLength(variables.n);
    }
  });

  it('returns the right result if it needs more plans than are kept', async () => {
    const names = Array.from({ length: 6 }, (_, i) => `c${i}`);
    const query = `query (${names.map((name) => `$${name}: Boolean!`)}) { ${names.map((name) => `${name}: x @skip(if: $${name})`).join(' ')} }`;
    const document = parse(query);
    const executor = createExecutor(schema);
    for (let bits = 0; bits < 64; bits++) {
      const variableValues = Object.fromEntries(names.map((name, i) => [name, (bits >> i) % 2 === 1]));
      const { data } = await executor.execute({ document, variableValues, rootValue: { x: 1 } });
      expect(Object.keys(data ?? {})).toEqual(names.filter((name) => !variableValues[name]));
    }
  });
});

describe('a result', () => {
  it('contains only data if there were no errors', async () => {
    expect(Object.keys(await ask(schema, '{ x }', { root: { x: 1 } }))).toEqual(['data']);
  });
});
