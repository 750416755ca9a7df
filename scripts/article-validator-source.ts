import { readFileSync } from 'node:fs';
import { _, Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { articleFormats } from '../src/ingest/article-formats.ts';

/** What Ajv writes for the one helper that it would load from itself. */
const ajvLength = 'require("ajv/dist/runtime/ucs2length").default';

const head = `// @ts-nocheck
// From seed/article.schema.json, by \`npm run generate\`.
import type { ErrorObject } from 'ajv/dist/2020.js';
import { articleFormats } from '../ingest/article-formats.ts';
import { countCodePoints } from '../ingest/count-code-points.ts';

type Validator = { (value: unknown): boolean; errors?: ErrorObject[] | null };

`;

/**
 * The source of `src/generated/article-validator.ts`: a function for each definition that an article can be held
 * against. Compiled beforehand, since Ajv takes about 0.2 s to load and compile the schema.
 */
export function articleValidatorSource(): string {
  const code = standalone
    .default(createAjv(), { validateArticle: 'article', validateWithdrawal: 'withdrawal' })
    .replace('"use strict";', '')
    .replaceAll(/export const (\w+) =/g, 'export const $1: Validator =')
    .replaceAll(ajvLength, 'countCodePoints');
  if (code.includes('require(')) throw new Error('The compiled schema would load parts of Ajv that nothing stands for');
  return `${head}${code.trim()}\n`;
}

function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true, lines: true, formats: _`articleFormats` },
  });
  ajv.addVocabulary(['enumDescriptions']);
  for (const [name, format] of Object.entries(articleFormats)) ajv.addFormat(name, format);
  ajv.addSchema(JSON.parse(readFileSync('seed/article.schema.json', 'utf8')), 'article.schema.json');
  for (const name of ['article', 'withdrawal']) ajv.addSchema({ $ref: `article.schema.json#/$defs/${name}` }, name);
  return ajv;
}
