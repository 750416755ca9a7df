import { createRequire } from 'node:module';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import schema from '../../seed/article.schema.json' with { type: 'json' };
import { isDay, parseEdtf } from './edtf.ts';

/** What the parser reads of a schema: enough to walk a value beside it. */
export interface SchemaNode {
  $schema?: string;
  title?: string;
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  enum?: (string | null)[];
}

export type Definition = 'article' | 'withdrawal';

const definitions: Record<string, SchemaNode> = schema.$defs;
const require = createRequire(import.meta.url);
const resolved = new WeakMap<SchemaNode, ResolvedNode>();
const compiled = new Map<Definition, ValidateFunction>();

/** A node with all that holds of it, and the name of the definition that it refers to. */
export interface ResolvedNode {
  name: string | undefined;
  node: SchemaNode;
}

/** Its own keywords hold of a node and, where it has none, those of what it refers to. */
export function resolveNode(reference: SchemaNode): ResolvedNode {
  const known = resolved.get(reference);
  if (known) return known;
  const name = reference.$ref?.replace('#/$defs/', '');
  const node = name === undefined ? reference : { ...resolveNode(definitionNamed(name)).node, ...reference };
  resolved.set(reference, { name, node });
  return { name, node };
}

export function definitionNamed(name: string): SchemaNode {
  const definition = definitions[name];
  if (!definition) throw new Error(`No definition in the article schema: ${name}`);
  return definition;
}

/** All errors of a value. Ajv is loaded and the schema compiled at the first call, which takes about 0.2 s. */
export function validate(value: unknown, definition: Definition): ErrorObject[] {
  const check = compiled.get(definition) ?? compile(definition);
  check(value);
  return check.errors ?? [];
}

function compile(definition: Definition): ValidateFunction {
  const { Ajv2020 }: typeof import('ajv/dist/2020.js') = require('ajv/dist/2020.js');
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strictTypes: false, strictRequired: false });
  ajv.addVocabulary(['enumDescriptions']);
  ajv.addFormat('day', isDay);
  ajv.addFormat('edtf', (text: string) => parseEdtf(text) !== undefined);
  ajv.addFormat('web-address', (text: string) => URL.canParse(text));
  ajv.addFormat('language-tag', isLanguageTag);
  ajv.addSchema(schema, 'article.schema.json');
  const check = ajv.compile({ $ref: `article.schema.json#/$defs/${definition}` });
  compiled.set(definition, check);
  return check;
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
