import articleSchema from '../../../seed/article.schema.json' with { type: 'json' };

export { articleSchema };

/** The parts of a JSON Schema that the parser reads to walk a value. */
export interface SchemaNode {
  $schema?: string;
  title?: string;
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  enum?: (string | null)[];
  pattern?: string;
}

export type Definition = 'article' | 'withdrawal' | 'merge';

const definitions: Record<string, SchemaNode> = articleSchema.$defs;
const resolved = new WeakMap<SchemaNode, ResolvedNode>();

/**
 * A node with all keywords that apply to it. `name` is the definition to which it refers; undefined if it refers to
 * none.
 */
export interface ResolvedNode {
  name: string | undefined;
  node: SchemaNode;
}

/** Returns a node with the keywords of the definition that it refers to. Its own keywords take precedence. */
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
