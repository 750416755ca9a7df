import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuthConfig } from '../../../src/config/auth-config.ts';
import { createJwtVerifier } from '../../../src/server/auth/verify-jwt.ts';
import { claims, type Issuer, issuerName, jwt, openIssuer, toJwk } from '../../support/issuer.ts';
import { bearer } from '../../support/tokens.ts';
import { createSmallServer } from '../small-server.ts';
import { captureLog } from '../telemetry/log.ts';

const log = captureLog();
let issuer: Issuer;
let app: FastifyInstance;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  issuer = await openIssuer();
  app = await createSmallServer({ auth: issuer.auth, logLevel: 'info' });
});
afterEach(async () => {
  vi.useRealTimers();
  await app.close();
  await issuer.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(token: string | null, query = '{ hello }', to = app) {
  const headers = token === null ? {} : bearer(token);
  const response = await to.inject({ method: 'POST', url: '/graphql', payload: { query }, headers });
  const { data, errors } = response.json();
  return {
    status: response.statusCode,
    headers: response.headers,
    data,
    code: errors?.[0]?.extensions.code,
    message: errors?.[0]?.message,
  };
}

/** The log without Fastify's warning about the missing playground folder. */
const logged = () => log.entries().filter(({ msg }) => !msg.includes('/nowhere'));
const rsa = (more: object = {}, kid = 'rsa') => jwt({ alg: 'RS256', kid }, claims(more), issuer.keys.rsa.privateKey);
const write = 'mutation { repaint }';

describe('a JWT', () => {
  it.each([
    ['RS256', 'rsa'],
    ['RS384', 'rsa'],
    ['RS512', 'rsa'],
    ['ES256', 'ec'],
  ] as const)('with a valid %s signature grants access', async (alg, kid) => {
    const token = jwt({ alg, kid }, claims(), issuer.keys[kid].privateKey);
    expect(await ask(token)).toMatchObject({ status: 200, data: { hello: 'hello' } });
    expect(await ask(token, write)).toMatchObject({ status: 200, data: { repaint: 'red' } });
  });

  it.each<[string, unknown, number, number]>([
    ['editor', 'editor', 200, 200],
    ['reader', 'reader', 200, 403],
    ['a list', ['staff', 'editor'], 200, 200],
    ['several words', 'openid reader', 200, 403],
    ['another role', 'admin', 403, 403],
    ['a role in another case', 'Editor', 403, 403],
    ['no role', undefined, 403, 403],
    ['an object', { editor: true }, 403, 403],
    ['a list in a list', [['editor']], 403, 403],
  ])('grants access by its role: %s', async (_, role, reading, writing) => {
    const [read, wrote] = [await ask(rsa({ role })), await ask(rsa({ role }), write)];
    expect([read.status, wrote.status]).toEqual([reading, writing]);
    for (const { status, code, headers } of [read, wrote]) {
      if (status === 403) expect(code).toBe('FORBIDDEN');
      if (status === 403) expect(headers['www-authenticate']).toBe('Bearer error="insufficient_scope"');
    }
  });

  it('has its role in the configured claim', async () => {
    const roleClaim = 'https://example.com/roles';
    const other = await createSmallServer({ auth: { ...issuer.auth, roleClaim } });
    expect(await ask(rsa({ role: undefined, [roleClaim]: ['editor'] }), write, other)).toMatchObject({ status: 200 });
    expect(await ask(rsa(), write, other)).toMatchObject({ status: 403 });
    await other.close();
  });

  it('may come from a clock with a small deviation', async () => {
    const now = Math.floor(Date.now() / 1000);
    expect(await ask(rsa({ exp: now - 3, nbf: now + 3 }))).toMatchObject({ status: 200 });
  });

  it.each<[string, object, string]>([
    ['has expired', { exp: 1_700_000_000 }, 'The token has expired'],
    ['is not yet valid', { nbf: 4_000_000_000 }, 'The token is not for this gateway: check its nbf claim'],
    ['has no expiry', { exp: undefined }, 'The token is not for this gateway: check its exp claim'],
    ['has another audience', { aud: 'another' }, 'The token is not for this gateway: check its aud claim'],
    ['has another issuer', { iss: 'https://other.example' }, 'The token is not for this gateway: check its iss claim'],
  ])('that %s is rejected with the reason and without a delay', async (_, more, message) => {
    for (let i = 0; i < 8; i++) {
      const { status, code, headers, message: told } = await ask(rsa(more));
      expect({ status, code, told }).toEqual({ status: 401, code: 'UNAUTHENTICATED', told: message });
      expect(headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    }
    expect((await ask(rsa())).status).toBe(200);
  });

  it('with a forged signature delays the client', async () => {
    const forged = jwt({ alg: 'RS256', kid: 'rsa' }, claims(), issuer.keys.foreign.privateKey);
    const answers = Array.from({ length: 12 }, () => ask(forged));
    await Promise.any(answers.map(async (answer) => expect((await answer).status).toBe(429)));
    expect(await ask(rsa())).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  });
});

describe('the public keys', () => {
  it('are fetched once, and not again for a new kid within 30 s', async () => {
    expect(issuer.requests).toEqual([]);
    await Promise.all([ask(rsa()), ask(rsa()), ask(rsa())]);
    expect(issuer.requests).toEqual(['/jwks']);
    await ask(rsa({}, 'unknown'));
    expect(issuer.requests).toEqual(['/jwks']); // within the cooldown
  });

  it.each(['refuses', 'hangs', 'nonsense', 'redirects'] as const)(
    'are unavailable while the provider fails (%s), and are fetched again later',
    async (fault) => {
      issuer.fault = fault;
      const began = performance.now();
      const answer = await ask(rsa());
      expect(performance.now() - began).toBeLessThan(3000);
      expect(answer).toMatchObject({
        status: 503,
        code: 'SERVICE_UNAVAILABLE',
        message: 'The token keys are unavailable; try again in a moment',
        headers: { 'retry-after': '5', 'cache-control': 'no-store' },
      });
      for (let i = 0; i < 5; i++) expect((await ask(rsa())).status).toBe(503);
      expect(issuer.requests).toEqual(['/jwks']);
      expect(logged()).toMatchObject([{ level: 40, msg: 'Fetching the keys from AUTH_JWKS_URL failed' }]);
      expect((await ask(null)).status).toBe(401);
      issuer.fault = 'none';
      await expect.poll(async () => (await ask(rsa())).status, { timeout: 5000 }).toBe(200);
    },
  );

  it('stay valid for 10 minutes during an outage, whatever kids other tokens name', async () => {
    expect((await ask(rsa())).status).toBe(200);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    issuer.fault = 'refuses';
    for (let i = 0; i < 5; i++) {
      expect((await ask(rsa({}, 'new'))).status).toBe(503);
      expect((await ask(rsa())).status).toBe(200);
    }
    expect(issuer.requests).toEqual(['/jwks', '/jwks']);
    issuer.fault = 'none';
    issuer.published.set('new', issuer.keys.rsa.publicKey);
    vi.advanceTimersByTime(2000);
    expect((await ask(rsa({}, 'new'))).status).toBe(200);
    expect(logged()).toMatchObject([{ level: 40, msg: 'Fetching the keys from AUTH_JWKS_URL failed' }]);

    issuer.fault = 'refuses';
    vi.advanceTimersByTime(601_000); // the keys are too old then
    for (let i = 0; i < 3; i++) expect((await ask(rsa())).status).toBe(503);
    expect(logged()).toHaveLength(2);
  });

  const withFile = (text: string): AuthConfig => {
    const file = join(folder, 'keys');
    writeFileSync(file, text);
    return { ...issuer.auth, keys: { file } };
  };

  it('may be in a file, as a JWKS or as PEM, which can be reloaded', async () => {
    const { rsa: own, foreign } = issuer.keys;
    const pem = own.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const jwks = JSON.stringify({ keys: [toJwk(foreign.publicKey, 'other'), toJwk(own.publicKey, 'rsa')] });
    for (const text of [pem, `\ufeff${jwks}`]) {
      let reload = () => {};
      const auth = withFile(text);
      const onReload = (given: () => void) => {
        reload = given;
      };
      const server = await createSmallServer({ auth, onReload, logLevel: 'info' });
      expect((await ask(rsa(), write, server)).status).toBe(200);
      withFile('nonsense');
      reload();
      expect((await ask(rsa(), write, server)).status).toBe(200);
      withFile(JSON.stringify({ keys: [toJwk(foreign.publicKey, 'rsa')] }));
      reload();
      expect((await ask(rsa(), write, server)).status).toBe(401);
      await server.close();
    }
    expect(logged()).toMatchObject(
      [50, 30, 50, 30].map((level) =>
        level === 50
          ? {
              level,
              reason: expect.stringContaining('AUTH_KEY_FILE: '),
              msg: expect.stringContaining('keeping the previous'),
            }
          : { level, msg: 'Auth files reloaded' },
      ),
    );
    expect(issuer.requests).toEqual([]);
  });

  const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const signing = generateKeyPairSync('ed25519');
  const agreeing = generateKeyPairSync('x25519');
  it.each<[string, string, string]>([
    ['nothing', '', 'a public key as PEM or a JWKS, but got: "something else"'],
    ['broken JSON', '{', 'a JWKS, { \\"keys\\": [ … ] }, but got: "no keys"'.replaceAll('\\', '')],
    ['no keys', '{"keys": []}', 'but got: "no keys"'],
    ['a key that is a number', '{"keys": [1]}', 'keys /keys/0 must be a public key, but got: "something else"'],
    ['an incomplete key', '{"keys": [{"kty": "RSA"}]}', 'but got: "an unreadable key"'],
    ['a symmetric key', '{"keys": [{"kty": "oct", "k": "c2VjcmV0"}]}', 'but got: "something else"'],
    [
      'a private key among others',
      JSON.stringify({ keys: [toJwk(signing.publicKey, 'a'), signing.privateKey.export({ format: 'jwk' })] }),
      'keys /keys/1 must be a public key, but got: "something else"',
    ],
    [
      'a private key as PEM',
      signing.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      'but got: "something else"',
    ],
    ['broken PEM', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n', 'but got: "an unreadable key"'],
    [
      'a key for key agreement',
      agreeing.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      'an RSA, EC or Ed25519 key, but got: "x25519"',
    ],
    [
      'a key that is too short',
      small.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      'a key of at least 2048 bits, but got: "1024"',
    ],
  ])('are rejected at startup if the file contains %s', async (_, text, message) => {
    const start = createSmallServer({ auth: withFile(text) });
    await expect(start).rejects.toThrow(/^AUTH_KEY_FILE: /);
    await expect(start).rejects.toThrow(message);
    await expect(start).rejects.toMatchObject({ name: 'ConfigError' });
  });

  it('are rejected at startup if the file does not exist', async () => {
    const auth: AuthConfig = { ...issuer.auth, keys: { file: join(folder, 'nothing.pem') } };
    await expect(createSmallServer({ auth })).rejects.toThrow(
      /^AUTH_KEY_FILE must be the path of a readable file, but got: ".*nothing\.pem: ENOENT"$/,
    );
  });

  it('of each type reject tokens of other algorithms, whatever their signature', async () => {
    const kinds = {
      rsa: issuer.keys.rsa,
      'P-256': issuer.keys.ec,
      'P-521': generateKeyPairSync('ec', { namedCurve: 'P-521' }),
      secp256k1: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
      ed25519: signing,
    };
    const signatures = [Buffer.alloc(0), Buffer.alloc(64), Buffer.alloc(96), Buffer.alloc(132), Buffer.alloc(256, 7)];
    const algorithms = ['RS256', 'PS384', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519', 'HS256', 'none', 'ES256K', ''];
    for (const { publicKey } of Object.values(kinds)) {
      const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
      for (const text of [pem, JSON.stringify({ keys: [toJwk(publicKey, 'only')] })]) {
        const file = join(folder, 'key');
        writeFileSync(file, text);
        const { verify } = createJwtVerifier({ ...issuer.auth, keys: { file } }, app.log);
        for (const alg of algorithms) {
          for (const signature of signatures) {
            const token = `${jwt({ alg }, claims(), null)}${signature.toString('base64url')}`;
            expect(await verify(token)).toEqual({ reason: 'The token is not valid', isGuess: true });
          }
        }
      }
    }
  });

  it('may be Ed25519 keys', async () => {
    const auth = withFile(signing.publicKey.export({ type: 'spki', format: 'pem' }).toString());
    const server = await createSmallServer({ auth });
    const { SignJWT } = await import('jose');
    const key = createPrivateKey(signing.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const token = await new SignJWT({ ...claims() }).setProtectedHeader({ alg: 'EdDSA' }).sign(key);
    expect((await ask(token, write, server)).status).toBe(200);
    await server.close();
  });
});

describe('a client without a token', () => {
  it('gets 401 before validation, so that nothing of the schema is revealed', async () => {
    for (const query of ['{ hello }', '{ helo }', '{', '{ __schema { types { name } } }', write]) {
      const { status, code, data, headers, message } = await ask(null, query);
      expect({ status, code, data }).toEqual({ status: 401, code: 'UNAUTHENTICATED', data: undefined });
      expect(message).toBe('Reading requires a token in an Authorization: Bearer header');
      expect(headers).toMatchObject({ 'www-authenticate': 'Bearer', 'cache-control': 'no-store' });
    }
  });

  it('can read with PUBLIC_READ, but not write', async () => {
    const open = await createSmallServer({ auth: { ...issuer.auth, publicRead: true } });
    expect((await ask(null, '{ hello }', open)).status).toBe(200);
    expect(await ask(null, write, open)).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } });
    expect((await ask(rsa({ role: 'admin' }), '{ hello }', open)).status).toBe(200);
    expect((await ask(rsa({ exp: 1 }), '{ hello }', open)).status).toBe(401);
    expect((await ask(rsa({ iss: issuerName }), write, open)).status).toBe(200);
    await open.close();
  });
});
