import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Attack, ask, json, post } from './attack.ts';

const query = '{"query": "{ __typename }"}';
const forgery = '{"query": "mutation { retractArticle(id: \\"a\\") { accepted } }"}';
const mutation = encodeURIComponent('mutation { retractArticle(id: "a") { accepted } }');
const as = (type: string) => ({ 'content-type': type });
const hash = (sha256Hash: unknown, extra: object = {}) =>
  post(JSON.stringify({ ...extra, extensions: { persistedQuery: { version: 1, sha256Hash } } }));

const badRequest = [400, 'BAD_REQUEST'] as const;
const unsupported = [415, 'UNSUPPORTED_MEDIA_TYPE'] as const;
const tooLarge = [413, 'PAYLOAD_TOO_LARGE'] as const;
const notAllowed = [405, 'METHOD_NOT_ALLOWED'] as const;

/** Attacks by the form of a request. */
export const requestAttacks: readonly Attack[] = [
  ...[
    'evil.example',
    'evil.example:80',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    'localhost@evil.example',
    '[::ffff:7f00:1].evil.example',
    '<script>',
    'a'.repeat(5000),
  ].map(
    (host): Attack => [
      `a page whose name is rebound to this machine: ${host.slice(0, 40)}`,
      { ...post(query, { ...json, host }) },
      421,
      'MISDIRECTED_REQUEST',
    ],
  ),
  [
    'a rebound page that claims another host',
    post(query, { ...json, host: 'evil.example', 'x-forwarded-host': 'localhost' }),
    421,
    'MISDIRECTED_REQUEST',
  ],
  ['an unknown path', { url: '/nothing' }, 404, 'NOT_FOUND'],
  ['POST to an unknown path', { ...post('{}'), url: '/graphql/' }, 404, 'NOT_FOUND'],
  ['a path that cannot be decoded', { url: '/%zz' }, ...badRequest],
  ['a path with markup', { url: '/<script>alert(1)</script>' }, 404, 'NOT_FOUND'],
  ['a path out of the assets folder', { url: '/playground/assets/..%2f..%2fpackage.json' }, 404, 'NOT_FOUND'],
  ['a path out of the folder with a backslash', { url: '/playground/assets/..%5c..%5cpackage.json' }, 403, 'FORBIDDEN'],
  ['a path that ends in NUL', { url: '/playground/assets/main.js%00' }, 400, 'BAD_REQUEST'],
  ['a system file', { url: '/..%2f..%2f..%2fetc%2fpasswd' }, 404, 'NOT_FOUND'],

  ['malformed JSON', post('{"query": '), ...badRequest],
  ['long malformed JSON', post(`{"query": "${'x'.repeat(200_000)}`), ...badRequest],
  ['an empty body', post(''), ...badRequest],
  ['JSON other than an object', post('1'), ...badRequest],
  ['JSON with a byte order mark within', post(`{\ufeff"query": "{ __typename }"}`), ...badRequest],
  ['20,000 nested lists', post('['.repeat(20_000) + ']'.repeat(20_000)), ...badRequest],
  ['20,000 unclosed lists', post('['.repeat(20_000)), ...badRequest],
  ['an object without a query', post('{}'), ...badRequest],
  ['a query that is an operator', post('{"query": {"$ne": 1}}'), ...badRequest],
  ['a query that is a list', post('{"query": ["{ __typename }"]}'), ...badRequest],
  ['an empty query', post('{"query": ""}'), ...badRequest],
  ['variables that are a list', post('{"query": "{ __typename }", "variables": [1]}'), ...badRequest],
  ['variables that are a string', post('{"query": "{ __typename }", "variables": "{}"}'), ...badRequest],
  [
    'an operation name that is an operator',
    post('{"query": "{ __typename }", "operationName": {"$ne": ""}}'),
    ...badRequest,
  ],
  [
    'an unknown operation name',
    post('{"query": "query A { __typename }", "operationName": "B"}'),
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
  ['the key __proto__', post('{"query": "{ __typename }", "__proto__": {}}'), ...badRequest],
  [
    'duplicate keys, the last of which is invalid',
    post('{"query": "{ __typename }", "query": "{ nope }"}'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a syntax error', post('{"query": "{ __typename"}'), 400, 'GRAPHQL_PARSE_FAILED'],
  ['a query of NUL', post('{"query": "{ __typename \\u0000 }"}'), 400, 'GRAPHQL_PARSE_FAILED'],
  ['a query with a lone surrogate', post('{"query": "{ __typename \\ud800 }"}'), 400, 'GRAPHQL_PARSE_FAILED'],
  ['a query with a right-to-left override', post('{"query": "{ __typename \\u202e }"}'), 400, 'GRAPHQL_PARSE_FAILED'],

  ['a batch', post('[{"query": "{ __typename }"}]'), ...badRequest],
  ['an empty batch', post('[]'), ...badRequest],
  ['a batch of a thousand', post(JSON.stringify(Array(1000).fill({ query: '{ __typename }' }))), ...badRequest],

  ['a body above 256 kB', ask(`{ __typename } #${'x'.repeat(262_144)}`), ...tooLarge],
  [
    'a text of 1 MB',
    ask('query ($t: String!) { search(text: $t) { totalCount } }', { t: 'x'.repeat(1_000_000) }),
    ...tooLarge,
  ],
  ['a body of 3 MB', post(Buffer.alloc(3_000_000, '[')), ...tooLarge],
  ['a comment of 250 kB', ask(`{ __typename `.concat('#', 'x'.repeat(250_000))), 400, 'GRAPHQL_PARSE_FAILED'],

  ['a gzipped query', post(gzipSync(query), { ...json, 'content-encoding': 'gzip' }), ...unsupported],
  ['a bomb of gzip', post(gzipSync(Buffer.alloc(50_000_000)), { ...json, 'content-encoding': 'gzip' }), ...unsupported],
  [
    'a bomb of brotli',
    post(brotliCompressSync(Buffer.alloc(50_000_000)), { ...json, 'content-encoding': 'br' }),
    ...unsupported,
  ],
  ['junk declared as gzip', post('junk', { ...json, 'content-encoding': 'gzip' }), ...unsupported],
  ['two encodings', post(query, { ...json, 'content-encoding': 'gzip, identity' }), ...unsupported],
  ['undeclared gzip', post(gzipSync(query)), ...badRequest],

  ['UTF-16', post(Buffer.from(query, 'utf16le'), as('application/json; charset=utf-16')), ...unsupported],
  ['undeclared UTF-16', post(Buffer.from(`\ufeff${query}`, 'utf16le')), ...badRequest],
  ['UTF-7', post('+AHsAfQ-', as('application/json; charset=utf-7')), ...unsupported],
  ['Latin-1', post(query, as('application/json; charset="iso-8859-1"')), ...unsupported],
  ['an empty charset', post(query, as('application/json; charset=')), ...unsupported],
  ['bytes that are not UTF-8', post(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])), ...badRequest],
  ['an overlong slash in UTF-8', post(Buffer.from([0x22, 0xc0, 0xaf, 0x22])), ...badRequest],

  ['XML', post('<query/>', as('application/xml')), ...unsupported],
  ['a bare GraphQL document', post('{ __typename }', as('application/graphql')), ...unsupported],
  ['a malformed content type', post(query, as('json')), ...unsupported],
  [
    'an empty content type',
    { method: 'POST', url: '/graphql', payload: query, headers: { 'content-type': '' } },
    ...unsupported,
  ],

  ['a forged mutation as plain text', post(forgery, as('text/plain')), ...unsupported],
  [
    'a forged mutation as plain text that names JSON',
    post(forgery, as('text/plain; application/json')),
    ...unsupported,
  ],
  ['a forged mutation as a form', post(`query=${mutation}`, as('application/x-www-form-urlencoded')), ...unsupported],
  ['a forged mutation as files', post(forgery, as('multipart/form-data; boundary=x')), ...unsupported],
  ['a forged mutation without a body', { method: 'POST', url: `/graphql?query=${mutation}` }, ...unsupported],
  ['a mutation by GET', { url: `/graphql?query=${mutation}` }, 405, 'BAD_REQUEST'],
  [
    'a mutation by GET with a JSON content type',
    { url: `/graphql?query=${mutation}`, headers: json },
    405,
    'BAD_REQUEST',
  ],
  [
    'a mutation by GET with a method override',
    { url: `/graphql?query=${mutation}`, headers: { 'x-http-method-override': 'POST' } },
    405,
    'BAD_REQUEST',
  ],
  [
    'a mutation next to a query by GET',
    {
      url: `/graphql?operationName=M&query=query+Q{__typename}+${encodeURIComponent('mutation M { retractArticle(id: "a") { accepted } }')}`,
    },
    405,
    'BAD_REQUEST',
  ],
  ['a mutation without a token', post(forgery), 401, 'UNAUTHENTICATED'],
  [
    'a mutation with the token in the URL',
    { ...post(forgery), url: '/graphql?access_token=x&authorization=x' },
    401,
    'UNAUTHENTICATED',
  ],

  ['GET without a query', { url: '/graphql' }, ...badRequest],
  ['GET with two queries', { url: '/graphql?query={__typename}&query={a:__typename}' }, ...badRequest],
  ['GET with variables that are not JSON', { url: '/graphql?query={__typename}&variables={' }, ...badRequest],
  ['GET with variables that are a list', { url: '/graphql?query={__typename}&variables=[1]' }, ...badRequest],
  ['PUT', { method: 'PUT', url: '/graphql', payload: {} }, ...notAllowed],
  ['PATCH', { method: 'PATCH', url: '/graphql', payload: {} }, ...notAllowed],
  ['DELETE', { method: 'DELETE', url: '/graphql' }, ...notAllowed],
  ['OPTIONS', { method: 'OPTIONS', url: '/graphql' }, ...notAllowed],
  ['TRACE', { method: 'TRACE' as 'GET', url: '/graphql' }, ...notAllowed],

  ['XML as the accepted type', post(query, { ...json, accept: 'application/xml' }), 406, 'BAD_REQUEST'],
  ['a malformed accepted type', post(query, { ...json, accept: 'json' }), 406, 'BAD_REQUEST'],
  ['multipart as the accepted type', post(query, { ...json, accept: 'multipart/mixed' }), 406, 'BAD_REQUEST'],
  ['thousands of accepted types', post(query, { ...json, accept: 'a/b,'.repeat(3000) }), 406, 'BAD_REQUEST'],

  ['an unknown persisted hash', hash('0'.repeat(64)), 200, 'PERSISTED_QUERY_NOT_SUPPORTED'],
  ['a persisted hash that is an operator', hash({ $ne: '' }), 200, 'PERSISTED_QUERY_NOT_SUPPORTED'],
  ['a wrong persisted hash', hash('0'.repeat(64), { query: '{ __typename }' }), 200, 'PERSISTED_QUERY_NOT_SUPPORTED'],
];
