import type { Document } from 'mongodb';
import { badUserInput } from '../errors/bad-user-input.ts';
import type { StoreReader } from '../store/store-reader.ts';
import { foldText } from '../text/fold-text.ts';
import type { Entities } from './entity.ts';
import type { EntityLoaders } from './entity-loaders.ts';
import { type NodeType, nodeTypes } from './node-id.ts';
import { parseSize } from './page-arguments.ts';
import { plainFilter } from './where/compile-filter.ts';
import { any, test } from './where/condition.ts';
import { parseTextArgument } from './where/text-argument.ts';

export interface SuggestArguments {
  text: string;
  types?: readonly string[] | null;
  first?: number | null;
}

export interface SuggestionModel {
  /** A document with its type as `__typename`. */
  node: Document;
  label: string;
  matched: string;
  score: number;
}

const defaultSize = 10;
const maxSize = 100;

/** Returns the nodes whose names, aliases or titles begin with a text. Costs one command, and one for each type found. */
export async function suggest(
  { entities, store, loaders }: { entities: Entities; store: StoreReader; loaders: EntityLoaders },
  { text, types, first }: SuggestArguments,
  fieldsOf: (type: NodeType) => ReadonlySet<string>,
): Promise<SuggestionModel[]> {
  parseTextArgument(text, 'text');
  const size = parseSize('first', first ?? defaultSize, maxSize);
  const searched = suggestedTypes(types);
  const typed = foldText(text.trim());
  const [leading, ...others] = searched.map((type) => ({
    coll: entities[type].collection,
    pipeline: [
      { $match: plainFilter(any(foldedPaths[type].map((path) => test(path, 'startsWith', typed)))) },
      { $limit: size },
      { $project: { type: { $literal: type }, name: `$${labelPath(type)}`, names: '$names' } },
    ],
  }));
  if (leading === undefined) return [];
  const unions = others.map((other) => ({ $unionWith: other }));
  const hits = await store.aggregate<Hit>(leading.coll, [...leading.pipeline, ...unions]);
  const found = await Promise.all(
    hits
      .map((hit) => toSuggestion(hit))
      .sort((a, b) => b.score - a.score)
      .slice(0, size)
      .map(async ({ hit, ...suggestion }) => {
        const document = await loaders.byId[hit.type].load({ id: hit._id, fields: fieldsOf(hit.type) });
        return document && { ...suggestion, node: { __typename: hit.type, ...document } };
      }),
  );
  return found.filter((suggestion) => suggestion !== null);

  function toSuggestion(hit: Hit) {
    const named = [hit.name, ...(hit.names ?? []).map((alias) => alias.text)];
    const matched = named.find((name) => foldText(name).startsWith(typed)) ?? hit.name;
    const isWhole = foldText(matched) === typed;
    return { hit, label: hit.name, matched, score: (isWhole ? 1 : 0.9) - (matched === hit.name ? 0 : 0.05) };
  }
}

interface Hit {
  _id: string;
  type: NodeType;
  name: string;
  names?: { text: string }[];
}

const foldedPaths: Readonly<Record<NodeType, readonly string[]>> = {
  Incident: ['order.title'],
  Actor: ['order.name', 'names.folded'],
  Statement: [],
  Location: ['order.name', 'names.folded'],
  Article: ['order.title'],
};

function labelPath(type: NodeType): string {
  return type === 'Incident' || type === 'Article' ? 'title' : 'name';
}

function suggestedTypes(types: readonly string[] | null | undefined): NodeType[] {
  const index = types?.indexOf('STATEMENT') ?? -1;
  if (index >= 0) throw badUserInput(`types.${index}`, 'INCIDENT, ACTOR, LOCATION or ARTICLE', 'STATEMENT');
  return nodeTypes.filter((type) => type !== 'Statement' && (types?.includes(type.toUpperCase()) ?? true));
}
