import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** An invalid setting. The message gives the variable, the expected value, the actual one, and a hint if there is one. */
export class ConfigError extends Error {
  constructor(variable: string, expected: string, found: string, hint?: string) {
    const fault = `${variable} must be ${expected}, but got: ${JSON.stringify(found)}`;
    super(hint === undefined ? fault : `${fault}. ${hint}`);
    this.name = 'ConfigError';
  }
}

export function parseInteger(env: Environment, variable: string, fallback: number, min: number, max: number): number {
  const text = env[variable];
  if (!text) return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw new ConfigError(variable, `a whole number from ${min} to ${max}`, text);
  return value;
}

/** Parses 1 as true and 0 as false. */
export function parseSwitch(env: Environment, variable: string, fallback: boolean): boolean {
  return parseInteger(env, variable, fallback ? 1 : 0, 0, 1) === 1;
}

/** Splits a comma-separated list; empty if the variable is unset. */
export function parseList(
  env: Environment,
  variable: string,
  { expected, isRight }: { expected: string; isRight: (part: string) => boolean },
): string[] {
  const text = env[variable];
  if (!text) return [];
  const parts = text.split(',').map((part) => part.trim());
  if (!parts.every(isRight)) throw new ConfigError(variable, expected, text);
  return parts;
}

/**
 * Reads the file that a setting names, without its byte order mark.
 *
 * @throws ConfigError if it is unreadable.
 */
export function readSettingFile(variable: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(variable, 'the path of a readable file', `${path}: ${code}`);
  }
}
