import type { InjectOptions } from 'fastify';
import { claims, issuerName, jwt, keys, toJwk } from '../support/issuer.ts';
import { tokens } from '../support/tokens.ts';
import { type Attack, ask, post } from './attack.ts';

const read = '{ incidents { totalCount } }';
const write = 'mutation { retractArticle(id: "first") { accepted } }';

const unauthenticated = [401, 'UNAUTHENTICATED'] as const;
const forbidden = [403, 'FORBIDDEN'] as const;

let clients = 0;
/** Uses a new client address for each request, since an invalid token delays the next one. */
const from = (request: InjectOptions, headers: object = {}): InjectOptions => ({
  ...request,
  headers: { ...request.headers, ...headers },
  remoteAddress: `198.18.${clients >> 8}.${clients++ & 255}`,
});
const bring = (authorization: string, query = read) => from(ask(query), { authorization });
const bearing = (token: string, query = read) => bring(`Bearer ${token}`, query);

const base64 = (text: string) => Buffer.from(text).toString('base64url');
const { rsa, ec, foreign } = keys;
const rs256 = { alg: 'RS256', kid: 'rsa' };
const right = jwt(rs256, claims(), rsa.privateKey);
const [header = '', payload = '', signature = ''] = right.split('.');
const signed = (more: object, head: object = {}) => jwt({ ...rs256, ...head }, claims(more), rsa.privateKey);
const rekeyed = (head: object) => jwt({ ...rs256, ...head }, claims(), foreign.privateKey);
const unsigned = (alg: string) => jwt({ alg }, claims(), null);
const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const der = rsa.publicKey.export({ type: 'spki', format: 'der' });
const shared = (alg: string, key: string | Buffer) => jwt({ alg, kid: 'rsa' }, claims(), Buffer.from(key));
const ecToken = jwt({ alg: 'ES256', kid: 'ec' }, claims(), ec.privateKey).split('.').slice(0, 2).join('.');
const inAddress = `access_token=${right}&token=${right}&authorization=Bearer+${right}`;

/** Attacks on a gateway with `AUTH=jwt`. */
export const jwtAttacks: readonly Attack[] = [
  ['no token', from(ask(read)), ...unauthenticated],
  ['introspection without a token', from(ask('{ __schema { types { name } } }')), ...unauthenticated],
  ['an invalid query without a token', from(ask('{ incidens { totalCount } }')), ...unauthenticated],
  ['GET without a token', from({ url: `/graphql?query=${encodeURIComponent(read)}` }), ...unauthenticated],

  ['an expired token', bearing(signed({ exp: 1_700_000_000 })), ...unauthenticated],
  ['a token that has just expired', bearing(signed({ exp: Math.floor(Date.now() / 1000) - 11 })), ...unauthenticated],
  ['a token without an expiry', bearing(signed({ exp: undefined })), ...unauthenticated],
  ['a token with a string as expiry', bearing(signed({ exp: '4000000000' })), ...unauthenticated],
  ['a token that is not yet valid', bearing(signed({ nbf: 4_000_000_000 })), ...unauthenticated],

  ...['none', 'None', 'NONE', 'nOnE', ''].map(
    (alg): Attack => [`an unsigned token, alg ${JSON.stringify(alg)}`, bearing(unsigned(alg)), ...unauthenticated],
  ),
  ['an unsigned token with the signature of another', bearing(`${unsigned('none')}${signature}`), ...unauthenticated],
  ['a token without its signature', bearing(`${header}.${payload}.`), ...unauthenticated],
  ['a token without its end', bearing(`${header}.${payload}`), ...unauthenticated],
  [
    'a token with another payload',
    bearing(`${header}.${base64(JSON.stringify(claims({ sub: 'x' })))}.${signature}`),
    ...unauthenticated,
  ],
  ['a token with another header', bearing(`${base64('{"alg":"RS256"}')}.${payload}.${signature}`), ...unauthenticated],
  ['a signature of zeros', bearing(`${ecToken}.${Buffer.alloc(64).toString('base64url')}`), ...unauthenticated],
  ['an empty signature', bearing(`${ecToken}.`), ...unauthenticated],

  ['a token of another key', bearing(rekeyed({})), ...unauthenticated],
  ['a token that brings its key', bearing(rekeyed({ jwk: toJwk(foreign.publicKey, 'rsa') })), ...unauthenticated],
  ['a token that says where its key is', bearing(rekeyed({ jku: 'http://127.0.0.1:1/jwks' })), ...unauthenticated],
  [
    'a token that says where its certificate is',
    bearing(rekeyed({ x5u: 'http://127.0.0.1:1/x5u' })),
    ...unauthenticated,
  ],
  ['a token that brings its certificate', bearing(rekeyed({ x5c: [der.toString('base64')] })), ...unauthenticated],
  ['HMAC with the public key', bearing(shared('HS256', pem)), ...unauthenticated],
  ['HMAC with the public key, without its last line end', bearing(shared('HS256', pem.trimEnd())), ...unauthenticated],
  ['HMAC with the public key as bytes', bearing(shared('HS512', der)), ...unauthenticated],
  [
    'HMAC with the public key as JSON',
    bearing(shared('HS384', JSON.stringify(toJwk(rsa.publicKey, 'rsa')))),
    ...unauthenticated,
  ],
  ['HMAC with nothing', bearing(shared('HS256', '')), ...unauthenticated],
  ['a key of another kind', bearing(jwt({ alg: 'ES256', kid: 'rsa' }, claims(), ec.privateKey)), ...unauthenticated],

  ['a token of another issuer', bearing(signed({ iss: 'https://evil.example/' })), ...unauthenticated],
  [
    'a token of an issuer with the same prefix',
    bearing(signed({ iss: `${issuerName}.evil.example` })),
    ...unauthenticated,
  ],
  ['a token without an issuer', bearing(signed({ iss: undefined })), ...unauthenticated],
  ['a token for another audience', bearing(signed({ aud: 'another' })), ...unauthenticated],
  [
    'a token for several other audiences',
    bearing(signed({ aud: ['another', 'incident-graph-2'] })),
    ...unauthenticated,
  ],
  ['a token without an audience', bearing(signed({ aud: undefined })), ...unauthenticated],

  ...['../../../../dev/null', 'unknown', "' OR 1=1 --", '__proto__', 'rsa\0', ['rsa'], { $ne: '' }, 1].map(
    (kid): Attack => [
      `a key named ${JSON.stringify(kid)}`,
      bearing(jwt({ alg: 'HS256', kid }, claims(), Buffer.alloc(1))),
      ...unauthenticated,
    ],
  ),
  ['a key of another kid', bearing(rekeyed({ kid: '../../../../dev/null' })), ...unauthenticated],
  ['an unknown critical header', bearing(signed({}, { crit: ['nothing'], nothing: 1 })), ...unauthenticated],
  ['an unencoded payload', bearing(signed({}, { crit: ['b64'], b64: false })), ...unauthenticated],

  [
    'an encrypted token',
    bearing(`${base64('{"alg":"RSA-OAEP","enc":"A256GCM"}')}.AAAA.AAAA.AAAA.AAAA`),
    ...unauthenticated,
  ],
  ['three empty parts', bearing('..'), ...unauthenticated],
  ['a word', bearing('token'), ...unauthenticated],
  ['a header that is not JSON', bearing(`${base64('{')}.${payload}.${signature}`), ...unauthenticated],
  ['a header that is a list', bearing(`${base64('[]')}.${payload}.${signature}`), ...unauthenticated],
  [
    'a header with __proto__',
    bearing(`${base64('{"alg":"RS256","__proto__":{"polluted":1}}')}.${payload}.${signature}`),
    ...unauthenticated,
  ],
  ['unclosed nesting', bearing(`${base64('['.repeat(10_000))}.${payload}.${signature}`), ...unauthenticated],
  ['a token of 200 kB', bearing('x'.repeat(200_000)), ...unauthenticated],
  ['a token of 200 kB in three parts', bearing(`${header}.${'e'.repeat(200_000)}.${signature}`), ...unauthenticated],
  ['a token of 100,000 parts', bearing('a.'.repeat(100_000)), ...unauthenticated],
  ['a token in quotes', bearing(`"${right}"`), ...unauthenticated],
  ['two tokens', bring(`Bearer ${right} ${right}`), ...unauthenticated],
  ['two tokens with a comma', bring(`Bearer ${right}, Bearer ${right}`), ...unauthenticated],
  ['a token in another scheme', bring(`Basic ${right}`), ...unauthenticated],
  ['a token without a scheme', bring(right), ...unauthenticated],

  ['a token in the address', from({ ...ask(read), url: `/graphql?${inAddress}` }), ...unauthenticated],
  [
    'a token in the address, by GET',
    from({ url: `/graphql?query=${encodeURIComponent(read)}&${inAddress}` }),
    ...unauthenticated,
  ],
  [
    'a token in the body',
    from(post(JSON.stringify({ query: read, access_token: right, extensions: { authorization: right } }))),
    ...unauthenticated,
  ],
  [
    'a token in a form',
    from(post(`access_token=${right}`, { 'content-type': 'application/x-www-form-urlencoded' })),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'a token in a cookie',
    from(ask(read), { cookie: `authorization=Bearer ${right}; token=${right}` }),
    ...unauthenticated,
  ],
  [
    'a token in other headers',
    from(ask(read), {
      'x-authorization': `Bearer ${right}`,
      'proxy-authorization': `Bearer ${right}`,
      'x-access-token': right,
    }),
    ...unauthenticated,
  ],

  ['no role', bearing(signed({ role: undefined })), ...forbidden],
  ['another role', bearing(signed({ role: 'admin' })), ...forbidden],
  ['a role that is an operator', bearing(signed({ role: { $ne: 'reader' } })), ...forbidden],
  ['a role with a suffix', bearing(signed({ role: 'editors' })), ...forbidden],
  ['a role in another claim', bearing(signed({ role: undefined, roles: ['editor'] })), ...forbidden],
  ['a mutation of a reader', bearing(signed({ role: 'reader' }), write), ...forbidden],
  ['a mutation without a token', from(ask(write)), ...unauthenticated],
  ['a mutation with an expired token', bearing(signed({ exp: 1_700_000_000 }), write), ...unauthenticated],
  [
    'a mutation by GET with the token of an editor',
    from({ url: `/graphql?query=${encodeURIComponent(write)}` }, { authorization: `Bearer ${right}` }),
    405,
    'BAD_REQUEST',
  ],
];

/** Attacks on a gateway with `AUTH=token`. */
export const tokenAttacks: readonly Attack[] = [
  ['no token', from(ask(read)), ...unauthenticated],
  ['a wrong token', bearing('ig_A-Wrong-Token-0123456789-0123456789'), ...unauthenticated],
  ['the beginning of a token', bearing(tokens.editor.slice(0, -1)), ...unauthenticated],
  ['more than a token', bearing(`${tokens.editor}x`), ...unauthenticated],
  ['a token in lower case', bearing(tokens.editor.toLowerCase()), ...unauthenticated],
  ['a token with a homoglyph', bearing(tokens.editor.replace('A', '\u0391')), ...unauthenticated],
  ['a name of the file', bearing('newsroom'), ...unauthenticated],
  ['an empty token', bring('Bearer '), ...unauthenticated],
  ['a token of 200 kB', bearing('x'.repeat(200_000)), ...unauthenticated],
  ['a JWT', bearing(right), ...unauthenticated],
  ['two tokens', bring(`Bearer ${tokens.reader} ${tokens.editor}`), ...unauthenticated],
  ['a token in the address', from({ ...ask(read), url: `/graphql?access_token=${tokens.editor}` }), ...unauthenticated],
  [
    'a token in the address, by GET',
    from({ url: `/graphql?query=${encodeURIComponent(read)}&access_token=${tokens.editor}` }),
    ...unauthenticated,
  ],
  ['a mutation of a reader', bearing(tokens.reader, write), ...forbidden],
];
