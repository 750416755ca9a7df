import type { Article, EvidenceInput, LocationInput } from '../../entities/article/article.ts';
import { createQuoteFinder } from './anchors.ts';
import { evidencedParts } from './facts.ts';
import type { Warning } from './warning.ts';

/**
 * Warns of entities and parts without evidence. Leaves out a location that only contains others if the text does not
 * name it, because there is nothing to quote.
 */
export function checkEvidence(article: Article): Warning[] {
  const bare = [...evidencedParts(article)].filter(({ value: { evidence = [] } }) => evidence.length === 0);
  const isUnnamed = findUnnamedParents(article, bare);
  return bare.flatMap(({ pointer, value }): Warning[] => {
    if (isUnnamed(value)) return [];
    return [{ pointer, code: 'NO_EVIDENCE', message: `${nounOf(pointer)} has no evidence` }];
  });
}

/**
 * Returns a function that tests whether a value is a location that only contains others and that the text does not
 * name. Only the values of `bare` are known to it.
 */
function findUnnamedParents(
  { text, locations = [], incidents = [] }: Article,
  bare: readonly { pointer: string; value: object }[],
): (value: object) => boolean {
  const parents = new Set(locations.map(({ partOf }) => partOf));
  const used = new Set(
    incidents.flatMap(({ location, places = [], targets = [] }) => [
      location,
      ...[...places, ...targets].map((part) => part.location),
    ]),
  );
  const candidates = bare
    .filter(({ pointer }) => pointer.startsWith('/locations/'))
    .map(({ value }) => value as LocationInput)
    .filter(({ id }) => parents.has(id) && !used.has(id));
  const namesOf = ({ name, aliases = [] }: LocationInput): EvidenceInput[] =>
    [name, ...aliases].map((quote) => ({ quote }));
  const findName = createQuoteFinder(text, candidates.flatMap(namesOf));
  const unnamed = new Set<object>(candidates.filter((place) => !namesOf(place).some((name) => findName(name))));
  return (value) => unnamed.has(value);
}

const nouns: Readonly<Record<string, string>> = {
  locations: 'The location',
  actors: 'The actor',
  incidents: 'The incident',
  statements: 'The statement',
  affiliations: 'The affiliation',
  places: 'The place',
  targets: 'The target',
  weapons: 'The weapon',
  participants: 'The participant',
  casualties: 'The casualty',
  links: 'The link',
};

function nounOf(pointer: string): string {
  return nouns[pointer.split('/').at(-2) ?? ''] ?? 'This';
}
