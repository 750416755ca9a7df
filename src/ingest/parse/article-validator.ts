import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { Definition } from './article-schema.ts';
import { compileValidators } from './compile-validators.ts';

let validators: Record<Definition, ValidateFunction> | undefined;

/**
 * Returns the compiled form of a definition of `seed/article.schema.json`. From source, and in the seed command, the
 * first call in a thread loads Ajv and compiles, which takes about 0.15 s; the build has compiled them for the gateway.
 */
export function articleValidator(definition: Definition): ValidateFunction {
  validators ??= compileValidators();
  return validators[definition];
}
