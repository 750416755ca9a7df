import { Dossier } from '../dossier/dossier.tsx';
import { Facets } from '../facets/facets.tsx';
import { IncidentList } from '../list/incident-list.tsx';
import { IncidentMap } from '../map/incident-map.tsx';
import { QueryDrawer } from '../query-drawer/query-drawer.tsx';
import { EmbedLink } from '../share/embed-link.tsx';
import { state } from '../state/store.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { Notices } from './notices.tsx';
import { TopBar } from './top-bar.tsx';

/** The page: what filters on the left, where and when in the middle, the incidents on the right. */
export function App() {
  const { embed, open } = state.value;
  return (
    <div class={`page${embed ? ' embedded' : ''}`}>
      {!embed && <TopBar />}
      <Notices />
      {!embed && <Facets />}
      <main class="centre">
        <IncidentMap />
        <Timeline />
      </main>
      <aside class="side" aria-label={open ? 'Incident' : 'Incidents'}>
        {open ? <Dossier key={open} id={open} /> : <IncidentList />}
      </aside>
      <QueryDrawer />
      <EmbedLink />
    </div>
  );
}
