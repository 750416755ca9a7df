import { effect } from '@preact/signals';
import { OverviewDocument } from '../generated/graphql.ts';
import type { FilterName, Side } from '../state/explorer-state.ts';
import { state } from '../state/store.ts';
import { whereOf } from '../state/where.ts';
import { where } from './list.ts';
import { learnNames } from './names.ts';
import { createResource } from './resource.ts';

/** The second request of a state: the facets, each without its own filter. */
export const overview = createResource(
  OverviewDocument,
  () => {
    const now = state.value;
    const sided = (side: Side) => whereOf({ ...now, responsibility: [side] });
    // chosen values may not be among the most frequent ones: their counts come from the incidents that have them
    const chosen = (name: FilterName & keyof typeof now) => {
      const value = now[name];
      return Array.isArray(value) && value.length > 0;
    };
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
      chosenCountry: chosen('country') ? where.value : null,
      chosenActor: chosen('actor') ? whereOf(now, 'role') : null,
      chosenPublisher: chosen('publisher') ? where.value : null,
      hasCountry: chosen('country'),
      hasActor: chosen('actor'),
      hasPublisher: chosen('publisher'),
    };
  },
  { delayMs: 200 },
);

effect(() => {
  const data = overview.answer.value?.data;
  const groups = [data?.actor, data?.chosenActor].flatMap((connection) => connection?.groups ?? []);
  learnNames(groups.map(({ key, label }) => [key, label]));
});
