import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AuthConfig } from '../../src/config/auth-config.ts';

const audience = 'incident-graph';
export const issuerName = 'https://id.example/';

export interface Issuer {
  url: string;
  /** Settings that trust the issuer. */
  auth: Extract<AuthConfig, { mode: 'jwt' }>;
  keys: typeof keys;
  /** How often its keys were requested, and the other requests. */
  requests: string[];
  /** Its response instead of its keys. */
  fault: 'none' | 'refuses' | 'hangs' | 'nonsense' | 'redirects';
  /** Its keys by `kid`. */
  published: Map<string, KeyObject>;
  close(): Promise<void>;
}

/** Generated once, because generating keys takes longer than using them. */
export const keys = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  foreign: generateKeyPairSync('rsa', { modulusLength: 2048 }),
};

/** Serves a JWKS on this machine with two keys, `rsa` and `ec`. */
export async function openIssuer(): Promise<Issuer> {
  const requests: string[] = [];
  const published = new Map([
    ['rsa', keys.rsa.publicKey],
    ['ec', keys.ec.publicKey],
  ]);
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    if (issuer.fault === 'hangs') return;
    if (issuer.fault === 'refuses') response.writeHead(500).end();
    else if (issuer.fault === 'redirects') response.writeHead(302, { location: '/elsewhere' }).end();
    else if (issuer.fault === 'nonsense') response.end('<html>');
    else response.end(JSON.stringify({ keys: [...published].map(([kid, key]) => toJwk(key, kid)) }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const auth: Issuer['auth'] = {
    mode: 'jwt',
    keys: { url },
    audience,
    issuer: issuerName,
    roleClaim: 'role',
    publicRead: false,
  };
  const issuer: Issuer = {
    url,
    auth,
    keys,
    requests,
    fault: 'none',
    published,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return issuer;
}

/** Returns the public key in JWK format. */
export function toJwk(key: KeyObject, kid: string): object {
  return { ...key.export({ format: 'jwk' }), kid, use: 'sig' };
}

/** The claims of an editor, valid for ten minutes. */
export function claims(more: object = {}): object {
  const now = Math.floor(Date.now() / 1000);
  return { iss: issuerName, aud: audience, sub: 'somebody', role: 'editor', iat: now, exp: now + 600, ...more };
}

/** Builds any JWT, valid or not, by hand: libraries refuse to build most invalid ones. */
export function jwt(
  header: { alg: string; [name: string]: unknown },
  payload: object,
  key: KeyObject | Buffer | null,
): string {
  const signed = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${signed}.${key === null ? '' : signatureOf(header.alg, signed, key).toString('base64url')}`;
}

function signatureOf(alg: string, signed: string, key: KeyObject | Buffer): Buffer {
  const hash = `sha${alg.slice(2)}`;
  if (alg.startsWith('HS')) return createHmac(hash, key).update(signed).digest();
  if (alg.startsWith('ES'))
    return sign(hash, Buffer.from(signed), { key: key as KeyObject, dsaEncoding: 'ieee-p1363' });
  return sign(hash, Buffer.from(signed), key as KeyObject);
}
