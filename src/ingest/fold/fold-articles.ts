import type { ActorInput, Article, IncidentInput, LocationInput } from '../../article/article.ts';
import { type AccountDocument, accountsById, accountsOf, uniteAccounts } from './account.ts';
import { applyMerges } from './apply-merges.ts';
import { countRelations, type DerivedDocuments } from './count-relations.ts';
import { foldActor } from './fold-actor.ts';
import { foldIncident } from './fold-incident.ts';
import { foldLocation } from './fold-location.ts';
import { foldStatements } from './fold-statements.ts';
import { type Merge, resolveMerges } from './merges.ts';
import { chainsOf, type PartOf } from './part-of.ts';
import { byCodeUnits } from './sorting.ts';
import { surroundingsOf } from './surroundings.ts';

export interface Fold extends DerivedDocuments {
  accounts: AccountDocument[];
  /** What articles say lies in or is part of what, together in a circle; these are not followed. */
  broken: { incidents: PartOf[]; locations: PartOf[] };
}

/**
 * All documents that derive from `articles`, one version of each: a function of the two sets, whatever their order.
 * Each list is sorted by id.
 */
export function foldArticles(articles: readonly Article[], merges: readonly Merge[]): Fold {
  const survivors = resolveMerges(merges);
  const resolved = articles.map((article) => applyMerges(article, survivors));
  const accounts = uniteAccounts(resolved.flatMap(accountsOf));

  const ofLocations = accountsById<LocationInput>('Location', accounts);
  const places = chainsOf(ofLocations);
  const locations = [...ofLocations].map(([id, said]) => foldLocation(id, said, places.chainOf(id)));

  const locationsById = new Map(locations.map((location) => [location._id, location]));
  const around = (location: string) => surroundingsOf(location, (id) => locationsById.get(id));
  const ofIncidents = accountsById<IncidentInput>('Incident', accounts);
  const wholes = chainsOf(ofIncidents);
  const incidents = [...ofIncidents].map(([id, said]) => foldIncident(id, said, wholes.chainOf(id), around));

  const ofActors = accountsById<ActorInput>('Actor', accounts);
  const actors = [...ofActors].map(([id, said]) => foldActor(id, said));

  const counted = countRelations({ incidents, actors, statements: foldStatements(resolved), locations });
  return {
    accounts: sortById(accounts),
    incidents: sortById(counted.incidents),
    actors: sortById(counted.actors),
    statements: sortById(counted.statements),
    locations: sortById(counted.locations),
    broken: { incidents: wholes.broken, locations: places.broken },
  };
}

function sortById<D extends { _id: string }>(documents: D[]): D[] {
  return documents.sort((a, b) => byCodeUnits(a._id, b._id));
}
