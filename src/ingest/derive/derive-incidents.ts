import type { IncidentInput } from '../../entities/article/article.ts';
import type { StoreDrafts } from '../drafts/store-drafts.ts';
import type { AssertionsById } from '../fold/assertion.ts';
import { takeCounts } from '../fold/count-relations.ts';
import { foldIncident } from '../fold/fold-incident.ts';
import { surroundingsOf } from '../fold/location-context.ts';
import { findChains } from './find-chains.ts';
import { type Budget, slugsOf } from './work.ts';

/**
 * Drafts three groups of incidents: those in `touched`, whose assertions have changed; those that any report locates at
 * one of `places`, whose country or ancestors have changed; and the parts of incidents that become part of another one.
 * The locations must be derived first. An incident without assertions is removed. Incidents beyond the budget are
 * deferred.
 */
export async function deriveIncidents(
  { view, incidents, locations, accounts: assertions }: StoreDrafts,
  touched: readonly string[],
  places: readonly string[],
  budget: Budget,
): Promise<void> {
  await incidents.load(touched);
  const there = [
    ...(await view.findAny<{ thing: string }>('accounts', 'said.location', places, { reads: ['thing'] })),
    ...(await view.findAny<{ thing: string }>('accounts', 'said.places.location', places, { reads: ['thing'] })),
  ];
  const reportedThere = slugsOf(
    'Incident',
    there.map(({ thing }) => thing),
  );
  const all = [...touched, ...budget.admit('Incident', without(reportedThere, touched))];
  await incidents.load(all);
  await assertions.loadEntities('Incident', storedOf(all));
  const { moved, chainOf } = await findChains('Incident', incidents, assertions, all);
  await assertions.loadEntities('Incident', moved);
  const direct = [...new Set([...all, ...moved])];

  const shifted = moved.filter((id) => incidents.stored(id)?.partOf !== chainOf(id).wholes[0]);
  const about = await view.findAny<{ _id: string }>('incidents', 'about', shifted, { reads: [] });
  const indirect = budget.admit(
    'Incident',
    without(
      about.map(({ _id }) => _id),
      direct,
    ),
  );
  await incidents.load(indirect);
  await assertions.loadEntities('Incident', indirect);

  const said = assertions.ofEntities<IncidentInput>('Incident', [...direct, ...indirect]);
  await loadPlaces(said);
  for (const id of [...direct, ...indirect]) {
    const reports = said.get(id);
    const folded = reports && foldIncident(id, reports, chainOf(id), (place) => surroundingsOf(place, locations.get));
    incidents.set(id, folded && takeCounts('Incident', folded, incidents.stored(id)));
  }

  async function loadPlaces(said: AssertionsById<IncidentInput>): Promise<void> {
    const named = [...said.values()]
      .flat()
      .flatMap((assertion) =>
        assertion.said.flatMap(({ location, places = [] }) => [
          ...(location === undefined ? [] : [location]),
          ...places.map((place) => place.location),
        ]),
      );
    await locations.load(named);
  }

  function storedOf(ids: readonly string[]): string[] {
    return ids.filter((id) => incidents.stored(id));
  }
}

function without(found: readonly string[], ids: readonly string[]): string[] {
  const left = new Set(found);
  for (const id of ids) left.delete(id);
  return [...left];
}
