import { useEffect, useRef, useState } from 'preact/hooks';
import { incidents, list, loadMore, more, totalCount } from '../data/list.ts';
import { newIncidentsInWords, showNewIncidents } from '../data/new-incidents.ts';
import { moveByArrows } from '../facets/move-by-arrows.ts';
import { FailureNotice, Problems } from '../layout/failure.tsx';
import { type Sort, sorts } from '../state/explorer-state.ts';
import { change, state } from '../state/store.ts';
import { IncidentItem } from './incident-item.tsx';
import { lastOpened } from './last-opened.ts';
import { NoResults } from './no-results.tsx';

/** The incidents of the filter, a page at a time. */
export function IncidentList() {
  const { loading, failure, answer } = list;
  const shown = incidents.value;
  const [reached, reach] = useState<string | null>(lastOpened.peek());
  const items = useRef<HTMLOListElement>(null);
  const stop = shown.some(({ id }) => id === reached) ? reached : shown[0]?.id;

  // back from a dossier: the focus and the place in the list are where they were
  useEffect(() => {
    const id = lastOpened.peek();
    lastOpened.value = null;
    if (!id) return;
    const link = [...(items.current?.querySelectorAll<HTMLElement>('[data-incident]') ?? [])].find(
      (element) => element.dataset.incident === id,
    );
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'center' });
  }, []);

  return (
    <div class="list">
      <header class="list-header">
        <h1>Incidents</h1>
        <NewIncidents />
        <SortMenu />
      </header>
      {failure.value && <FailureNotice failure={failure.value} retry={list.retry} />}
      <Problems problems={answer.value?.problems ?? []} retry={list.retry} />
      {answer.value === null && loading.value && <Placeholder />}
      <div class={loading.value ? 'outdated' : undefined} aria-busy={loading.value}>
        {totalCount.value === 0 && !failure.value && <NoResults />}
        <ol
          class="incidents"
          ref={items}
          onKeyDown={moveByArrows}
          onFocusCapture={(event) => reach((event.target as HTMLElement).dataset.incident ?? null)}
        >
          {shown.map((incident) => (
            <IncidentItem key={incident.id} incident={incident} focusable={incident.id === stop} />
          ))}
        </ol>
      </div>
      {more.value.failure && <FailureNotice failure={more.value.failure} retry={loadMore} />}
      {more.value.has && !more.value.failure && <ShowMore />}
    </div>
  );
}

/** Offers to show what has entered the filter meanwhile. The element stays when it is empty, so that changes are announced. */
function NewIncidents() {
  const words = newIncidentsInWords.value;
  return (
    <div role="status">
      {words && (
        <button type="button" class="new-incidents" onClick={showNewIncidents}>
          {words}
        </button>
      )}
    </div>
  );
}

/** Loads the next page when it is scrolled to, or pressed. */
function ShowMore() {
  const shown = incidents.value.length;
  const button = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each page, a new observer tells whether the end is in view
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && loadMore(),
      { rootMargin: '300px' },
    );
    if (button.current) observer.observe(button.current);
    return () => observer.disconnect();
  }, [shown]);
  const left = (totalCount.value ?? 0) - shown;
  return (
    <button type="button" class="show-more" ref={button} onClick={loadMore} aria-busy={more.value.loading}>
      {more.value.loading ? 'Loading…' : `Show more (${left.toLocaleString('en')} left)`}
    </button>
  );
}

function SortMenu() {
  const { q, sort } = state.value;
  return (
    <select
      class="sort"
      aria-label="Order of the incidents"
      value={sort}
      onChange={(event) => change({ sort: event.currentTarget.value as Sort })}
    >
      {(Object.keys(sorts) as Sort[])
        .filter((name) => name !== 'relevance' || q)
        .map((name) => (
          <option key={name} value={name}>
            {sorts[name].label}
          </option>
        ))}
    </select>
  );
}

/** Stands where the incidents will be, so that nothing jumps. */
function Placeholder() {
  return (
    <div class="placeholder" aria-hidden="true">
      {[1, 2, 3, 4, 5, 6, 7, 8].map((row) => (
        <div key={row}>
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
