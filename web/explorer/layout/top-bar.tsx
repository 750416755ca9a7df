import { list, totalCount } from '../data/list.ts';
import { QueryButton } from '../query-drawer/query-button.tsx';
import { ExportMenu } from '../share/export-menu.tsx';
import { ShareMenu } from '../share/share-menu.tsx';
import { activeFilters, change, clearFilters, state } from '../state/store.ts';
import { BrandMark } from './brand-mark.tsx';
import { chipsOf } from './chips.ts';
import { SearchBox } from './search-box.tsx';
import { facetsShown, isPhone, openSheet, toggleFacets } from './viewport.ts';

/** The name, the search box, the filters that are set, and what can be done with all of it. */
export function TopBar() {
  return (
    <header class="top-bar">
      <a class="name" href="/" aria-label="incident-graph, without filters">
        <BrandMark />
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
