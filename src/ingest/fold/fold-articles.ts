import type { ActorInput, Article, IncidentInput, LocationInput } from '../../entities/article/article.ts';
import type { StatementDocument } from '../../entities/statement/statement-document.ts';
import { type Merge, resolveMerges } from '../../query/merges.ts';
import { byCodeUnits } from '../../text/compare.ts';
import { applyMerges } from './apply-merges.ts';
import { type AssertionDocument, addAssertion, assertionsById, assertionsOf } from './assertion.ts';
import { countRelations, type DerivedDocuments } from './count-relations.ts';
import { foldActor } from './fold-actor.ts';
import { foldIncident } from './fold-incident.ts';
import { foldLocations } from './fold-locations.ts';
import { linkStatements, statementsOf } from './fold-statements.ts';
import { surroundingsOf } from './location-context.ts';
import { chainsOf, type PartOf } from './part-of.ts';

export interface Fold extends DerivedDocuments {
  accounts: AssertionDocument[];
  /** The `partOf` edges that are ignored because they would close a cycle. */
  broken: { incidents: PartOf[]; locations: PartOf[] };
}

/**
 * Folds articles that arrive one at a time. Holds the parts of which derived documents are made, but not the articles'
 * texts.
 */
export interface ArticleFold {
  add(article: Article): void;
  /** Returns the documents, each list sorted by id. Call it once, after the last article. */
  end(): Fold;
}

/**
 * Returns all documents that derive from `articles`, of which there must be one version each. The result does not
 * depend on the order of articles or merges. Each list is sorted by id.
 */
export function foldArticles(articles: Iterable<Article>, merges: readonly Merge[]): Fold {
  const fold = createFold(merges);
  for (const article of articles) fold.add(article);
  return fold.end();
}

/** Creates a fold whose result equals that of `foldArticles`, for articles that arrive one at a time. */
export function createFold(merges: readonly Merge[]): ArticleFold {
  const survivors = resolveMerges(merges);
  const united = new Map<string, AssertionDocument>();
  const statements: StatementDocument[] = [];
  return {
    add(article) {
      const resolved = applyMerges(article, survivors);
      for (const assertion of assertionsOf(resolved, article)) addAssertion(united, assertion);
      statements.push(...statementsOf(resolved));
    },
    end: () => foldAccounts([...united.values()], statements),
  };
}

function foldAccounts(assertions: AssertionDocument[], statements: readonly StatementDocument[]): Fold {
  const ofLocations = assertionsById<LocationInput>('Location', assertions);
  const places = chainsOf(ofLocations);
  const locations = foldLocations(ofLocations, places.chainOf);

  const locationsById = new Map(locations.map((location) => [location._id, location]));
  const around = (location: string) => surroundingsOf(location, (id) => locationsById.get(id));
  const ofIncidents = assertionsById<IncidentInput>('Incident', assertions);
  const wholes = chainsOf(ofIncidents);
  const incidents = [...ofIncidents].map(([id, said]) => foldIncident(id, said, wholes.chainOf(id), around));

  const ofActors = assertionsById<ActorInput>('Actor', assertions);
  const actors = [...ofActors].map(([id, said]) => foldActor(id, said));

  const counted = countRelations({ incidents, actors, statements: linkStatements(statements), locations });
  return {
    accounts: sortById(assertions),
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
