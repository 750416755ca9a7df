import type { Article } from '../../entities/article/article.ts';
import type { NameSearch } from './find-missing-name.ts';
import type { Named, Names } from './names.ts';

/**
 * Returns a function that returns whether one of two actors has an affiliation with the other that makes it a part of
 * it.
 */
export function affiliationsOf({ actors = [] }: Article): NameSearch['areRelated'] {
  const related = new Map(
    actors.map(({ id, affiliations = [] }) => [
      id,
      new Set(affiliations.filter(({ type }) => !apart.has(type)).map(({ actor }) => actor)),
    ]),
  );
  return (a, b) => (related.get(a.id)?.has(b.id) ?? false) || (related.get(b.id)?.has(a.id) ?? false);
}

/** Affiliations between separate sides. All others make one actor a part of the other, so that either may be named. */
const apart: ReadonlySet<string> = new Set(['OPPOSES', 'ALLIED_WITH', 'BACKED_BY', 'SUCCESSOR_OF', 'SPLIT_FROM']);

/** Returns names by which a place is also named if the text names a place in it: a text that names Mosul names Iraq. */
export function placeNamesOf({ locations = [] }: Article, places: Names): Names {
  const children = new Map<string, Named[]>();
  for (const location of locations) {
    if (location.partOf === undefined) continue;
    const known = children.get(location.partOf);
    if (known) known.push(location);
    else children.set(location.partOf, [location]);
  }
  const within = new Map<string, readonly Named[]>();
  return {
    ...places,
    isNamedAnywhere: (named) => familyOf(named).some((each) => places.isNamedAnywhere(each)),
    isNamed: (named, ranges) => familyOf(named).some((each) => places.isNamed(each, ranges)),
  };

  /** Returns the place and the places in it, breadth first, about a hundred at most. */
  function familyOf(named: Named): readonly Named[] {
    const known = within.get(named.id);
    if (known) return known;
    const family = [named];
    for (let at = 0; at < family.length && family.length < maxFamily; at++)
      family.push(...(children.get(family[at]?.id ?? '') ?? []));
    within.set(named.id, family);
    return family;
  }
}

const maxFamily = 100;

/** Returns a function that returns whether one of two places contains the other. */
export function containmentOf({ locations = [] }: Article): NameSearch['areRelated'] {
  const parents = new Map(locations.map(({ id, partOf }) => [id, partOf]));
  return (a, b) => isIn(a.id, b.id) || isIn(b.id, a.id);

  function isIn(inner: string, outer: string): boolean {
    let at: string | undefined = inner;
    for (let steps = 0; at !== undefined && steps < maxDepth; steps++) {
      if (at === outer) return true;
      at = parents.get(at);
    }
    return false;
  }
}

const maxDepth = 20;
