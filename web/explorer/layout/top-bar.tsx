import { totalCount } from '../data/list.ts';
import { QueryButton } from '../query-drawer/query-button.tsx';
import { ExportMenu } from '../share/export-menu.tsx';
import { ShareMenu } from '../share/share-menu.tsx';
import { change, state } from '../state/store.ts';

export function TopBar() {
  return (
    <header class="top-bar">
      <a class="name" href="/">
        incident-graph
      </a>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const q = new FormData(event.currentTarget).get('q');
            change({ q: String(q ?? '').trim(), open: null });
          }}
        >
          <input
            type="search"
            name="q"
            value={state.value.q}
            aria-label="Search"
            placeholder='drone "air base" -kirkuk'
          />
        </form>
      </search>
      <output class="count">
        {totalCount.value === null ? '' : `${totalCount.value.toLocaleString('en')} incidents`}
      </output>
      <ShareMenu />
      <QueryButton />
      <ExportMenu />
    </header>
  );
}
