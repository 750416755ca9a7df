import { computed, signal } from '@preact/signals';
import { type ExplorerState, emptyState, filtersOf } from './explorer-state.ts';
import { readHash, writeHash } from './hash.ts';
import { maxWordsLength } from './values.ts';

const first = readHash(window.location.hash);

/** The state of the page. Change it by `change`. */
export const state = signal<ExplorerState>(first.state);

/** What could not be read of the address, in words. */
export const leftOut = signal<string[]>(first.leftOut);

/** The filters that are set, in the order of the state. */
export const activeFilters = computed(() => filtersOf(state.value));

/**
 * Changes the state and the address. A change is a step of the browser's history, unless it `replaces` the last one, as
 * while a brush is dragged.
 */
export function change(changes: Partial<ExplorerState>, { replace = false } = {}): void {
  const next = { ...state.value, ...changes };
  if (next.sort === 'relevance' && !next.q.trim()) next.sort = emptyState.sort;
  const hash = writeHash(next);
  if (hash === writeHash(state.value)) return;
  state.value = next;
  leftOut.value = [];
  const address = `${window.location.pathname}${window.location.search}${hash}`;
  if (replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
}

/** Searches for words, best match first, or in the order of before if there are none. */
export function search(words: string): void {
  const q = words.trim().slice(0, maxWordsLength);
  const isNew = q !== '' && q !== state.value.q;
  change({ q, open: null, ...(isNew && { sort: 'relevance' }) });
}

/** Removes all filters. */
export function clearFilters(): void {
  const { sort, embed } = state.value;
  change({ ...emptyState, sort, embed });
}

window.addEventListener('popstate', readAddress);
window.addEventListener('hashchange', readAddress);

function readAddress(): void {
  const read = readHash(window.location.hash);
  if (writeHash(read.state) !== writeHash(state.value)) state.value = read.state;
  leftOut.value = read.leftOut;
}
