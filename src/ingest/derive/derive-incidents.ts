import type { IncidentInput } from '../../article/article.ts';
import type { AccountsById } from '../fold/account.ts';
import { takeCounts } from '../fold/count-relations.ts';
import { foldIncident } from '../fold/fold-incident.ts';
import { surroundingsOf } from '../fold/surroundings.ts';
import type { StoreDrafts } from '../store-drafts.ts';
import { findChains } from './find-chains.ts';
import type { Budget } from './work.ts';

/**
 * Derives the incidents of which something else is said, those that happened at `places`, around which something is
 * different, and the parts of what becomes part of something else. Places have to be derived.
 */
export async function deriveIncidents(
  { view, incidents, locations, accounts }: StoreDrafts,
  touched: readonly string[],
  places: readonly string[],
  budget: Budget,
): Promise<void> {
  await incidents.load(touched);
  const there = await view.findAny<{ _id: string }>('incidents', 'location', places, { reads: [] });
  const all = [...touched, ...budget.admit('Incident', without(there, touched))];
  await incidents.load(all);
  await accounts.loadThings('Incident', storedOf(all));
  const { moved, chainOf } = await findChains('Incident', incidents, accounts, all);
  await accounts.loadThings('Incident', moved);
  const direct = [...new Set([...all, ...moved])];

  const shifted = moved.filter((id) => incidents.stored(id)?.partOf !== chainOf(id).wholes[0]);
  const about = await view.findAny<{ _id: string }>('incidents', 'about', shifted, { reads: [] });
  const indirect = budget.admit('Incident', without(about, direct));
  await incidents.load(indirect);
  await accounts.loadThings('Incident', indirect);

  const said = accounts.ofThings<IncidentInput>('Incident', [...direct, ...indirect]);
  await loadPlaces(said);
  for (const id of [...direct, ...indirect]) {
    const reports = said.get(id);
    const folded = reports && foldIncident(id, reports, chainOf(id), (place) => surroundingsOf(place, locations.get));
    incidents.set(id, folded && takeCounts('Incident', folded, incidents.stored(id)));
  }

  async function loadPlaces(said: AccountsById<IncidentInput>): Promise<void> {
    const named = [...said.values()]
      .flat()
      .flatMap((account) => account.said.flatMap(({ location }) => location ?? []));
    await locations.load(named);
    await locations.load(named.flatMap((place) => locations.get(place)?.ancestors ?? []));
  }

  function storedOf(ids: readonly string[]): string[] {
    return ids.filter((id) => incidents.stored(id));
  }
}

function without(found: readonly { _id: string }[], ids: readonly string[]): string[] {
  const left = new Set(found.map(({ _id }) => _id));
  for (const id of ids) left.delete(id);
  return [...left];
}
