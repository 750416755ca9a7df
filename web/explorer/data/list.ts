import { computed, effect, signal } from '@preact/signals';
import { IncidentsDocument, type IncidentsQuery } from '../generated/graphql.ts';
import { sorts } from '../state/explorer-state.ts';
import { state } from '../state/store.ts';
import { whereOf } from '../state/where.ts';
import { Failure } from './failure.ts';
import { createResource } from './resource.ts';
import { send } from './send.ts';

const pageSize = 30;

/** An incident as the list shows it. */
export type ListedIncident = NonNullable<IncidentsQuery['incidents']>['nodes'][number];

/** The filter of the moment. */
export const where = computed(() => whereOf(state.value));

/** The first request of a state: how many incidents there are, and a page of them. */
export const list = createResource(IncidentsDocument, () => {
  const { field, direction } = sorts[state.value.sort];
  return { where: where.value, orderBy: [{ field, direction }], first: pageSize, after: null, counted: true };
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
    const { data } = await send(IncidentsDocument, { ...asked, after, counted: false }, controller.signal);
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
