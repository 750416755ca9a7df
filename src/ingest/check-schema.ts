import type { ErrorObject } from 'ajv/dist/2020.js';
import { validateArticle, validateWithdrawal } from '../generated/article-validator.ts';
import { showValue } from '../show-value.ts';
import { type Definition, resolveNode, type SchemaNode } from './article-schema.ts';
import { escapeToken } from './json-pointer.ts';
import { nearestFirst } from './nearest-first.ts';
import type { Fault } from './refusal.ts';

/** Holds a value against `seed/article.schema.json` and says each fault once, in words of the article's author. */
export function checkSchema(value: unknown, definition: Definition): Fault[] {
  const faults = new Map<string, Fault>();
  const validate = definition === 'article' ? validateArticle : validateWithdrawal;
  validate(value);
  for (const error of validate.errors ?? []) {
    if (error.schemaPath.includes('/then/') || error.keyword === 'if') continue; // check-article says it better
    const fault = faultOf(error);
    const key = `${fault.pointer} ${fault.atKey ?? fault.expected}`;
    if (!faults.has(key)) faults.set(key, fault);
  }
  return [...faults.values()];
}

function faultOf(error: ErrorObject): Fault {
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
    };
  }
  return { pointer, expected: expectedOf(node, error), found: showValue(error.data) };
}

/** What a node takes: the title it has in the schema or refers to, else what its type and values say. */
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
