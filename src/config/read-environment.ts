import { ConfigError } from './parse-setting.ts';

/**
 * Returns the environment variables, with those of `.env` in the working folder added. Variables that are set, even to
 * an empty string, take precedence.
 */
export function readEnvironment(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw new ConfigError('.env', 'a readable file', String(code));
  }
  return process.env;
}
