/** The types that have ids of their own, in the order of `SearchType`. */
export const nodeTypes = ['Incident', 'Actor', 'Statement', 'Location', 'Article'] as const;
export type NodeType = (typeof nodeTypes)[number];

export interface NodeId {
  type: NodeType;
  slug: string;
}

const slug = '[a-z0-9-]{1,120}';
const slugs: Record<NodeType, RegExp> = {
  Incident: new RegExp(`^${slug}$`),
  Actor: new RegExp(`^${slug}$`),
  Statement: new RegExp(`^${slug}\\.${slug}$`),
  Location: new RegExp(`^${slug}$`),
  Article: new RegExp(`^${slug}$`),
};

export function formatNodeId(type: NodeType, slug: string): string {
  return `${type}:${slug}`;
}

/** Reads `Type:slug`; undefined when it is malformed. */
export function parseNodeId(id: string): NodeId | undefined {
  const type = nodeTypes.find((type) => id.startsWith(`${type}:`));
  if (!type) return undefined;
  const slug = id.slice(type.length + 1);
  return slugs[type].test(slug) ? { type, slug } : undefined;
}

/** Reads `Type:slug` or the bare slug of a thing whose type is known; undefined when it is malformed or of another type. */
export function parseIdOf(type: NodeType, id: string): string | undefined {
  if (slugs[type].test(id)) return id;
  const parsed = parseNodeId(id);
  return parsed?.type === type ? parsed.slug : undefined;
}
