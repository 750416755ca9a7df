import type { Article, Retraction } from '../article/article.ts';
import { countOccurrences } from './anchor-evidence.ts';
import { type Definition, definitionNamed, resolveNode, type SchemaNode } from './article-schema.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';

/**
 * The canonical form of a value that `checkSchema` and `checkArticle` found nothing to say against, `id` standing in
 * where it has none: see `Article` for what that form is.
 */
export function canonicalArticle(value: JsonObject, definition: Definition, id: string): Article | Retraction {
  const text = typeof value.text === 'string' ? value.text : '';
  const whole = { ...value, id: value.id ?? id };
  // The checks have established the type; this is where it is given.
  return canonical(whole, definitionNamed(definition)) as Article | Retraction;

  function canonical(given: unknown, reference: SchemaNode): unknown {
    const { name, node } = resolveNode(reference);
    const full = spellOut(given, name);
    if (Array.isArray(full)) return full.map((element) => canonical(element, node.items ?? {}));
    if (typeof full === 'number') return full + 0; // no negative zero
    if (!isJsonObject(full)) return full;
    const ordered: JsonObject = {};
    for (const [key, property] of Object.entries(node.properties ?? {})) {
      const part = full[key] ?? null;
      if (part !== null && key !== '$schema') ordered[key] = canonical(part, property);
    }
    return ordered;
  }

  /** Puts the one long form in place of what may be written in several ways. */
  function spellOut(given: unknown, name: string | undefined): unknown {
    if (name === 'quantity' && typeof given === 'number') return { min: given, max: given };
    if (name === 'date' && typeof given === 'string') return { edtf: given };
    if (name === 'statementId' && typeof given === 'string' && !given.includes('.')) return `${whole.id}.${given}`;
    if (name !== 'evidence') return given;
    const { quote, occurrence } = isJsonObject(given) ? given : { quote: given };
    return typeof quote === 'string' && countOccurrences(text, quote, 2) > 1 ? { quote, occurrence } : { quote };
  }
}
