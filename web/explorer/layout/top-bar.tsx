import { list, totalCount } from '../data/list.ts';
import { QueryButton } from '../query-drawer/query-button.tsx';
import { ExportMenu } from '../share/export-menu.tsx';
import { ShareMenu } from '../share/share-menu.tsx';
import { activeFilters, change, clearFilters, state } from '../state/store.ts';
import { chipsOf } from './chips.ts';
import { SearchBox } from './search-box.tsx';
import { facetsShown, isPhone, openSheet, toggleFacets } from './viewport.ts';

/** The name, the search box, the filters that are set, and what can be done with all of it. */
export function TopBar() {
  return (
    <header class="top-bar">
      <a class="name" href="/" aria-label="incident-graph, without filters">
        <Mark />
        <span>incident-graph</span>
      </a>
      <SearchBox />
      {!isPhone.value && <FacetsButton />}
      <Chips />
      <Count />
      <div class="menus">
        {isPhone.value && <FacetsButton />}
        <ShareMenu />
        <QueryButton />
        <ExportMenu />
      </div>
    </header>
  );
}

/** The filters that are set; each is removed by a press. */
function Chips() {
  const chips = chipsOf(state.value);
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label="Filters that are set">
      {chips.map(({ key, kind, label, unknown, without }) => (
        <li key={key}>
          <button
            type="button"
            class={`chip${unknown ? ' unknown' : ''}`}
            title={`${kind}: remove this filter`}
            onClick={() => change(without)}
          >
            <span class="visually-hidden">Remove {kind}: </span>
            <bdi>{label}</bdi>
            <span aria-hidden="true" class="cross">
              ×
            </span>
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" class="clear" onClick={clearFilters}>
            Clear all
          </button>
        </li>
      )}
    </ul>
  );
}

function Count() {
  const count = totalCount.value;
  const words = count === null ? '' : `${count.toLocaleString('en')} ${count === 1 ? 'incident' : 'incidents'}`;
  return (
    <output class={`count${list.loading.value ? ' outdated' : ''}`} aria-live="polite">
      {words && (
        <>
          <strong>{count?.toLocaleString('en')}</strong> {count === 1 ? 'incident' : 'incidents'}
        </>
      )}
    </output>
  );
}

function FacetsButton() {
  const set = activeFilters.value.filter((name) => name !== 'q').length;
  return (
    <button
      type="button"
      class="facets-button"
      aria-expanded={isPhone.value ? undefined : facetsShown.value}
      aria-haspopup={isPhone.value ? 'dialog' : undefined}
      onClick={isPhone.value ? openSheet : toggleFacets}
    >
      Filters{set > 0 && <span class="badge">{set}</span>}
    </button>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="20" height="20" aria-hidden="true">
      <path d="M8 23 16 8l9 12" fill="none" stroke="currentColor" stroke-width="2.5" opacity=".45" />
      <circle cx="16" cy="8" r="5" class="mark-main" />
      <circle cx="8" cy="23" r="4" fill="currentColor" />
      <circle cx="25" cy="20" r="4" fill="currentColor" />
    </svg>
  );
}
