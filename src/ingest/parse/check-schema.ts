import type { ErrorObject } from 'ajv/dist/2020.js';
import { showValue } from '../../errors/show-value.ts';
import { escapeToken } from '../json/json-pointer.ts';
import type { Fault } from '../json/rejection.ts';
import { type Definition, resolveNode, type SchemaNode } from './article-schema.ts';
import { articleValidator } from './article-validator.ts';
import { nearestFirst } from './by-edit-distance.ts';
import { explainMissingKey, explainValue } from './hints/explain-value.ts';
import { explainKey } from './hints/explain-word.ts';

/**
 * Returns the faults of a value according to `seed/article.schema.json`, each once, in words that an author
 * understands.
 */
export function checkSchema(value: unknown, definition: Definition): Fault[] {
  const faults = new Map<string, Fault>();
  const validate = articleValidator(definition);
  validate(value);
  for (const error of validate.errors ?? []) {
    if (error.schemaPath.includes('/then/') || error.keyword === 'if') continue; // check-article has a better message
    const fault = faultOf(error, value);
    const key = `${fault.pointer} ${fault.atKey ?? fault.expected}`;
    if (!faults.has(key)) faults.set(key, fault);
  }
  return [...faults.values()];
}

function faultOf(error: ErrorObject, article: unknown): Fault {
  const pointer = error.instancePath;
  const node: SchemaNode = error.parentSchema ?? {};
  if (error.keyword === 'additionalProperties') {
    const key: string = error.params.additionalProperty;
    const keys = nearestFirst(key, Object.keys(node.properties ?? {}));
    return {
      pointer: `${pointer}/${escapeToken(key)}`,
      atKey: true,
      expected: `one of the keys ${keys.join(', ')}`,
      found: showValue(key),
      hint: () => explainKey(key, keys),
    };
  }
  const definition = resolveNode(node).name ?? /.*\/\$defs\/(\w+)\/\w+$/.exec(error.schemaPath)?.[1];
  const value = error.data;
  const hint =
    error.keyword === 'required'
      ? () => explainMissingKey(error.params.missingProperty, value)
      : () => explainValue({ value, node, definition, pointer, article });
  return { pointer, expected: expectedOf(node, error), found: showValue(value), hint };
}

/** Describes the values that a node allows: by its title in the schema or, if it has none, by its enum or type. */
function expectedOf(node: SchemaNode, error: ErrorObject): string {
  const { title, enum: values, type } = resolveNode(node).node;
  if (error.keyword === 'required') {
    return `${/^an? (?!.*object)\w+/.exec(title ?? '')?.[0] ?? 'an object'} with the key ${error.params.missingProperty}`;
  }
  if (title !== undefined) return title;
  if (values) {
    const names = values.filter((value) => value !== null);
    return `one of ${(typeof error.data === 'string' ? nearestFirst(error.data, names) : names).join(', ')}`;
  }
  return [type].flat().includes('array') ? 'a list' : 'true or false';
}
