import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSmallServer, faults, secret } from '../small-server.ts';
import { captureLog } from '../telemetry/log.ts';

const json = { 'content-type': 'application/json' };
let app: FastifyInstance;
let production: FastifyInstance;

beforeAll(async () => {
  app = await createSmallServer();
  production = await createSmallServer({ production: true });
});

afterAll(() => Promise.all([app.close(), production.close()]));

async function ask(query: string, variables?: object, server = app) {
  const response = await server.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
  return { status: response.statusCode, text: response.body, ...response.json() };
}

describe('an internal error', () => {
  const log = captureLog();

  it.each(Object.keys(faults))('is masked, and logged with its stack under the same request id: %s', async (how) => {
    for (const server of [app, production]) {
      const { status, data, errors, text } = await ask(`{ fails(how: "${how}") hello }`, {}, server);
      expect({ status, data }).toEqual({ status: 200, data: { fails: null, hello: 'hello' } });
      expect(errors).toEqual([
        {
          message: 'Internal server error',
          locations: [{ line: 1, column: 3 }],
          path: ['fails'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
        },
      ]);
      expect(text).not.toMatch(/hunter2|stack|node_modules/);
      const entry = log.entries().at(-1);
      expect(entry).toMatchObject({ level: 50, requestId: errors[0].extensions.requestId, paths: [['fails']] });
      if (how !== 'nothing') expect(JSON.stringify(entry)).toContain(secret);
      expect(entry).toHaveProperty('err.stack', expect.stringMatching(/\n {4}at /));
    }
    expect(log.entries()).toHaveLength(2);
    expect(log.stdout()).toBe('');
  });

  it('is masked if a non-null field is null', async () => {
    const { data, errors } = await ask('{ never }');
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(log.entries()).toMatchObject([{ requestId: errors[0].extensions.requestId }]);
  });

  it('is logged once, however many fields fail', async () => {
    const { errors } = await ask('{ manyFail }');
    expect(errors).toHaveLength(3);
    expect(log.entries()).toMatchObject([{ paths: [0, 1, 2].map((index) => ['manyFail', index]) }]);
  });

  it('is masked and logged if it occurs before execution', async () => {
    const failing = await createSmallServer({
      context: () => {
        throw new Error(`No context without ${secret}`);
      },
    });
    const { status, errors, text } = await ask('{ hello }', {}, failing);
    expect(status).toBe(500);
    expect(errors).toMatchObject([{ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(text).not.toContain('hunter2');
    const [entry, ...others] = log.entries().filter(({ requestId }) => requestId === errors[0].extensions.requestId);
    expect(others).toEqual([]);
    expect(JSON.stringify(entry)).toContain(secret);
    await failing.close();
  });
});

describe('an expected error', () => {
  const log = captureLog();

  it('is returned with its code and not logged, if it is deliberate', async () => {
    for (const server of [app, production]) {
      const { errors } = await ask('{ fails(how: "deliberately") }', {}, server);
      expect(errors).toEqual([
        {
          message: 'The id is malformed',
          locations: [{ line: 1, column: 3 }],
          path: ['fails'],
          extensions: { code: 'BAD_USER_INPUT', argument: 'id' },
        },
      ]);
    }
    expect(log.entries()).toEqual([]);
  });

  it('is SERVICE_UNAVAILABLE and one line in the log, if the store is unavailable', async () => {
    const server = await createSmallServer({ logLevel: 'warn' });
    const away = 'fails(how: "the store is away")';
    const { data, errors, text } = await ask(`{ a: ${away} b: ${away} hello }`, {}, server);
    expect(data).toEqual({ a: null, b: null, hello: 'hello' });
    const codes = errors.map(({ extensions }: { extensions: object }) => extensions);
    expect(codes).toEqual([{ code: 'SERVICE_UNAVAILABLE' }, { code: 'SERVICE_UNAVAILABLE' }]);
    expect(text).not.toContain('hunter2');
    const logged = log.entries().filter(({ requestId }) => requestId);
    expect(logged).toMatchObject([{ level: 40, msg: 'The document store is unavailable' }]);
    await server.close();
  });
});

const misspelt: [what: string, query: string, variables: object, suggestion: string][] = [
  ['a field', '{ helo }', {}, 'hello'],
  ['an argument', '{ hello(nam: "x") }', {}, 'name'],
  ['a type', 'query ($p: Pant) { hello(paint: $p) }', {}, 'Paint'],
  ['a field of an input', '{ hello(paint: { colours: RED }) }', {}, 'colour'],
  ['an enum value', '{ hello(colour: REED) }', {}, 'RED'],
  ['an enum value as a string', '{ hello(colour: "RED") }', {}, 'RED'],
  ['an enum value in variables', 'query ($c: Colour) { hello(colour: $c) }', { c: 'REED' }, 'RED'],
  [
    'an enum value within an input in variables',
    'query ($p: Paint) { hello(paint: $p) }',
    { p: { colour: 'GREN' } },
    'GREEN',
  ],
  ['a field of an input in variables', 'query ($p: Paint) { hello(paint: $p) }', { p: { colours: 'RED' } }, 'colour'],
];

describe('suggestions', () => {
  it.each(misspelt)('are given for %s', async (_, query, variables, suggestion) => {
    expect((await ask(query, variables)).text).toMatch(new RegExp(`Did you mean [^?]*${suggestion}[^?]*\\?`));
  });

  it.each(misspelt)('are not given in production for %s', async (_, query, variables) => {
    const { status, text, errors } = await ask(query, variables, production);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(errors).toHaveLength(1);
    expect(text).not.toMatch(/did you mean/i);
  });

  it('are not given in production for directives and fragments', async () => {
    const { text } = await ask('{ hello @skp(if: true) ...Fo } fragment Foo on Query { hello }', {}, production);
    expect(text).not.toMatch(/did you mean/i);
  });
});

const fitting: [what: string, query: string, variables: object, hint: string][] = [
  ['an enum value', '{ hello(colour: PUCE) }', {}, 'Available: RED, GREEN.'],
  ['a string for an enum value', '{ hello(colour: "PUCE") }', {}, 'Available: RED, GREEN.'],
  ['an enum value in variables', 'query ($c: Colour) { hello(colour: $c) }', { c: 'PUCE' }, 'Available: RED, GREEN.'],
  ['an omitted enum value', '{ sort { id } }', {}, 'Available: RED, GREEN.'],
  ['a field of an input', '{ hello(paint: { brush: 1 }) }', {}, 'Available: colour, litres.'],
  ['a field in variables', 'query ($p: Paint) { hello(paint: $p) }', { p: { brush: 1 } }, 'Available: colour, litres.'],
  ['a value for an object', '{ hello(paint: RED) }', {}, 'Write { colour: RED }.'],
  ['a string for an object', '{ hello(paint: "RED") }', {}, 'Write { colour: RED }.'],
  ['null for an object', '{ sort(by: RED, where: { and: [null] }) { id } }', {}, 'Available: and, paint, id, box.'],
  ['a list for an object', '{ hello(paint: [1, 2]) }', {}, 'Available: colour, litres.'],
  ['a value within an object', '{ sort(by: RED, where: { paint: "RED" }) { id } }', {}, 'Write { colour: RED }.'],
  ['an id for an object', '{ sort(by: RED, where: "a") { id } }', {}, 'Write { id: "a" }.'],
  [
    'a string for an object in variables',
    'query ($p: Paint) { hello(paint: $p) }',
    { p: 'RED' },
    'Available: colour, litres.',
  ],
  [
    'a value for an object with two required fields',
    '{ sort(by: RED, where: { box: 3 }) { id } }',
    {},
    'Available: width, height.',
  ],
  ['a field', '{ things { colour } }', {}, 'Available: id.'],
  ['a field of the items of a page', '{ page { id } }', {}, 'Write nodes { id }.'],
  ['an argument', '{ things(limit: 1) { id } }', {}, 'Available: first.'],
];

describe('hints', () => {
  it.each(fitting)('are given for %s, except in production', async (_, query, variables, hint) => {
    const { errors } = await ask(query, variables);
    expect(errors).toHaveLength(1);
    expect(errors[0].message.endsWith(` ${hint}`)).toBe(true);
    const told = await ask(query, variables, production);
    expect(told.errors).toHaveLength(1);
    expect(told.text).not.toContain(hint.replaceAll('"', '\\"'));
  });

  it('are not given without introspection', async () => {
    const closed = await createSmallServer({ http: { introspection: false } });
    const { errors } = await ask('{ things { colour } }', {}, closed);
    expect(errors[0].message).toBe('Cannot query field "colour" on type "Thing".');
    await closed.close();
  });

  it('take time linear in the length of the message', async () => {
    const key = 'Value "Enum "Field " is not defined by '.repeat(5000);
    const { errors } = await ask('query ($p: Paint) { hello(paint: $p) }', { p: { [key]: 1 } });
    expect(errors[0].message).toMatch(/… Available: colour, litres\.$/);
  });
});

const malformed: [what: string, query: string, variables: object, argument: string][] = [
  ['a number', '{ things(first: "ten") { id } }', {}, 'first'],
  ['null for a number', '{ slow(ms: null) }', {}, 'ms'],
  ['a number in an object', '{ hello(paint: { litres: 1.5 }) }', {}, 'paint.litres'],
  [
    'a string in a list of objects',
    '{ sort(by: RED, where: { and: [{}, { id: true }] }) { id } }',
    {},
    'where.and.1.id',
  ],
  ['an object for a string', '{ fails(how: { a: 1 }) }', {}, 'how'],
  ['the default of a variable', 'query ($n: Int = "x") { things(first: $n) { id } }', {}, 'n'],
  ['a variable', 'query ($n: Int) { things(first: $n) { id } }', { n: 'ten' }, 'n'],
  ['an omitted variable', 'query ($n: Int!) { things(first: $n) { id } }', {}, 'n'],
  [
    'a value within a variable',
    'query ($w: Where) { sort(by: RED, where: $w) { id } }',
    { w: { and: [{}, { paint: { litres: 'at "w.x"; ' } }] } },
    'w.and.1.paint.litres',
  ],
];

describe('a malformed value', () => {
  it.each(malformed)('is BAD_USER_INPUT with its argument: %s', async (_, query, variables, argument) => {
    for (const server of [app, production]) {
      const { status, errors } = await ask(query, variables, server);
      expect(status).toBe(400);
      expect(errors).toMatchObject([{ locations: [{ line: 1 }], extensions: { code: 'BAD_USER_INPUT', argument } }]);
    }
  });
});

describe('an invalid query', () => {
  it.each([
    ['an unused variable', 'query ($n: Int) { hello }'],
    ['a variable of another type', 'query ($n: String) { things(first: $n) { id } }'],
    ['a duplicate argument', '{ things(first: 1, first: 2) { id } }'],
  ])('is GRAPHQL_VALIDATION_FAILED without an argument: %s', async (_, query) => {
    const { errors } = await ask(query, { n: '1' });
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    expect(errors[0].extensions).not.toHaveProperty('argument');
  });
});

describe('a request that does not reach GraphQL', () => {
  it('gets an error in the form of GraphQL', async () => {
    const response = await app.inject({ url: '/nothing' });
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.json()).toEqual({
      errors: [{ message: 'No route for GET /nothing; the API is at /graphql', extensions: { code: 'NOT_FOUND' } }],
    });
  });

  it('gets the allowed methods', async () => {
    const response = await app.inject({ method: 'PATCH', url: '/graphql' });
    expect(response.headers.allow).toBe('GET, HEAD, POST');
  });
});

describe('a query by GET', () => {
  const url = `/graphql?query=${encodeURIComponent('query ($n: String) { hello(name: $n) }')}&variables={"n":"x"}`;

  it.each([{}, { 'content-type': 'application/json' }, { accept: 'text/html, application/graphql-response+json' }])(
    'is executed with the headers %j',
    async (headers) => {
      const response = await app.inject({ url, headers });
      expect(response.statusCode).toBe(200);
      expect(response.json()).toEqual({
        data: { hello: 'hello' },
        extensions: { cost: { requested: 0, limit: 50_000 } },
      });
    },
  );

  it('has no body in the response to HEAD', async () => {
    const response = await app.inject({ method: 'HEAD', url, headers: json });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.body).toBe('');
  });
});
