import { computed, effect, signal } from '@preact/signals';
import { IncidentsDocument, type IncidentsQuery } from '../generated/graphql.ts';
import { sorts } from '../state/explorer-state.ts';
import { state } from '../state/store.ts';
import { isBrushing } from '../timeline/timeline-view.ts';
import { Failure } from './failure.ts';
import { filter, periodFilter, pointsFilter } from './filters.ts';
import { learnNames } from './names.ts';
import { createResource } from './resource.ts';
import { send } from './send.ts';

const pageSize = 30;

/** An incident as the list shows it. */
export type ListedIncident = NonNullable<IncidentsQuery['incidents']>['nodes'][number];

/** The ids of the address whose names and places are asked for. */
const named = computed(() => {
  const { actor, within } = state.value;
  return [...actor.map((id) => `Actor:${id}`), ...(within === null ? [] : [`Location:${within}`])];
});

/**
 * The first request of a state: how many incidents there are, a page of them, and what the second one depends on: where
 * the points are, and in which years.
 */
export const list = createResource(IncidentsDocument, () => {
  if (isBrushing.value) return undefined;
  const { field, direction } = sorts[state.value.sort];
  return {
    where: filter.value,
    orderBy: [{ field, direction }],
    first: pageSize,
    after: null,
    isFirst: true,
    points: pointsFilter.value,
    period: periodFilter.value,
    named: named.value,
  };
});

/** The answer to the filter of the moment, in any order; null while it is loading. */
export const currentList = computed(() => {
  const [answer, asked] = [list.answer.value, list.answered.value];
  const isCurrent = asked?.where === filter.value && asked.points === pointsFilter.value;
  return answer && isCurrent && asked.period === periodFilter.value ? answer.data : null;
});

/** The place that filters, if it is one. */
export const placeOfFilter = computed(() => {
  const place = currentList.value?.named?.at(-1);
  return state.value.within !== null && place?.__typename === 'Location' ? place : null;
});

effect(() => {
  const nodes = list.answer.value?.data.named;
  const ids = list.answered.value?.named;
  // a merged id answers with the surviving node, in the place of the id
  if (nodes && ids) learnNames([ids].flat().map((id, index) => [id, nodes[index]?.label ?? null]));
});

export const totalCount = computed(() => list.answer.value?.data.incidents?.totalCount ?? null);

interface FurtherPages {
  incidents: ListedIncident[];
  /** Where the next page begins; null if there is none. */
  after: string | null;
  loading: boolean;
  failure: Failure | null;
}

const further = signal<FurtherPages>({ incidents: [], after: null, loading: false, failure: null });
let pending: AbortController | undefined;

effect(() => {
  const first = list.answer.value?.data.incidents;
  pending?.abort();
  further.value = { incidents: [], after: nextOf(first?.pageInfo), loading: false, failure: null };
});

effect(() => {
  if (list.loading.value) pending?.abort(); // the state has changed: more of the old list is not wanted
});

/** The incidents of all pages so far, each once. */
export const incidents = computed(() => {
  const first = list.answer.value?.data.incidents?.nodes ?? [];
  return [...new Map([...first, ...further.value.incidents].map((incident) => [incident.id, incident])).values()];
});

/** Whether there are more pages, whether one is loading, and why the last one failed. */
export const more = computed(() => {
  const { after, loading, failure } = further.value;
  return { has: after !== null, loading, failure };
});

/** Loads the page after the last one. Does nothing while the list or a page is loading, or if there are no more. */
export async function loadMore(): Promise<void> {
  const asked = list.answered.value;
  const { after, loading } = further.value;
  if (!asked || after === null || loading || list.loading.value) return;
  const controller = new AbortController();
  pending = controller;
  further.value = { ...further.value, loading: true, failure: null };
  try {
    const { data } = await send(IncidentsDocument, { ...asked, after, isFirst: false }, controller.signal);
    controller.signal.throwIfAborted();
    further.value = {
      incidents: [...further.value.incidents, ...(data.incidents?.nodes ?? [])],
      after: nextOf(data.incidents?.pageInfo),
      loading: false,
      failure: null,
    };
  } catch (error) {
    if (controller.signal.aborted) further.value = { ...further.value, loading: false };
    else
      further.value = {
        ...further.value,
        loading: false,
        failure: error instanceof Failure ? error : new Failure('server', String(error)),
      };
  }
}

function nextOf(pageInfo: { hasNextPage: boolean; endCursor?: string | null } | undefined): string | null {
  return pageInfo?.hasNextPage ? (pageInfo.endCursor ?? null) : null;
}
