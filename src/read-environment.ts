import { ConfigError } from './setting.ts';

/** The variables of the process, completed from `.env` in the working folder: what is set, though empty, stands. */
export function readEnvironment(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw new ConfigError('.env', 'a file that can be read', String(code));
  }
  return process.env;
}
