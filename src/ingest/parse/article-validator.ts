import { createRequire } from 'node:module';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { articleFormats } from './article-formats.ts';
import { articleSchema, type Definition } from './article-schema.ts';

let validators: Record<Definition, ValidateFunction> | undefined;

/**
 * Returns the compiled form of a definition of `seed/article.schema.json`. The first call in a thread loads Ajv and
 * compiles, which takes about 0.15 s; a start with a seeded store does not call it.
 */
export function articleValidator(definition: Definition): ValidateFunction {
  validators ??= compileValidators();
  return validators[definition];
}

function compileValidators(): Record<Definition, ValidateFunction> {
  const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  // A test checks the schema itself. Checking it here too would double the time.
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strictTypes: false,
    strictRequired: false,
    meta: false,
    validateSchema: false,
    formats: articleFormats,
  });
  ajv.addVocabulary(['enumDescriptions']);
  ajv.addSchema(articleSchema, 'article');
  const compile = (definition: Definition) => ajv.compile({ $ref: `article#/$defs/${definition}` });
  return { article: compile('article'), withdrawal: compile('withdrawal'), merge: compile('merge') };
}
