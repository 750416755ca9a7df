import type { Document } from 'mongodb';
import type { PageInfo } from '../generated/schema.ts';
import type { StoreReader } from '../store/store-reader.ts';
import { highlight } from '../text/highlight.ts';
import { parseText } from '../text/parse-text.ts';
import { formatCursor, parseCursor } from './cursor.ts';
import type { Entities, Entity } from './entity.ts';
import type { EntityLoaders } from './entity-loaders.ts';
import { keyset } from './keyset.ts';
import { type NodeType, nodeTypes } from './node-id.ts';
import type { Order } from './order.ts';
import { parseSize } from './page-arguments.ts';
import { relevanceExpression, textCondition } from './where/text-condition.ts';
import { plainFilter } from './where/to-filter.ts';
import type { WhereField } from './where/where-field.ts';

export interface SearchArguments {
  text: string;
  types?: readonly string[] | null;
  first?: number | null;
  after?: string | null;
}

/** What a search finds. Each method reads once, and only what is selected. */
export interface SearchModel {
  page(): Promise<{ edges: SearchEdgeModel[]; pageInfo: PageInfo }>;
  totalCount(): Promise<number>;
}

export interface SearchEdgeModel {
  cursor: string;
  /** A document with its type as `__typename`. */
  node: Document;
  score: number;
  highlight: string | null;
}

/** What is read of the things found. */
export interface SearchSelection {
  fieldsOf(type: NodeType): ReadonlySet<string>;
  highlight: boolean;
}

interface Find {
  _id: string;
  /** Its place in the list of types. */
  type: number;
  score: number;
}

const defaultSize = 20;
const largestSize = 100;

/**
 * Searches the words of all types, best first, then by type and id. One command finds, one more for each type among
 * the finds reads them, and one counts.
 */
export function createSearch(
  { entities, store, loaders }: { entities: Entities; store: StoreReader; loaders: EntityLoaders },
  { text, types, first, after }: SearchArguments,
  selection: SearchSelection,
): SearchModel {
  const query = parseText(text, 'text');
  const searched = nodeTypes.filter((type) => (types ?? allTypes).includes(type.toUpperCase()));
  const order: Order = {
    key: `search ${JSON.stringify([text, searched])}`,
    paths: [
      ['score', -1],
      ['type', 1],
      ['_id', 1],
    ],
  };
  const size = parseSize('first', first ?? defaultSize, largestSize);
  const behind = after == null ? undefined : keyset(order, parseCursor(order, after, 'after'), 'behind');
  let page: ReturnType<SearchModel['page']> | undefined;

  const finding = (type: NodeType): Document[] => {
    const words = textField(entities[type]);
    return [
      { $match: plainFilter(textCondition(words, query)) },
      { $project: { type: { $literal: nodeTypes.indexOf(type) }, score: relevanceExpression(words, [query]) } },
    ];
  };

  async function find<D extends Document>(stages: readonly Document[]): Promise<D[]> {
    const [leading, ...others] = searched;
    if (leading === undefined) return [];
    return store.aggregate<D>(entities[leading].collection, [
      ...finding(leading),
      ...others.map((type) => ({ $unionWith: { coll: entities[type].collection, pipeline: finding(type) } })),
      ...stages,
    ]);
  }

  async function readPage() {
    const sort = { $sort: Object.fromEntries(order.paths) };
    const rows = await find<Find>([...(behind ? [{ $match: behind }] : []), sort, { $limit: size + 1 }]);
    const edges = await Promise.all(rows.slice(0, size).map(toEdge));
    const found = edges.filter((edge) => edge !== null);
    return {
      edges: found,
      pageInfo: {
        hasNextPage: rows.length > size,
        hasPreviousPage: after != null,
        startCursor: found[0]?.cursor ?? null,
        endCursor: found.at(-1)?.cursor ?? null,
      },
    };
  }

  /** Null for what was withdrawn since it was found. */
  async function toEdge(find: Find): Promise<SearchEdgeModel | null> {
    const type = nodeTypes[find.type] as NodeType;
    const fields = new Set([...selection.fieldsOf(type), ...(selection.highlight ? ['words'] : [])]);
    const document = await loaders.byId[type].load({ id: find._id, fields });
    return (
      document && {
        cursor: formatCursor(order, find),
        node: { ...document, __typename: type },
        score: find.score,
        highlight: selection.highlight ? highlight(textsOf(entities[type], document), query) : null,
      }
    );
  }

  return {
    page() {
      page ??= readPage();
      return page;
    },
    async totalCount() {
      const [row] = await find<{ n: number }>([{ $count: 'n' }]);
      return row?.n ?? 0;
    },
  };
}

const allTypes = nodeTypes.map((type) => type.toUpperCase());

function textField(entity: Entity): Extract<WhereField, { kind: 'text' }> {
  const { text } = entity.where;
  if (text?.kind !== 'text') throw new Error(`${entity.type} has no text`);
  return text;
}

function textsOf(entity: Entity, document: Document): { text: string; language?: string }[] {
  return (entity.reads.words ?? [])
    .flatMap((path) =>
      path.split('.').reduce<unknown>((value, step) => (value as Document | undefined)?.[step], document),
    )
    .filter((text) => typeof text === 'string')
    .map((text) => ({ text, ...(document.language !== undefined && { language: document.language }) }));
}
