import type { Document } from 'mongodb';
import { badUserInput } from '../errors/bad-user-input.ts';
import type { StoreReader } from '../store/store-reader.ts';
import { aliasMalus, fitOf, ofWord, parseTypedName, type TypedName } from '../text/match-name.ts';
import { lettersOf } from '../text/name-keys.ts';
import type { Entities } from './entity.ts';
import type { EntityLoaders } from './entity-loaders.ts';
import { findFitting, findNear, findWithWords, type Named, namedTypes } from './find-named.ts';
import { nearWords } from './near-words.ts';
import { type NodeType, nodeTypes } from './node-id.ts';
import { parseSize } from './page-arguments.ts';
import { checkTextArgument } from './where/text-argument.ts';

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
/** The max number of words of a text that may have errors. */
const maxCorrected = 3;

/**
 * Returns the nodes whose names, aliases or titles fit a text that is being typed, best first: by score; names
 * before titles; then by the number of incidents that name the node (of incidents: of articles), highest first. Costs one command, one or two more
 * if fewer than `first` names fit without errors, and one for each type among the suggestions.
 */
export async function suggest(
  { entities, store, loaders }: { entities: Entities; store: StoreReader; loaders: EntityLoaders },
  { text, types, first }: SuggestArguments,
  fieldsOf: (type: NodeType) => ReadonlySet<string>,
): Promise<SuggestionModel[]> {
  const searched = suggestedTypes(types);
  const size = parseSize('first', first ?? defaultSize, maxSize);
  checkTextArgument(text, 'text');
  const typed = parseTypedName(text);
  if (typed.variants.length === 0) return [];
  const fitting = await findFitting({ entities, store }, searched, typed, size);
  let found = rank(fitting, typed);
  if (found.length < size) {
    const near = await findNearAndCorrected({ entities, store }, searched, typed);
    found = rank([...fitting, ...near], typed);
  }
  const suggestions = await Promise.all(
    found.slice(0, size).map(async ({ named: { type, _id, names }, matched, score }) => {
      const document = await loaders.byId[type].load({ id: _id, fields: fieldsOf(type) });
      return document && { node: { __typename: type, ...document }, label: names[0] ?? '', matched, score };
    }),
  );
  // A node may have been removed since it was found.
  return suggestions.filter((suggestion) => suggestion !== null);
}

/**
 * Of several words, each may have errors. Their spellings in the names found are looked up together, which costs another
 * command.
 */
async function findNearAndCorrected(
  source: { entities: Entities; store: StoreReader },
  types: readonly NodeType[],
  typed: TypedName,
): Promise<Named[]> {
  if (typed.sought.length === 1) return findNear(source, types, [typed]);
  const words = typed.sought.slice(0, maxCorrected);
  const near = await findNear(source, types, [typed, ...words.map(ofWord)]);
  const corrected = words.map((word) => [word, ...nearWords(word, near).map(lettersOf)]);
  if (corrected.every((spellings) => spellings.length === 1)) return near;
  return [...near, ...(await findWithWords(source, types, corrected))];
}

interface Ranked {
  named: Named;
  matched: string;
  score: number;
}

/** Returns the nodes with a name that fits, each once, best first. */
function rank(found: readonly Named[], typed: TypedName): Ranked[] {
  const distinct = new Map(found.map((named) => [`${named.type}:${named._id}`, named]));
  return [...distinct.values()]
    .flatMap((named) => bestName(named, typed) ?? [])
    .sort(
      (a, b) =>
        b.score - a.score ||
        Number(isTitled(a.named)) - Number(isTitled(b.named)) ||
        b.named.count - a.named.count ||
        nodeTypes.indexOf(a.named.type) - nodeTypes.indexOf(b.named.type) ||
        (a.named._id < b.named._id ? -1 : 1),
    );
}

function isTitled({ type }: Named): boolean {
  return type === 'Incident' || type === 'Article';
}

function bestName(named: Named, typed: TypedName): Ranked | undefined {
  let best: Ranked | undefined;
  for (const [i, name] of named.names.entries()) {
    const fit = fitOf(typed, name);
    const score = fit === 0 ? 0 : rounded(i === 0 ? fit : fit - aliasMalus);
    if (score > (best?.score ?? 0)) best = { named, matched: name, score };
  }
  return best;
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}

function suggestedTypes(types: readonly string[] | null | undefined): NodeType[] {
  const index = types?.indexOf('STATEMENT') ?? -1;
  if (index >= 0) throw badUserInput(`types.${index}`, 'INCIDENT, ACTOR, LOCATION or ARTICLE', 'STATEMENT');
  return namedTypes.filter((type) => types?.includes(type.toUpperCase()) ?? true);
}
