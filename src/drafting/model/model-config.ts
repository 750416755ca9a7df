import { ConfigError, type Environment, parseInteger } from '../../config/parse-setting.ts';

/** The model that helps to draft. */
export interface ModelConfig {
  url: URL;
  model: string;
  /** Never shown. */
  key?: string;
  timeoutMs: number;
  /** The form of requests and answers. */
  api: 'chat-completions' | 'messages';
}

/**
 * Parses DRAFT_URL, DRAFT_MODEL, DRAFT_KEY and DRAFT_TIMEOUT_MS; undefined without DRAFT_URL. An address that ends in
 * `/messages` is Anthropic's, any other one that of chat completions.
 *
 * @throws ConfigError for the first invalid setting. It never contains the key.
 */
export function parseModelConfig(env: Environment): ModelConfig | undefined {
  const { DRAFT_URL: address, DRAFT_MODEL: model, DRAFT_KEY: key } = env;
  if (!address) return undefined;
  const url = URL.parse?.(address) ?? parseUrl(address);
  const isLocal = url !== null && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)))
    throw new ConfigError('DRAFT_URL', 'an https address, or http on this machine', withoutCredentials(address));
  if (url.username !== '' || url.password !== '')
    throw new ConfigError(
      'DRAFT_URL',
      'an address without a user and password',
      withoutCredentials(address),
      'Set DRAFT_KEY',
    );
  if (!model) throw new ConfigError('DRAFT_MODEL', 'the name of a model if DRAFT_URL is set', model ?? '');
  return {
    url,
    model,
    ...(key && { key }),
    timeoutMs: parseInteger(env, 'DRAFT_TIMEOUT_MS', 60_000, 100, 600_000),
    api: /\/messages\/?$/.test(url.pathname) ? 'messages' : 'chat-completions',
  };
}

function parseUrl(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

function withoutCredentials(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//');
}
