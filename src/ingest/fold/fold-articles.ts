import type { ActorInput, Article, IncidentInput, LocationInput } from '../../article/article.ts';
import type { StatementDocument } from '../../statement/statement-document.ts';
import { type AccountDocument, accountsById, accountsOf, addAccount } from './account.ts';
import { applyMerges } from './apply-merges.ts';
import { countRelations, type DerivedDocuments } from './count-relations.ts';
import { foldActor } from './fold-actor.ts';
import { foldIncident } from './fold-incident.ts';
import { foldLocation } from './fold-location.ts';
import { linkStatements, statementsOf } from './fold-statements.ts';
import { type Merge, resolveMerges } from './merges.ts';
import { chainsOf, type PartOf } from './part-of.ts';
import { byCodeUnits } from './sorting.ts';
import { surroundingsOf } from './surroundings.ts';

export interface Fold extends DerivedDocuments {
  accounts: AccountDocument[];
  /** What articles say lies in or is part of what, together in a circle; these are not followed. */
  broken: { incidents: PartOf[]; locations: PartOf[] };
}

/** Takes articles one at a time, and keeps of them what derived documents are made of: not their texts. */
export interface ArticleFold {
  add(article: Article): void;
  /** To be called once, after all. Each list is sorted by id. */
  end(): Fold;
}

/**
 * All documents that derive from `articles`, one version of each: a function of the two sets, whatever their order.
 * Each list is sorted by id.
 */
export function foldArticles(articles: Iterable<Article>, merges: readonly Merge[]): Fold {
  const fold = createFold(merges);
  for (const article of articles) fold.add(article);
  return fold.end();
}

/** `foldArticles`, bit by bit. */
export function createFold(merges: readonly Merge[]): ArticleFold {
  const survivors = resolveMerges(merges);
  const united = new Map<string, AccountDocument>();
  const statements: StatementDocument[] = [];
  return {
    add(article) {
      const resolved = applyMerges(article, survivors);
      for (const account of accountsOf(resolved)) addAccount(united, account);
      statements.push(...statementsOf(resolved));
    },
    end: () => foldAccounts([...united.values()], statements),
  };
}

function foldAccounts(accounts: AccountDocument[], statements: readonly StatementDocument[]): Fold {
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

  const counted = countRelations({ incidents, actors, statements: linkStatements(statements), locations });
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
