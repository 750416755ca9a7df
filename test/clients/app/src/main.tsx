import { ApolloProvider } from '@apollo/client/react';
import { StrictMode, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from './client';
import { IncidentList } from './incident-list';
import { IncidentPeople } from './incident-people';
import { IncidentSources } from './incident-sources';

const client = createClient(import.meta.env.VITE_GATEWAY_URL);

/** The list of incidents or, at an address such as `#/Incident:mosul`, one of them. */
function App() {
  const id = decodeURIComponent(useSyncExternalStore(onHashChange, () => location.hash).slice(2));
  if (id === '') return <IncidentList pageSize={2} />;
  return (
    <main>
      <a href="#/">All incidents</a>
      <IncidentPeople id={id} />
      <IncidentSources id={id} />
    </main>
  );
}

function onHashChange(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id root');
createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={client}>
      <App />
    </ApolloProvider>
  </StrictMode>,
);
