const slug = '[a-z0-9-]{1,120}';
const plainSlug = new RegExp(`^${slug}$`);

/** The types with ids, in the order of `SearchType`, and the pattern of their slugs. */
const slugs = {
  Incident: plainSlug,
  Actor: plainSlug,
  Statement: new RegExp(`^${slug}\\.${slug}$`),
  Location: plainSlug,
  Article: plainSlug,
};

export type NodeType = keyof typeof slugs;
export const nodeTypes = Object.keys(slugs) as readonly NodeType[];

/** The collections that hold documents with an id of their own. */
export type CollectionName<T extends NodeType = NodeType> = `${Lowercase<T>}s`;

export function collectionOf<T extends NodeType>(type: T): CollectionName<T> {
  return `${type.toLowerCase() as Lowercase<T>}s`;
}

/** Makes a record with an entry for each type. */
export function byType<R extends Record<NodeType, unknown>>(make: <T extends NodeType>(type: T) => R[T]): R {
  return Object.fromEntries(nodeTypes.map((type) => [type, make(type)])) as R; // fromEntries loses which key has which value
}

export interface NodeId {
  type: NodeType;
  slug: string;
}

export function formatNodeId(type: NodeType, slug: string): string {
  return `${type}:${slug}`;
}

/** Parses `Type:slug`; undefined if it is malformed. */
export function parseNodeId(id: string): NodeId | undefined {
  const type = nodeTypes.find((type) => id.startsWith(`${type}:`));
  if (!type) return undefined;
  const slug = id.slice(type.length + 1);
  return slugs[type].test(slug) ? { type, slug } : undefined;
}

/** Parses `Type:slug`, or a slug alone, of a known type; undefined if it is malformed or of another type. */
export function parseIdOf(type: NodeType, id: string): string | undefined {
  if (slugs[type].test(id)) return id;
  const parsed = parseNodeId(id);
  return parsed?.type === type ? parsed.slug : undefined;
}
