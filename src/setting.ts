import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting is wrong. The message names the variable, what it must be, and what came. */
export class ConfigError extends Error {
  constructor(variable: string, expected: string, found: string) {
    super(`${variable} must be ${expected}, but got: ${JSON.stringify(found)}`);
    this.name = 'ConfigError';
  }
}

export function parseInteger(
  env: Environment,
  variable: string,
  otherwise: number,
  least: number,
  most: number,
): number {
  const text = env[variable];
  if (!text) return otherwise;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new ConfigError(variable, `a whole number from ${least} to ${most}`, text);
  return value;
}

/** 1 is on, 0 is off. */
export function parseSwitch(env: Environment, variable: string, otherwise: boolean): boolean {
  return parseInteger(env, variable, otherwise ? 1 : 0, 0, 1) === 1;
}

/** What stands between commas; none where it is left out. */
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

/** The text of a file that a setting names. */
export function readSettingFile(variable: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(variable, 'the path of a file that can be read', `${path}: ${code}`);
  }
}
