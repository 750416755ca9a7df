import { timingSafeEqual } from 'node:crypto';
import { ConfigError, readSettingFile } from '../setting.ts';
import { digestOf } from './bearer-token.ts';
import { type Identity, type Role, roles, type TokenVerifier } from './identity.ts';

/** A token as the file knows it: by its digest alone. */
interface KnownToken {
  identity: Identity;
  digest: Buffer;
}

const names = /^[a-z0-9][a-z0-9._-]{0,39}$/;
const hashes = /^sha256:([0-9a-f]{64})$/;

/** The line by which a file of tokens knows this one. */
export function formatTokenLine(name: string, role: Role, token: string): string {
  return `${name} ${role} sha256:${digestOf(token).toString('hex')}`;
}

export function isTokenName(name: string): boolean {
  return names.test(name);
}

/** By the lines of a file, which is read at once, and again by `reload`. */
export function createTokenFileVerifier(path: string): TokenVerifier {
  let tokens = readTokenFile(path);
  return {
    verify(given) {
      const digest = digestOf(given);
      // All of them, whichever it is: how long that takes tells nothing.
      const found = tokens.filter((token) => timingSafeEqual(token.digest, digest));
      return found[0] ?? { refusal: 'The token is not one of this gateway', isGuess: true };
    },
    reload() {
      tokens = readTokenFile(path);
    },
  };
}

/** One token a line: its name, its role and its hash, with white space between. What begins with # is a comment. */
function readTokenFile(path: string): KnownToken[] {
  const lines = readSettingFile('AUTH_TOKENS', path).split(/\r?\n/);
  const taken = new Map<string, number>();
  const tokens = lines.flatMap((line, index) => {
    if (/^\s*(?:#|$)/.test(line)) return [];
    const number = index + 1;
    const { name, role, hash } = parseLine(line, `${path}:${number}`);
    for (const each of [name, hash]) {
      const other = taken.get(each);
      if (other !== undefined) throw wrong(`${path}:${number}`, `a name and a hash of its own`, `as in line ${other}`);
      taken.set(each, number);
    }
    return [{ identity: { name, role }, digest: Buffer.from(hash, 'hex') }];
  });
  if (tokens.length === 0) throw wrong(path, 'a line for each token, such as npm run token makes', 'none');
  return tokens;
}

/** What stands in the place of a hash is not shown: it may be a token. */
function parseLine(line: string, place: string): { name: string; role: Role; hash: string } {
  const fields = line.trim().split(/\s+/);
  const [name = '', roleName = '', hashText = ''] = fields;
  if (fields.length !== 3) throw wrong(place, 'a name, a role and a hash', `${fields.length} of them`);
  if (!names.test(name)) throw wrong(place, 'a name of at most 40 of a-z, 0-9, ".", "_" and "-"', shown(name));
  const role = roles.find((role) => role === roleName);
  if (!role) throw wrong(place, `a role, ${roles.join(' or ')}`, shown(roleName));
  const [, hash] = hashes.exec(hashText) ?? [];
  if (hash === undefined) throw wrong(place, 'sha256: and 64 hexadecimal digits', `… of ${hashText.length}`);
  return { name, role, hash };
}

/** In short: a long word is rather a token in the wrong place. */
function shown(word: string): string {
  return word.length <= 16 ? word : `… of ${word.length}`;
}

function wrong(place: string, expected: string, found: string): ConfigError {
  return new ConfigError(`AUTH_TOKENS: ${place}`, expected, found);
}
