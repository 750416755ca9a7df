import { ConfigError, type Environment, parseSwitch } from './setting.ts';

/** How clients say who they are. Of whom `off` tells nothing, everybody reads. */
export type AuthConfig =
  | { mode: 'off' }
  | ({ mode: 'token'; tokensFile: string } & Reading)
  | ({ mode: 'jwt'; keys: JwtKeys; audience: string; issuer: string; roleClaim: string } & Reading);

interface Reading {
  /** Whether clients without a token may read. */
  publicRead: boolean;
}

/** Where the public keys are by which tokens are checked: an address that answers a JWKS, or a file. */
export type JwtKeys = { url: string } | { file: string };

const modes = ['off', 'token', 'jwt'] as const;
type Mode = (typeof modes)[number];

/** The settings that belong to one mode: set in another one, they would be thought to guard what they do not. */
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
  refuseOthers(env, mode);
  const publicRead = parseSwitch(env, 'PUBLIC_READ', mode === 'off');
  if (mode === 'off' && !publicRead)
    throw new ConfigError('PUBLIC_READ', 'left out where AUTH is off: everybody reads there', '0');
  if (mode === 'off') return { mode };
  if (mode === 'token')
    return { mode, tokensFile: required(env, 'AUTH_TOKENS', 'the path of a file of tokens', mode), publicRead };
  return {
    mode,
    keys: parseKeys(env),
    audience: required(env, 'AUTH_AUDIENCE', 'what tokens name this gateway in aud', mode),
    issuer: required(env, 'AUTH_ISSUER', 'what tokens name their issuer in iss', mode),
    roleClaim: env.AUTH_ROLE_CLAIM || 'role',
    publicRead,
  };
}

/**
 * Writing that hangs on one shared secret is for this machine: whoever is to write from elsewhere has a token of their own,
 * that can be told from others and taken back.
 */
export function refuseOpenWriting({ host, auth, writes }: { host: string; auth: AuthConfig; writes: boolean }): void {
  if (auth.mode !== 'off' || !writes || isLoopback(host)) return;
  const expected =
    `token or jwt where HOST (${host}) is beyond this machine and INGEST_TOKEN is set: give those who write a token in ` +
    'AUTH_TOKENS (npm run token), or leave out INGEST_TOKEN; PUBLIC_READ=1 lets everybody read';
  throw new ConfigError('AUTH', expected, 'off');
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

function refuseOthers(env: Environment, mode: Mode): void {
  for (const [variable, itsModes] of Object.entries(modesOf)) {
    const isIts = (itsModes as readonly Mode[]).includes(mode);
    // Not shown: one of them is a secret.
    if (env[variable] && !isIts) throw new ConfigError(variable, `left out where AUTH is ${mode}`, '…');
  }
}

function required(env: Environment, variable: string, expected: string, mode: Mode): string {
  const text = env[variable];
  if (!text) throw new ConfigError(variable, `${expected} where AUTH is ${mode}`, '');
  return text;
}

function parseKeys({ AUTH_JWKS_URL: url, AUTH_KEY_FILE: file }: Environment): JwtKeys {
  if (url && file) throw new ConfigError('AUTH_KEY_FILE', 'left out where AUTH_JWKS_URL is set', file);
  if (file) return { file };
  const expected = 'an https address (on this machine, http) of a JWKS, or AUTH_KEY_FILE a file, where AUTH is jwt';
  if (!url || !isTrustworthy(url)) throw new ConfigError('AUTH_JWKS_URL', expected, withoutPassword(url ?? ''));
  return { url };
}

function withoutPassword(url: string): string {
  return url.replace(/^(.*\/\/)?.*@/, '$1…@');
}

/** Who can change the keys on their way can make tokens. */
function isTrustworthy(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  const isPlain = username === '' && password === '';
  return isPlain && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, ''))));
}
