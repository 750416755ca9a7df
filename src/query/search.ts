import type { Document } from 'mongodb';
import type { PageInfo } from '../generated/schema.ts';
import type { StoreReader } from '../store/store-reader.ts';
import { expandWords } from '../text/expand-words.ts';
import { highlight } from '../text/highlight.ts';
import { parseText, plainWords } from '../text/parse-text.ts';
import { formatCursor, parseCursor } from './cursor.ts';
import type { Entities, Entity } from './entity.ts';
import type { EntityLoaders } from './entity-loaders.ts';
import { keyset } from './keyset.ts';
import { type NodeType, nodeTypes } from './node-id.ts';
import type { Order } from './order.ts';
import { parseSize } from './page-arguments.ts';
import { countRarities, formatRarities, parseRarities } from './rarity.ts';
import { matchFrom, minScores, scoreOf } from './search-rounds.ts';
import { findSpellings, formatSpellings, parseSpellings } from './spellings.ts';
import { plainFilter } from './where/compile-filter.ts';
import { filterStages } from './where/store-match.ts';
import { parseTextArgument } from './where/text-argument.ts';
import { type SoughtWord, type TextField, textCondition, wordsOf } from './where/text-condition.ts';

export interface SearchArguments {
  text: string;
  types?: readonly string[] | null;
  first?: number | null;
  after?: string | null;
  fuzzy?: boolean | null;
}

/** The results of a search. `page` reads once, and only the selected fields. */
export interface SearchModel {
  page(): Promise<{ edges: SearchEdgeModel[]; pageInfo: PageInfo }>;
  totalCount(): Promise<number>;
  alsoSearchedFor: string[];
}

export interface SearchEdgeModel {
  cursor: string;
  /** A document with its type as `__typename`. */
  node: Document;
  score: number;
  highlight: string | null;
}

/** The fields to read of the nodes found. */
export interface SearchSelection {
  fieldsOf(type: NodeType): ReadonlySet<string>;
  highlight: boolean;
}

interface Hit {
  _id: string;
  /** The index of its type in `nodeTypes`. */
  type: number;
  score: number;
}

const defaultSize = 20;
const maxSize = 100;
/** Rarities and weights are counted in tenths. */
const scoreUnits = 100;

/**
 * Searches the words of all types. Hits are ordered by score, best first, then by type and id. A page costs one to five
 * commands, the fewer the more hits have the words in short titles and names, and one for each type among its hits; the
 * count costs one. The first page of several words costs one more, for their rarities, and `fuzzy` one for spellings; both
 * are in its cursors.
 */
export async function createSearch(
  { entities, store, loaders }: { entities: Entities; store: StoreReader; loaders: EntityLoaders },
  { text, types, first, after, fuzzy }: SearchArguments,
  selection: SearchSelection,
): Promise<SearchModel> {
  const plainQuery = parseTextArgument(text, 'text');
  const searched = nodeTypes.filter((type) => (types ?? allTypes).includes(type.toUpperCase()));
  const order: Order = {
    key: `ranked search ${JSON.stringify([text, searched])}`,
    paths: [
      ['score', -1],
      ['type', 1],
      ['_id', 1],
    ],
  };
  const size = parseSize('first', first ?? defaultSize, maxSize);
  // The rarities of words, and the spellings that a fuzzy search found, stay the same on all pages.
  const pinned: Order['paths'] = [['rarities', 1], ...(fuzzy ? [['spellings', 1] as const] : [])];
  const cursorOrder = { key: fuzzy ? `fuzzy ${order.key}` : order.key, paths: [...order.paths, ...pinned] };
  const position = after == null ? undefined : parseCursor(cursorOrder, after, 'after');
  const behind = position && keyset(order, position, 'behind');
  const typed = fuzzy ? plainWords(text) : [];
  const spellings = position
    ? parseSpellings(position[order.paths.length + 1], after)
    : await findSpellings({ entities, store }, typed);
  const { byWord, added } = expandWords(typed, spellings);
  const query = fuzzy ? parseText(text, byWord) : plainQuery;
  const stems = wordsOf([query]);
  const fields = searched.map((type) => textField(entities[type]));
  const rarities = position ? parseRarities(position[order.paths.length], stems.length, after) : undefined;
  let page: ReturnType<SearchModel['page']> | undefined;

  /** Runs the stages on the hits that the pipelines of the types find. */
  async function findHits<D extends Document>(
    pipelineOf: (type: NodeType) => readonly Document[] | null,
    stages: readonly Document[],
  ): Promise<D[]> {
    const [leading, ...others] = searched.flatMap((type) => {
      const pipeline = pipelineOf(type);
      return pipeline ? [{ coll: entities[type].collection, pipeline }] : [];
    });
    if (leading === undefined) return [];
    const unions = others.map((other) => ({ $unionWith: other }));
    return store.aggregate<D>(leading.coll, [...leading.pipeline, ...unions, ...stages]);
  }

  /**
   * Returns the stages that find hits of a type for the page: all that may have this score, and perhaps others. Null if
   * there are none.
   */
  function pagePipeline(type: NodeType, words: readonly SoughtWord[], minScore: number): Document[] | null {
    const field = textField(entities[type]);
    const match = matchFrom(field, query, words, minScore);
    const place = nodeTypes.indexOf(type);
    const project = { $project: { type: { $literal: place }, score: scoreOf(field, words, minScore) } };
    if (match === null) return null;
    if (words.length > 0) return [{ $match: plainFilter(match) }, project];
    // Without words, most nodes match, with equal scores, and are read in order.
    const isReached = position && place - Number(position[1]);
    if (isReached !== undefined && isReached < 0) return null;
    return [
      ...filterStages(plainFilter(match)),
      ...(isReached === 0 ? [{ $match: { _id: { $gt: position?.[2] } } }] : []),
      ...[{ $sort: { _id: 1 } }, { $limit: size + 1 }, project],
    ];
  }

  /** Returns the hits of the page and one more, if there is one. */
  async function findPage(words: readonly SoughtWord[]): Promise<Hit[]> {
    const rest = behind ? [{ $match: behind }] : [];
    const stages = [...rest, { $sort: Object.fromEntries(order.paths) }, { $limit: size + 1 }];
    let hits: Hit[] = [];
    for (const minScore of minScores(fields, words, position && Number(position[0]))) {
      const isHigh = minScore > 0 ? [{ $match: { score: { $gte: minScore } } }] : [];
      hits = await findHits<Hit>((type) => pagePipeline(type, words, minScore), [...isHigh, ...stages]);
      if (hits.length > size) break;
    }
    return hits;
  }

  async function readPage() {
    const types = searched.map((type, index) => ({
      collection: entities[type].collection,
      field: fields[index] as TextField,
    }));
    const weighed = rarities ?? (await countRarities(store, types, stems));
    const words = stems.map((each, index) => ({ stems: each, rarity: weighed[index] as number }));
    const rows = await findPage(words);
    const edges = await Promise.all(rows.slice(0, size).map((hit) => toEdge(hit, words)));
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

  /** Returns null if the node was removed since it was found. */
  async function toEdge(hit: Hit, words: readonly SoughtWord[]): Promise<SearchEdgeModel | null> {
    const type = nodeTypes[hit.type] as NodeType;
    const fields = new Set([...selection.fieldsOf(type), ...(selection.highlight ? ['words'] : [])]);
    const document = await loaders.byId[type].load({ id: hit._id, fields });
    return (
      document && {
        cursor: formatCursor(cursorOrder, {
          ...hit,
          rarities: formatRarities(words),
          spellings: formatSpellings(spellings),
        }),
        node: { __typename: type, ...document },
        score: Math.round(hit.score / scoreUnits),
        highlight: selection.highlight ? highlight(textsOf(entities[type], document), query) : null,
      }
    );
  }

  return {
    alsoSearchedFor: added,
    page() {
      page ??= readPage();
      return page;
    },
    async totalCount() {
      const matches = (type: NodeType) => plainFilter(textCondition(textField(entities[type]), query));
      const [row] = await findHits<{ n: number }>(
        (type) => [{ $match: matches(type) }, { $count: 'n' }],
        [{ $group: { _id: null, n: { $sum: '$n' } } }],
      );
      return row?.n ?? 0;
    },
  };
}

const allTypes = nodeTypes.map((type) => type.toUpperCase());

function textField(entity: Entity): TextField {
  const { text } = entity.where;
  if (text?.kind !== 'text') throw new Error(`${entity.type} has no text`);
  return text;
}

function textsOf(entity: Entity, document: Document): { text: string; language?: string }[] {
  return (entity.reads.words ?? [])
    .flatMap((path) =>
      path
        .split('.')
        .reduce<unknown[]>((values, step) => values.flatMap((value) => (value as Document)[step] ?? []), [document]),
    )
    .filter((text) => typeof text === 'string')
    .map((text) => ({ text, ...(document.language !== undefined && { language: document.language }) }));
}
