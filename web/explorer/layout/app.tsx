import { useEffect } from 'preact/hooks';
import { Dossier } from '../dossier/dossier.tsx';
import { Facets } from '../facets/facets.tsx';
import { IncidentList } from '../list/incident-list.tsx';
import { IncidentMap } from '../map/incident-map.tsx';
import { QueryDrawer } from '../query-drawer/query-drawer.tsx';
import { EmbedLink } from '../share/embed-link.tsx';
import { change, state } from '../state/store.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { FacetSheet } from './facet-sheet.tsx';
import { Notices } from './notices.tsx';
import { usePageTitle } from './page-title.ts';
import { TopBar } from './top-bar.tsx';
import { facetsShown, isPhone } from './viewport.ts';
import { Welcome } from './welcome.tsx';

/** The page: what filters on the left, where and when in the middle, the incidents on the right. */
export function App() {
  const { embed, open } = state.value;
  usePageTitle();
  const hasFacets = !embed && !isPhone.value && facetsShown.value;
  useEffect(() => {
    document.addEventListener('keydown', closeByEscape);
    return () => document.removeEventListener('keydown', closeByEscape);
  }, []);
  return (
    <div class={`page${embed ? ' embedded' : ''}${hasFacets ? '' : ' without-facets'}${open ? ' with-dossier' : ''}`}>
      {!embed && <TopBar />}
      <div class="lines">
        <Notices />
        <Welcome />
      </div>
      {hasFacets && (
        <nav class="facets" aria-label="Filters">
          <Facets />
        </nav>
      )}
      <main class="centre" aria-label="Map and timeline" inert={isPhone.value && open !== null}>
        <IncidentMap />
        <Timeline />
      </main>
      <aside class="side" aria-label={open ? 'Incident' : 'Incidents'}>
        {open ? <Dossier key={open} id={open} /> : <IncidentList />}
      </aside>
      {!embed && isPhone.value && <FacetSheet />}
      <QueryDrawer />
      <EmbedLink />
    </div>
  );
}

/** Closes the dossier, unless the key was meant for something in front of it. */
function closeByEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  if (state.value.open) change({ open: null });
}
