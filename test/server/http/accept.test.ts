import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preferredResponseType, prefersPage } from '../../../src/server/http/accept.ts';
import { tries } from '../../support/runs.ts';
import { createSmallServer } from '../small-server.ts';

const plain = 'application/json';
const modern = 'application/graphql-response+json';

let app: FastifyInstance;
let legacy: FastifyInstance;
beforeAll(async () => {
  app = await createSmallServer();
  legacy = await createSmallServer({ http: { legacy200: true } });
});
afterAll(() => Promise.all([app.close(), legacy.close()]));

const ask = (accept: string | undefined, query = '{ hello }', server = app) =>
  server.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query },
    headers: accept === undefined ? {} : { accept },
  });

/** The type of the response; null if none is acceptable. */
const rows: [accept: string | undefined, type: string | null][] = [
  [undefined, plain],
  ['', plain],
  ['*/*', plain],
  ['*/*;q=0.1', plain],
  ['application/*', plain],
  [plain, plain],
  [modern, modern],
  [`${modern}, ${plain}`, modern],
  [`${plain}, ${modern}`, plain],
  [`${modern};q=0.9, ${plain}`, plain],
  [`${modern}; charset=utf-8, ${plain}; charset=utf-8`, modern],
  // parameters
  [`${modern};charset=utf-8`, modern],
  [`${modern};charset=UTF-8`, modern],
  [`${modern};charset="utf-8"`, modern],
  [`${modern}; charset=utf8`, modern],
  [`${modern}; CHARSET="Utf-8"; q=1.000`, modern],
  [`  ${modern}  ;  charset = utf-8  ;  q = 0.3  `, modern],
  [`${modern}\t;q=1`, modern],
  [`${modern};v=1`, modern],
  [`${modern};profile="a,b;q=0"`, modern],
  [`${modern};profile="a\\",text/html;q=0"`, modern],
  [`${modern};a;;b=;`, modern],
  [`${plain};indent=2;q=0.2, ${modern};q=0.1`, plain],
  [`${plain};callbackSpec=1.0`, plain],
  [`${plain};q=0.5;level=1`, plain],
  ['multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9', modern],
  // case
  ['APPLICATION/GRAPHQL-RESPONSE+JSON', modern],
  ['Application/Json;Q=0.4', plain],
  ['APPLICATION/*', plain],
  // weights
  [`${plain};q=0, */*`, modern],
  [`*/*, ${plain};q=0`, modern],
  [`${modern};q=0, */*;q=0.1`, plain],
  [`application/*;q=0, ${plain}`, plain],
  [`${plain};q=0.001, ${modern};q=0.002`, modern],
  [`*/*, ${modern};q=0.9`, plain],
  [`*/*;q=0.5, ${modern};q=0.5`, modern],
  [`${plain};q=.5, ${modern};q=0.4`, plain],
  [`${plain};q=2, ${modern};q=0.9`, plain],
  [`text/html, ${modern}, */*;q=0.1`, modern],
  [`${plain};q=0.2, ${plain};charset=utf-8;q=0.9, ${modern};q=0.5`, plain],
  // nothing that there is
  ['*/*;q=0', null],
  [`${plain};q=0`, null],
  [`${plain};q=0.000, ${modern};q="0"`, null],
  [`${plain};charset=UTF-16`, null],
  [`${modern};charset=utf-16`, null],
  [`${modern};charset="iso-8859-1", text/plain`, null],
  ['application/*;charset=utf-16', null],
  ['text/html', null],
  ['application/xml', null],
  ['application/jsonp', null],
  ['application/json-seq, application/problem+json', null],
  ['json', null],
  ['application', null],
  ['application/', null],
  ['a/b/c', null],
  ['*', null],
  ['*/json', null],
  ['"application/json"', null],
  [',', null],
  [`${plain}x`, null],
  // one of them is enough
  [`${modern};charset=utf-16, ${plain}`, plain],
  [`${plain};charset=utf-16, ${modern};charset=utf-8;q=0.1`, modern],
  [`text/event-stream, ${plain}`, plain],
  [`json, , ;, ${plain}`, plain],
];

describe('the type of a response', () => {
  it.each(rows)('to Accept: %s is %s', async (accept, type) => {
    const { statusCode, headers, json } = await ask(accept);
    if (type === null) {
      expect(statusCode).toBe(406);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      expect(json().errors).toMatchObject([
        {
          message: expect.stringMatching(/^Accept must allow application\/json /),
          extensions: { code: 'BAD_REQUEST' },
        },
      ]);
    } else {
      expect({ statusCode, type: headers['content-type'] }).toEqual({
        statusCode: 200,
        type: `${type}; charset=utf-8`,
      });
      expect(json().data).toEqual({ hello: 'hello' });
    }
  });

  it('is negotiated for errors, GET and HEAD too', async () => {
    const accept = `${modern};charset="UTF-8";q=0.7, ${plain};q=0.1`;
    for (const response of [
      await ask(accept, '{ nope }'),
      await app.inject({ url: '/graphql?query={', headers: { accept } }),
      await app.inject({ url: '/graphql?query={hello}', headers: { accept } }),
      await app.inject({ method: 'HEAD', url: '/graphql?query={hello}', headers: { accept } }),
    ])
      expect(response.headers['content-type']).toBe(`${modern}; charset=utf-8`);
  });

  it('is decided before a mutation is executed', async () => {
    let repainted = 0;
    const own = await createSmallServer({
      context: (requestId) => {
        repainted++;
        return { requestId } as never;
      },
    });
    expect((await ask('application/xml', 'mutation { repaint }', own)).statusCode).toBe(406);
    expect(repainted).toBe(0);
    await own.close();
  });

  it('is the one with the greatest weight, by the most exact range', () => {
    const weight = fc.constantFrom(undefined, 0, 0.001, 0.3, 0.5, 1);
    const range = fc.record({
      type: fc.constantFrom('*/*', 'application/*', plain, modern, 'text/html', 'text/*'),
      weight,
      charset: fc.constantFrom(undefined, undefined, 'utf-8', 'utf-16'),
      other: fc.constantFrom('', ';v=1', ';t="a,b;q=0;c"', '; x=y'),
      upper: fc.boolean(),
      space: fc.constantFrom('', ' ', '  '),
      quoted: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 6 }), (ranges) => {
        const header = ranges
          .map(({ type, weight, charset, other, upper, space, quoted }) => {
            const charsetText = charset === undefined ? '' : `;${space}charset=${quoted ? `"${charset}"` : charset}`;
            const text = `${space}${type}${charsetText}${other}${weight === undefined ? '' : `${space};q=${weight}`}${space}`;
            return upper ? text.toUpperCase() : text;
          })
          .join(',');
        /** The weight of a type: that of the most exact range that matches it. */
        const weightOf = (type: string) => {
          for (const [name, charset] of [
            [type, 'utf-8'],
            [type, undefined],
            ['application/*', 'utf-8'],
            ['application/*', undefined],
            ['*/*', 'utf-8'],
            ['*/*', undefined],
          ]) {
            const found = ranges.find((each) => each.type === name && each.charset === charset);
            if (found) return found.weight ?? 1;
          }
          return 0;
        };
        const [plainWeight, modernWeight] = [weightOf(plain), weightOf(modern)];
        const chosen = preferredResponseType(header);
        if (plainWeight === 0 && modernWeight === 0) expect(chosen).toBeUndefined();
        else if (plainWeight !== modernWeight) expect(chosen).toBe(plainWeight > modernWeight ? plain : modern);
        else expect([plain, modern]).toContain(chosen);
      }),
      tries(),
    );
  });

  it.each([
    ['"', 16_000],
    ['\\"', 8000],
    ['a/b;"\\', 3000],
    [';,"', 6000],
    ['a/b;c="', 2000],
  ])('is found in linear time in %j, repeated %i times', (part, times) => {
    const began = process.cpuUsage();
    for (const end of ['', '\\', '"']) preferredResponseType(part.repeat(times) + end);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(150);
  });
});

describe('LEGACY_200', () => {
  it.each([
    [plain, 200],
    ['*/*', 200],
    [undefined, 200],
    [`${plain}, ${modern};q=0`, 200],
    [`${plain};v=1`, 200],
    [modern, 400],
    [modern.toUpperCase(), 400],
    [`${plain}, ${modern};charset=utf-8;q=0.1`, 400],
  ])('to Accept: %s gives %i for an invalid query', async (accept, status) => {
    expect((await ask(accept, '{ nope }', legacy)).statusCode).toBe(status);
    expect((await ask(accept, '{ nope }')).statusCode).toBe(400);
  });
});

describe('a page', () => {
  it.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8', true],
    ['text/html', true],
    ['TEXT/HTML;charset=UTF-8', true],
    ['text/html, application/json', true],
    ['text/html;q=0, */*', false],
    ['text/html;q=0.5, application/json', false],
    ['text/html;charset=utf-16', false],
    ['application/json;t="text/html"', false],
    ['*/*', false],
    ['text/*', false],
    ['', false],
    [undefined, false],
  ])('is preferred by Accept: %s: %s', (accept, isPreferred) => {
    expect(prefersPage(accept)).toBe(isPreferred);
  });
});
