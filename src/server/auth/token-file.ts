import { timingSafeEqual } from 'node:crypto';
import { ConfigError, readSettingFile } from '../../config/parse-setting.ts';
import { digestOf } from './bearer-token.ts';
import { type Identity, type Role, roles, type TokenVerifier } from './identity.ts';

/** A token of the file, which contains only its digest. */
interface KnownToken {
  identity: Identity;
  digest: Buffer;
}

const names = /^[a-z0-9][a-z0-9._-]{0,39}$/;
const hashes = /^sha256:([0-9a-f]{64})$/;

/** Returns the line of a token for the token file. */
export function formatTokenLine(name: string, role: Role, token: string): string {
  return `${name} ${role} sha256:${digestOf(token).toString('hex')}`;
}

export function isTokenName(name: string): boolean {
  return names.test(name);
}

/**
 * Verifies tokens by the lines of a file, which is read now and on each `reload`.
 *
 * @throws ConfigError if the file is unreadable or invalid.
 */
export function createTokenFileVerifier(path: string): TokenVerifier {
  let tokens = readTokenFile(path);
  return {
    verify(given) {
      const digest = digestOf(given);
      // Compares with all of them, so that the time does not depend on which one matches.
      const found = tokens.filter((token) => timingSafeEqual(token.digest, digest));
      return found[0] ?? { reason: 'The token is not valid', isGuess: true };
    },
    reload() {
      tokens = readTokenFile(path);
    },
  };
}

/** Parses lines of a name, a role and a hash, separated by white space. Lines that begin with # are comments. */
function readTokenFile(path: string): KnownToken[] {
  const lines = readSettingFile('AUTH_TOKENS', path).split(/\r?\n/);
  const taken = new Map<string, number>();
  const tokens = lines.flatMap((line, index) => {
    if (/^\s*(?:#|$)/.test(line)) return [];
    const number = index + 1;
    const { name, role, hash } = parseLine(line, `${path}:${number}`);
    for (const each of [name, hash]) {
      const other = taken.get(each);
      if (other !== undefined)
        throw wrong(`${path}:${number}`, `a unique name and hash`, `the same as on line ${other}`);
      taken.set(each, number);
    }
    return [{ identity: { name, role }, digest: Buffer.from(hash, 'hex') }];
  });
  if (tokens.length === 0) throw wrong(path, 'at least one line, as printed by npm run token', 'none');
  return tokens;
}

/** Errors do not show the third field: it may be a token. */
function parseLine(line: string, location: string): { name: string; role: Role; hash: string } {
  const fields = line.trim().split(/\s+/);
  const [name = '', roleName = '', hashText = ''] = fields;
  if (fields.length !== 3) throw wrong(location, 'a name, a role and a hash', `field count: ${fields.length}`);
  if (!names.test(name))
    throw wrong(location, 'a name of at most 40 characters of a-z, 0-9, ".", "_" and "-"', shown(name));
  const role = roles.find((role) => role === roleName);
  if (!role) throw wrong(location, `a role, ${roles.join(' or ')}`, shown(roleName));
  const [, hash] = hashes.exec(hashText) ?? [];
  if (hash === undefined)
    throw wrong(location, 'sha256: and 64 hexadecimal digits', `… (${hashText.length} characters)`);
  return { name, role, hash };
}

/** Hides long words, which may be tokens in the wrong place. */
function shown(word: string): string {
  return word.length <= 16 ? word : `… (${word.length} characters)`;
}

function wrong(location: string, expected: string, found: string): ConfigError {
  return new ConfigError(`AUTH_TOKENS: ${location}`, expected, found);
}
