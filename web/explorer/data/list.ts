import { computed } from '@preact/signals';
import { IncidentsDocument } from '../generated/graphql.ts';
import { sorts } from '../state/explorer-state.ts';
import { state } from '../state/store.ts';
import { whereOf } from '../state/where.ts';
import { createResource } from './resource.ts';

export const pageSize = 30;

/** The filter of the moment. */
export const where = computed(() => whereOf(state.value));

/** The first request of a state: how many incidents there are, and a page of them. */
export const list = createResource(IncidentsDocument, () => {
  const { field, direction } = sorts[state.value.sort];
  return { where: where.value, orderBy: [{ field, direction }], first: pageSize, after: null };
});

export const totalCount = computed(() => list.answer.value?.data.incidents?.totalCount ?? null);
