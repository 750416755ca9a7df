import type { Article } from '../entities/article/article.ts';

/**
 * Removes the references of an article to actors, places, incidents and statements that it does not have: a person may
 * have removed what a new draft refers to. Returns the article, which is changed.
 */
export function repairReferences(article: Article): Article {
  const { locations = [], actors = [], incidents = [], statements = [] } = article;
  const [places, persons, events, said] = [locations, actors, incidents, statements].map(
    (list) => new Set(list.map(({ id }) => id)),
  ) as [Set<string>, Set<string>, Set<string>, Set<string>];
  for (const place of locations) dropUnless(place, 'partOf', places);
  for (const actor of actors)
    for (const each of keepOf(actor, 'affiliations', (affiliation) => persons.has(affiliation.actor)))
      keepAsserted(each);
  for (const incident of incidents) {
    if (incident.location !== undefined && !places.has(incident.location)) {
      delete incident.location;
      delete incident.locationPrecision;
    }
    dropUnless(incident, 'partOf', events);
    keepOf(incident, 'places', ({ location }) => places.has(location));
    for (const target of incident.targets ?? []) dropUnless(target, 'location', places);
    keepOf(incident, 'participants', ({ actor }) => persons.has(actor));
    keepOf(incident, 'links', ({ incident: other }) => events.has(other));
    for (const casualty of incident.casualties ?? []) {
      dropUnless(casualty, 'actor', persons);
      keepAsserted(casualty);
    }
  }
  for (const statement of statements) {
    dropUnless(statement, 'speaker', persons);
    dropUnless(statement, 'onBehalfOf', persons);
    dropUnless(statement, 'location', places);
    keepOf(statement, 'incidents', (id) => events.has(id));
    for (const key of ['actors', 'to', 'via'] as const) keepOf(statement, key, (id) => persons.has(id));
    for (const figure of statement.figures ?? []) dropUnless(figure, 'incident', events);
  }
  return article;

  function keepAsserted(part: { assertedBy?: string[]; deniedBy?: string[] }): void {
    for (const key of ['assertedBy', 'deniedBy'] as const) keepOf(part, key, (id) => said.has(id));
  }
}

/** Removes a reference to something that does not exist. */
function dropUnless<K extends string>(part: { [key in K]?: string }, key: K, ids: ReadonlySet<string>): void {
  const id = part[key];
  if (id !== undefined && !ids.has(id)) delete part[key];
}

type ElementOf<L> = L extends readonly (infer E)[] ? E : never;

/** Keeps the elements of a list that pass a test, and removes a list of which none do. Returns the elements. */
function keepOf<P, K extends keyof P>(
  part: P,
  key: K,
  test: (element: ElementOf<NonNullable<P[K]>>) => boolean,
): ElementOf<NonNullable<P[K]>>[] {
  const list = (part[key] ?? []) as ElementOf<NonNullable<P[K]>>[];
  const kept = list.filter(test);
  if (kept.length === list.length) return kept;
  if (kept.length > 0) part[key] = kept as P[K];
  else delete part[key];
  return kept;
}
