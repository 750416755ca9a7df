import { useEffect, useRef, useState } from 'preact/hooks';
import { type QueryOfTheMoment, queriesOfTheMoment } from '../data/registry.ts';
import { copyText } from '../share/copy-text.ts';
import { copyForms, playgroundAddress, readable } from './copy-as.ts';
import { isDrawerOpen } from './drawer-state.ts';
import './query-drawer.css';

/** The real queries behind what is shown, with their variables and cost. */
export function QueryDrawer() {
  return isDrawerOpen.value ? <OpenDrawer /> : null;
}

function OpenDrawer() {
  const queries = queriesOfTheMoment.value;
  const [name, setName] = useState<string | null>(null);
  const drawer = useRef<HTMLElement>(null);
  useFocus(drawer);
  const shown =
    [name, 'Dossier', 'Incidents'].flatMap((each) => queries.find((query) => query.name === each) ?? [])[0] ??
    queries[0];
  const total = queries.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
  return (
    <section ref={drawer} id="query-drawer" class="query-drawer" aria-label="Queries behind this page" tabIndex={-1}>
      <header>
        <h2>The queries behind this page</h2>
        <p class="meta">
          {queries.length} {queries.length === 1 ? 'request' : 'requests'}, cost {total.toLocaleString('en')} in all
        </p>
        <button type="button" class="close" aria-label="Close" onClick={() => (isDrawerOpen.value = false)}>
          ×
        </button>
      </header>
      <nav aria-label="Queries">
        {queries.map((query) => (
          <button
            key={query.name}
            type="button"
            aria-pressed={query.name === shown?.name}
            onClick={() => setName(query.name)}
          >
            {inWords(query.name)}
          </button>
        ))}
      </nav>
      {shown ? <QueryView shown={shown} /> : <p class="absent">Nothing has been asked yet.</p>}
    </section>
  );
}

function QueryView({ shown }: { shown: QueryOfTheMoment }) {
  const [copied, setCopied] = useState('');
  const query = readable(shown.query);
  const request = { query, variables: shown.variables };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said is about the query before
  useEffect(() => setCopied(''), [shown.name]);
  return (
    <>
      <div class="actions">
        <a href={playgroundAddress(request)} target="_blank" rel="noopener">
          Open in the playground ↗
        </a>
        <span class="copy-as">
          Copy as{' '}
          {Object.entries(copyForms).map(([key, { label, write }]) => (
            <button
              key={key}
              type="button"
              onClick={async () => {
                const done = await copyText(write(request, window.location.origin));
                setCopied(done ? `Copied as ${label}.` : 'The browser does not allow to copy.');
              }}
            >
              {label}
            </button>
          ))}
        </span>
        <output class="meta">{copied}</output>
        {shown.cost !== undefined && <span class="meta cost">cost {shown.cost.toLocaleString('en')}</span>}
      </div>
      <div class="texts">
        <Listing label="Query" text={query} />
        <Listing label="Variables" text={JSON.stringify(shown.variables, null, 2)} />
      </div>
    </>
  );
}

/** A text that scrolls, also by the keys. */
function Listing({ label, text }: { label: string; text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="listing" tabIndex={0} aria-label={label}>
      <pre>{text}</pre>
    </section>
  );
}

/** Moves the focus into the drawer, and back to where it was when the drawer closes. */
function useFocus(drawer: { current: HTMLElement | null }): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the drawer opens and closes
  useEffect(() => {
    const before = document.activeElement;
    drawer.current?.focus();
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault(); // the dossier stays open
      isDrawerOpen.value = false;
    };
    document.addEventListener('keydown', close, { capture: true });
    return () => {
      document.removeEventListener('keydown', close, { capture: true });
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
}

const names: Record<string, string | undefined> = {
  Incidents: 'List',
  Overview: 'Filters, map and timeline',
  Detail: 'Zoomed map and timeline',
  Dossier: 'Dossier',
  Words: 'Words of an article',
};

/** The name of an operation in words: “Map and timeline”. */
function inWords(name: string): string {
  const words = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return names[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
