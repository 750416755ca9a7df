import type { Article } from '../../article/article.ts';
import type { LocationDocument } from '../../location/location-document.ts';
import { applyMerges } from './apply-merges.ts';
import { countRelations, type DerivedDocuments } from './count-relations.ts';
import { foldActor } from './fold-actor.ts';
import { foldIncident, type Surroundings } from './fold-incident.ts';
import { foldLocation } from './fold-location.ts';
import { byAge, reportsById } from './fold-reports.ts';
import { foldStatements } from './fold-statements.ts';
import { type Merge, resolveMerges } from './merges.ts';
import { omitAbsent } from './omit-absent.ts';
import { ancestorsOf, breakCycles, type PartOf, winningPartOfs } from './part-of.ts';
import { byCodeUnits } from './sorting.ts';

export interface Fold extends DerivedDocuments {
  /** What articles say lies in or is part of what, together in a circle; these are not followed. */
  broken: { incidents: PartOf[]; locations: PartOf[] };
}

/**
 * All documents that derive from `articles`, one version of each: a function of the two sets, whatever their order.
 * Each list is sorted by id.
 */
export function foldArticles(articles: readonly Article[], merges: readonly Merge[]): Fold {
  const survivors = resolveMerges(merges);
  const resolved = articles
    .map((article) => applyMerges(article, survivors))
    .sort((a, b) => byAge({ ...a, article: a.id }, { ...b, article: b.id }));

  const locationReports = reportsById(resolved, (article) => article.locations);
  const places = breakCycles(winningPartOfs(locationReports));
  const locations = [...locationReports].map(([id, reports]) =>
    foldLocation(id, reports, ancestorsOf(id, places.parents)),
  );

  const incidentReports = reportsById(resolved, (article) => article.incidents);
  const wholes = breakCycles(winningPartOfs(incidentReports));
  const surroundingsOf = createSurroundings(locations);
  const incidents = [...incidentReports].map(([id, reports]) =>
    foldIncident(id, reports, { wholes: ancestorsOf(id, wholes.parents), surroundingsOf }),
  );

  const actorReports = reportsById(resolved, (article) => article.actors);
  const actors = [...actorReports].map(([id, reports]) => foldActor(id, reports));

  const statements = foldStatements(resolved);
  return {
    ...sortById(countRelations({ incidents, actors, statements, locations })),
    broken: { incidents: wholes.broken, locations: places.broken },
  };
}

function createSurroundings(locations: readonly LocationDocument[]): (location: string) => Surroundings {
  const byId = new Map(locations.map((location) => [location._id, location]));
  return (id) => {
    const location = byId.get(id);
    const within = [id, ...(location?.ancestors ?? [])];
    const country = within.map((place) => byId.get(place)?.country).find((code) => code !== undefined);
    return omitAbsent({ within, country, point: location?.point });
  };
}

function sortById({ incidents, actors, statements, locations }: DerivedDocuments): DerivedDocuments {
  const byId = (a: { _id: string }, b: { _id: string }) => byCodeUnits(a._id, b._id);
  return {
    incidents: incidents.sort(byId),
    actors: actors.sort(byId),
    statements: statements.sort(byId),
    locations: locations.sort(byId),
  };
}
