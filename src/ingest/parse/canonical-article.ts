import type { Article, MergeEntry, Retraction } from '../../entities/article/article.ts';
import { isJsonObject, type JsonObject } from '../json/json-object.ts';
import { countOccurrences } from './anchor-evidence.ts';
import { type Definition, definitionNamed, resolveNode, type SchemaNode } from './article-schema.ts';
import { parsePublication } from './publication.ts';

type Entries = { article: Article; withdrawal: Retraction; merge: MergeEntry };

/**
 * Returns the canonical form, described at `Article`, of a value in which `checkSchema`, and `checkArticle` or
 * `checkMerge`, found no fault. `id` is used if the value has none.
 */
export function canonicalArticle<D extends Definition>(value: JsonObject, definition: D, id: string): Entries[D] {
  const text = typeof value.text === 'string' ? value.text : '';
  const whole = { ...value, id: value.id ?? id };
  // The checks have established the type.
  return canonical(whole, definitionNamed(definition)) as Entries[D];

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

  /** Replaces the short forms of a value by its long form. */
  function spellOut(given: unknown, name: string | undefined): unknown {
    if (name === 'quantity' && typeof given === 'number') return { min: given, max: given };
    if (name === 'date' && typeof given === 'string') return { edtf: given };
    if (name === 'statementId' && typeof given === 'string' && !given.includes('.')) return `${whole.id}.${given}`;
    if (name === 'publication' && typeof given === 'string') return parsePublication(given);
    if (name === 'entityId' && typeof given === 'string') return given.charAt(0).toUpperCase() + given.slice(1);
    if (name !== 'evidence') return given;
    const { quote, occurrence } = isJsonObject(given) ? given : { quote: given };
    return typeof quote === 'string' && countOccurrences(text, quote, 2) > 1 ? { quote, occurrence } : { quote };
  }
}
