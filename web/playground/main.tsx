import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './playground.css';
import { createLocalStorage } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { ActiveTab } from './active-tab.ts';
import { AnswerActions } from './answer-actions.tsx';
import { AnswerHint } from './answer-hint.tsx';
import { EditorOptions } from './editor-options.ts';
import { firstTabs } from './example-queries.ts';
import { ExamplesMenu } from './examples-menu.tsx';
import { explorer } from './explorer.tsx';
import { fetcher } from './fetcher.ts';

const plugins = [HISTORY_PLUGIN, explorer];
// A namespace, since other projects' GraphiQL may be served from the same origin at other times.
const storage = createLocalStorage({ namespace: 'incident-graph' });
const element = document.getElementById('playground');
if (element === null) throw new Error('The page has no element "playground"');

createRoot(element).render(
  <GraphiQL fetcher={fetcher} plugins={plugins} storage={storage} defaultTabs={firstTabs} schemaDescription>
    <GraphiQL.Logo>
      <ExamplesMenu />
      <span className="name">incident-graph</span>
    </GraphiQL.Logo>
    <GraphiQL.Footer>
      <AnswerHint />
      <AnswerActions />
    </GraphiQL.Footer>
    <ActiveTab />
    <EditorOptions />
  </GraphiQL>,
);
