import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './playground.css';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { createLocalStorage } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { defaultTabs } from './default-tabs.ts';
import { fetcher } from './fetcher.ts';

const plugins = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })];
// Apart from what another project's GraphiQL keeps, when both are served from the same address in turn.
const storage = createLocalStorage({ namespace: 'incident-graph' });
const element = document.getElementById('playground');
if (element === null) throw new Error('The page has no element "playground"');

createRoot(element).render(
  <GraphiQL fetcher={fetcher} plugins={plugins} storage={storage} defaultTabs={defaultTabs}>
    <GraphiQL.Logo>incident-graph</GraphiQL.Logo>
  </GraphiQL>,
);
