import { ConfigError, type Environment, parseSwitch } from './parse-setting.ts';

/** How clients authenticate. With `off` they do not, and everybody can read. */
export type AuthConfig =
  | { mode: 'off' }
  | ({ mode: 'token'; tokensFile: string } & Reading)
  | ({ mode: 'jwt'; keys: JwtKeys; audience: string; issuer: string; roleClaim: string } & Reading);

interface Reading {
  /** Whether clients without a token can read. */
  publicRead: boolean;
}

/** The source of the public keys that verify tokens: the URL of a JWKS, or a file. */
export type JwtKeys = { url: string } | { file: string };

const modes = ['off', 'token', 'jwt'] as const;
type Mode = (typeof modes)[number];

/**
 * The modes of each setting. A setting of another mode is an error, since it would seem to protect something and have
 * no effect.
 */
const modesOf = {
  AUTH_TOKENS: ['token'],
  AUTH_JWKS_URL: ['jwt'],
  AUTH_KEY_FILE: ['jwt'],
  AUTH_AUDIENCE: ['jwt'],
  AUTH_ISSUER: ['jwt'],
  AUTH_ROLE_CLAIM: ['jwt'],
  INGEST_TOKEN: ['off'],
} as const satisfies Record<string, readonly Mode[]>;

export function parseAuthConfig(env: Environment): AuthConfig {
  const mode = parseMode(env);
  assertNoOtherModes(env, mode);
  const publicRead = parseSwitch(env, 'PUBLIC_READ', mode === 'off');
  if (mode === 'off' && !publicRead)
    throw new ConfigError('PUBLIC_READ', 'unset when AUTH is off, as everybody can read then', '0');
  if (mode === 'off') return { mode };
  if (mode === 'token')
    return { mode, tokensFile: required(env, 'AUTH_TOKENS', 'the path of a token file', mode), publicRead };
  return {
    mode,
    keys: parseKeys(env),
    audience: required(env, 'AUTH_AUDIENCE', 'the aud claim of tokens for this gateway', mode),
    issuer: required(env, 'AUTH_ISSUER', 'the iss claim of tokens for this gateway', mode),
    roleClaim: env.AUTH_ROLE_CLAIM || 'role',
    publicRead,
  };
}

/**
 * Allows writes with the shared `INGEST_TOKEN` from this machine only. Remote editors need tokens of their own, which
 * can be distinguished and revoked.
 *
 * @throws ConfigError if the host is reachable from other machines.
 */
export function assertNoOpenWriting({ host, auth, writes }: { host: string; auth: AuthConfig; writes: boolean }): void {
  if (auth.mode !== 'off' || !writes || isLoopback(host)) return;
  const expected = `token or jwt when HOST (${host}) is not a loopback address and INGEST_TOKEN is set`;
  const hint =
    'Create a token for each editor (npm run token) and list it in AUTH_TOKENS, or unset INGEST_TOKEN. ' +
    'PUBLIC_READ=1 lets everybody read';
  throw new ConfigError('AUTH', expected, 'off', hint);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(host);
}

function parseMode({ AUTH: text }: Environment): Mode {
  if (!text) return 'off';
  const mode = modes.find((mode) => mode === text);
  if (!mode) throw new ConfigError('AUTH', `one of ${modes.join(', ')}`, text);
  return mode;
}

function assertNoOtherModes(env: Environment, mode: Mode): void {
  for (const [variable, itsModes] of Object.entries(modesOf)) {
    const isIts = (itsModes as readonly Mode[]).includes(mode);
    // The value is not shown: INGEST_TOKEN is a secret.
    if (env[variable] && !isIts) throw new ConfigError(variable, `unset when AUTH is ${mode}`, '…');
  }
}

function required(env: Environment, variable: string, expected: string, mode: Mode): string {
  const text = env[variable];
  if (!text) throw new ConfigError(variable, `${expected} when AUTH is ${mode}`, '');
  return text;
}

function parseKeys({ AUTH_JWKS_URL: url, AUTH_KEY_FILE: file }: Environment): JwtKeys {
  if (url && file) throw new ConfigError('AUTH_KEY_FILE', 'unset when AUTH_JWKS_URL is set', file);
  if (file) return { file };
  const expected = 'the https URL of a JWKS (http on this machine) when AUTH is jwt and AUTH_KEY_FILE is unset';
  if (!url || !isTrustworthy(url)) throw new ConfigError('AUTH_JWKS_URL', expected, withoutPassword(url ?? ''));
  return { url };
}

function withoutPassword(url: string): string {
  return url.replace(/^(.*\/\/)?.*@/, '$1…@');
}

/** Requires https unless the host is this machine: anyone who can alter the keys in transit can forge tokens. */
function isTrustworthy(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  const isPlain = username === '' && password === '';
  return isPlain && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, ''))));
}
