import { isJsonObject } from '../json/json-object.ts';
import { definitionNamed, resolveNode, type SchemaNode } from './article-schema.ts';

/**
 * Calls `visit` for every value of an article for which the schema has a definition, whatever the shape of the value.
 * Parents come first.
 */
export function walkArticle(
  article: unknown,
  visit: (definition: string, value: unknown, pointer: string) => void,
): void {
  walk(article, definitionNamed('article'), '');

  function walk(value: unknown, reference: SchemaNode, pointer: string): void {
    const { name, node } = resolveNode(reference);
    if (name !== undefined) visit(name, value, pointer);
    if (Array.isArray(value) && node.items) {
      for (const [index, element] of value.entries()) walk(element, node.items, `${pointer}/${index}`);
    } else if (isJsonObject(value) && node.properties) {
      for (const [key, property] of Object.entries(node.properties)) {
        if (value[key] !== undefined) walk(value[key], property, `${pointer}/${key}`);
      }
    }
  }
}
