import type { ExplorerState, FilterName, Side } from '../state/explorer-state.ts';
import { whereOf } from '../state/where.ts';

/** Returns the variables of the facets: each is counted without its own filter. */
export function facetVariables(now: ExplorerState) {
  const filter = whereOf(now);
  const sided = (side: Side) => whereOf({ ...now, responsibility: [side] });
  // chosen values may not be among the most frequent ones: their counts come from the incidents that have them
  const isChosen = (name: FilterName) => {
    const value = now[name];
    return Array.isArray(value) && value.length > 0;
  };
  return {
    hasFacets: !now.embed,
    type: whereOf(now, 'type', 'subtype'),
    country: whereOf(now, 'country'),
    actor: whereOf(now, 'actor'),
    method: whereOf(now, 'method'),
    target: whereOf(now, 'target'),
    outcome: whereOf(now, 'outcome'),
    publisher: whereOf(now, 'publisher'),
    claimed: sided('claimed'),
    attributed: sided('attributed'),
    denied: sided('denied'),
    chosenCountry: isChosen('country') ? filter : null,
    chosenActor: isChosen('actor') ? whereOf(now, 'role') : null,
    chosenPublisher: isChosen('publisher') ? filter : null,
    hasCountry: isChosen('country'),
    hasActor: isChosen('actor'),
    hasPublisher: isChosen('publisher'),
  };
}
