import { computed, signal } from '@preact/signals';
import { type ExplorerState, emptyState, type FilterName } from './explorer-state.ts';
import { readHash, writeHash } from './hash.ts';

const first = readHash(window.location.hash);

/** The state of the page. Change it by `change`. */
export const state = signal<ExplorerState>(first.state);

/** What could not be read of the address, in words. */
export const leftOut = signal<string[]>(first.leftOut);

/** The filters that are set, in the order of the state. */
export const activeFilters = computed(() =>
  (Object.keys(emptyState) as (keyof ExplorerState)[]).filter((key): key is FilterName => {
    if (key === 'sort' || key === 'open' || key === 'embed') return false;
    const value = state.value[key];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  }),
);

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

/** Drops all filters. */
export function clearFilters(): void {
  change({ ...emptyState, sort: state.value.sort, open: state.value.open, embed: state.value.embed });
}

window.addEventListener('popstate', readAddress);
window.addEventListener('hashchange', readAddress);

function readAddress(): void {
  const read = readHash(window.location.hash);
  if (writeHash(read.state) !== writeHash(state.value)) state.value = read.state;
  leftOut.value = read.leftOut;
}
