import { createRequire } from 'node:module';
import type { Ajv2020, CodeOptions, ValidateFunction } from 'ajv/dist/2020.js';
import { articleFormats } from './article-formats.ts';
import { articleSchema, type Definition } from './article-schema.ts';

/** Where the definitions that whole entries have are in the schema. */
export const entryRefs: Readonly<Record<Definition, string>> = {
  article: 'article#/$defs/article',
  withdrawal: 'article#/$defs/withdrawal',
  merge: 'article#/$defs/merge',
};

/** In the gateway's bundle, `vite.gateway.config.ts` replaces this function by the code that it would make. */
export function compileValidators(): Record<Definition, ValidateFunction> {
  const ajv = loadArticleSchema();
  const compile = (definition: Definition) => ajv.compile({ $ref: entryRefs[definition] });
  return { article: compile('article'), withdrawal: compile('withdrawal'), merge: compile('merge') };
}

export function loadArticleSchema(code: CodeOptions = {}): Ajv2020 {
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
    code,
  });
  ajv.addVocabulary(['enumDescriptions']);
  ajv.addSchema(articleSchema, 'article');
  return ajv;
}
