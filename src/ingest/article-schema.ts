import schema from '../../seed/article.schema.json' with { type: 'json' };

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
const resolved = new WeakMap<SchemaNode, ResolvedNode>();

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
