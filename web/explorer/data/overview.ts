import { OverviewDocument } from '../generated/graphql.ts';
import { state } from '../state/store.ts';
import { whereOf } from '../state/where.ts';
import { createResource } from './resource.ts';

/** The second request of a state: the facets, each without its own filter. */
export const overview = createResource(
  OverviewDocument,
  () => {
    const now = state.value;
    const sided = (side: 'claimed' | 'attributed' | 'denied') => whereOf({ ...now, responsibility: [side] });
    return {
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
    };
  },
  { delayMs: 200 },
);
