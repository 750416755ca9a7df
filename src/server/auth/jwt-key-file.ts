import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { ConfigError, readSettingFile } from '../../config/parse-setting.ts';

/** Shorter keys are insecure, and `jose` rejects them. */
const minRsaBits = 2048;

/**
 * Reads the public keys of a file: a JWKS, or one key in PEM, which is used for every `kid`.
 *
 * @throws ConfigError if the file is unreadable or invalid.
 */
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
    const location = `${path} /keys/${index}`;
    // A private or symmetric key could also sign tokens and must not be stored here. The message shows nothing of it.
    if (typeof key !== 'object' || key === null || 'd' in key || 'k' in key)
      throw wrong(location, 'a public key', 'something else');
    readKey(location, { key: key as JsonWebKey, format: 'jwk' });
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

function readKey(location: string, source: Parameters<typeof createPublicKey>[0]): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey(source);
  } catch {
    throw wrong(location, 'a public key', 'an unreadable key');
  }
  const { asymmetricKeyType: type, asymmetricKeyDetails: { modulusLength = minRsaBits } = {} } = key;
  if (!['rsa', 'ec', 'ed25519'].includes(String(type)))
    throw wrong(location, 'an RSA, EC or Ed25519 key', String(type));
  if (modulusLength < minRsaBits) throw wrong(location, `a key of at least ${minRsaBits} bits`, String(modulusLength));
  return key;
}

function wrong(location: string, expected: string, found: string): ConfigError {
  return new ConfigError(`AUTH_KEY_FILE: ${location}`, expected, found);
}
