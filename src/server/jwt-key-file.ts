import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { ConfigError, readSettingFile } from '../setting.ts';

/** Less can be broken, and is refused by what checks signatures. */
const leastRsaBits = 2048;

/** The public keys of a file: a JWKS, or one key as PEM, for whatever `kid` a token names. */
export function fileKeys(path: string): JWTVerifyGetKey {
  const text = readSettingFile('AUTH_KEY_FILE', path);
  if (/^\s*\{/.test(text)) return createLocalJWKSet(parseKeySet(path, text));
  if (!/^\s*-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(text))
    throw wrong(path, 'a public key as PEM or a JWKS', 'something else');
  const key = readKey(path, text);
  return async () => key;
}

function parseKeySet(path: string, text: string): JSONWebKeySet {
  const keys: unknown = keysIn(text);
  if (!Array.isArray(keys) || keys.length === 0) throw wrong(path, 'a JWKS, { "keys": [ … ] }', 'no keys');
  keys.forEach((key: unknown, index) => {
    const place = `${path} /keys/${index}`;
    // A private or a shared key would make tokens too, and is not to lie here. Nothing of it is shown.
    if (typeof key !== 'object' || key === null || 'd' in key || 'k' in key)
      throw wrong(place, 'a public key', 'another one');
    readKey(place, { key: key as JsonWebKey, format: 'jwk' });
  });
  return { keys: keys as JSONWebKeySet['keys'] };
}

function keysIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { keys?: unknown }).keys;
  } catch {
    return undefined;
  }
}

function readKey(place: string, source: Parameters<typeof createPublicKey>[0]): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey(source);
  } catch {
    throw wrong(place, 'a public key', 'what cannot be read as one');
  }
  const { asymmetricKeyType: type, asymmetricKeyDetails: { modulusLength = leastRsaBits } = {} } = key;
  if (!['rsa', 'ec', 'ed25519'].includes(String(type))) throw wrong(place, 'a key of RSA, EC or Ed25519', String(type));
  if (modulusLength < leastRsaBits) throw wrong(place, `a key of at least ${leastRsaBits} bits`, String(modulusLength));
  return key;
}

function wrong(place: string, expected: string, found: string): ConfigError {
  return new ConfigError(`AUTH_KEY_FILE: ${place}`, expected, found);
}
